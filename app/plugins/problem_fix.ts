import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface LocatedProblem {
  /** Path from the installation's root, with the line where it can be told. */
  place: string
  problem: string
  fix: string
}

const FIXES: [RegExp, (found: RegExpMatchArray) => string][] = [
  [
    /messages\/(\w+)\.json is missing/,
    ([, locale]) => `create messages/${locale}.json with the plugin's texts`,
  ],
  [/messages\/(\w+)\.json lacks "(.+)"/, ([, locale, key]) => `add "${key}" to messages/${locale}.json`],
  [
    /key "(.+)" must begin/,
    ([, key]) => `rename "${key}", or move it to the messages of the plugin it belongs to`,
  ],
  [
    /permission "(.+)" must look like/,
    () => 'rename it in plugin.ts and in routes.ts, and its message with it',
  ],
  [/unknown role "(.+)"/, () => 'use a role of app/access/roles.ts'],
  [
    /uses permission "(.+)", which is not declared/,
    ([, id]) => `declare "${id}" under permissions, or correct the name`,
  ],
  [
    /needs platform (\S+), this is (\S+)/,
    ([, , own]) => `check the plugin against ${own} and widen "platform"`,
  ],
  [
    /needs contract "([\w-]+)\..*no loaded plugin/,
    ([, provider]) => `install "${provider}", or need the contract as optional`,
  ],
  [
    /contracts form a cycle: (.+)/,
    () => 'make one of these needs optional, or use an event instead of a contract',
  ],
  [/id "(.+)" is taken/, () => 'give one of the two another id, or remove it'],
  [
    /contract is already provided by "(.+)"/,
    ([, rival]) => `remove this provision, or the one of "${rival}"`,
  ],
  [/folder "(.+)" is not one of/, ([, folder]) => `move what is in "${folder}" to a known folder`],
  [/folder is called/, () => 'rename the folder to the id'],
  [/subscribes to "(.+)", which/, () => "correct the event's name, or install its publisher"],
  [/package is not installed/, () => 'npm install it, or remove it from config/plugins.ts'],
  [/plugin\.ts is missing/, () => 'add plugin.ts with definePlugin, or remove the folder'],
  [/no default export/, () => 'export default definePlugin({ … })'],
]

/** Where a problem of a refused plugin lies, as far as the text tells, and what to do about it. */
export function locate(root: string, folder: string, problem: string): LocatedProblem {
  const named = problem.match(/^(messages\/\w+\.json)/)?.[1]
  const file = join(folder, named ?? 'plugin.ts')
  const rule = FIXES.find(([pattern]) => pattern.test(problem))
  const line = lineOf(file, problem)
  return {
    place: `${relative(root, file) || file}${line ? `:${line}` : ''}`,
    problem,
    fix: rule ? rule[1](problem.match(rule[0])!) : 'correct it as said',
  }
}

/** The first line that holds one of the words quoted in the problem. */
function lineOf(file: string, problem: string): number | null {
  if (!existsSync(file)) return null
  const words = [...problem.matchAll(/"([^"]+)"/g)].map(([, word]) => word!)
  const lines = readFileSync(file, 'utf8').split('\n')
  for (const word of words) {
    const at = lines.findIndex((line) => line.includes(`'${word}'`) || line.includes(`"${word}"`))
    if (at >= 0) return at + 1
  }
  return null
}
