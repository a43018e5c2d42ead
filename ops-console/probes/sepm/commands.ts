import { ProbeError } from '../errors.ts'
import type { SepmClient } from './client.ts'

/** The only writes this console ever sends to SEPM. */
export const COMMANDS = {
  active_scan: 'activescan',
  full_scan: 'fullscan',
  update_content: 'updatecontent',
  quarantine: 'quarantine',
  undo_quarantine: 'quarantine?undo=true',
} as const

export type SepmCommand = keyof typeof COMMANDS

const STATES = ['waiting', 'received', 'in_progress', 'completed', 'rejected', 'cancelled', 'failed'] as const

export type CommandState = (typeof STATES)[number] | 'expired'

/** Sends a command to computers by their `uniqueId`; resolves to the command's id. */
export async function sendCommand(
  client: SepmClient,
  command: SepmCommand,
  computerIds: readonly string[],
  signal: AbortSignal
): Promise<string> {
  if (!Object.hasOwn(COMMANDS, command)) throw new ProbeError('refused', 'the command is not allowed')
  if (computerIds.length === 0) throw new ProbeError('refused', 'a command needs a computer')
  const verb = COMMANDS[command]
  const ids = computerIds.map(encodeURIComponent).join(',')
  const path = `/command-queue/${verb}${verb.includes('?') ? '&' : '?'}computer_ids=${ids}`
  const reply = await client.call<Record<string, unknown>>({ method: 'POST', path }, signal)
  const id = reply?.commandID_computer ?? reply?.commandID
  if (typeof id !== 'string') throw new ProbeError('malformed', 'the command got no id')
  return id
}

/**
 * State of a command on each computer. An offline client stays at `waiting`; after `deadline` (milliseconds since 1970)
 * whatever has not begun is `expired`.
 */
export async function commandProgress(
  client: SepmClient,
  id: string,
  { deadline, now }: { deadline: number; now: number },
  signal: AbortSignal
): Promise<Map<string, CommandState>> {
  const states = new Map<string, CommandState>()
  for (let index = 1; ; index++) {
    const path = `/command-queue/${encodeURIComponent(id)}?pageIndex=${index}`
    const page = await client.get<{ content: { computerId: string; stateId: number }[]; lastPage: boolean }>(
      path,
      signal
    )
    if (!Array.isArray(page?.content)) throw new ProbeError('malformed', 'a command has no content')
    for (const { computerId, stateId } of page.content) {
      const state = STATES[stateId] ?? 'failed'
      states.set(computerId, state === 'waiting' && now > deadline ? 'expired' : state)
    }
    if (page.lastPage || page.content.length === 0) return states
  }
}
