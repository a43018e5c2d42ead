import { getActiveTest } from '@japa/runner'

const pending: (() => Promise<void>)[] = []

/** Runs `undo` after the test at hand; in a group's setup, where no test is at hand, with `cleanUp()`. */
export function later(undo: () => Promise<void>) {
  const test = getActiveTest()
  if (test) test.cleanup(undo)
  else pending.push(undo)
}

/** Undoes what a group's setup made, the newest first: `group.teardown(cleanUp)`. */
export async function cleanUp() {
  for (const undo of pending.splice(0).toReversed()) await undo()
}
