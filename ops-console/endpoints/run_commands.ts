import type { Knex } from 'knex'
import type { SepmClient } from '#ops/probes/sepm/client'
import { commandProgress, sendCommand, type SepmCommand } from '#ops/probes/sepm/commands'
import { ProbeError } from '#ops/probes/errors'

const COMMANDS = 'ops_console.ops_console_commands'
const RESULTS = 'ops_console.ops_console_command_results'
const OPEN = ['waiting', 'received', 'in_progress']

interface Row {
  tenant_id: number
  id: string
  command: SepmCommand
  sepm_id: string
  deadline: Date
}

/** A command that was being sent when the collector ended may have been accepted, so it is never sent again. */
export const giveUpInterrupted = (knex: Knex) =>
  knex(COMMANDS).where({ state: 'sending' }).update({ state: 'failed', failure: 'interrupted' })

/** Sends what people have ordered and follows it on every computer until it is done or its deadline is over. */
export async function runCommands(knex: Knex, client: SepmClient, signal: AbortSignal, now: Date) {
  for (const command of (await knex(COMMANDS).where({ state: 'queued' }).orderBy('requested_at')) as Row[]) {
    await dispatch(knex, client, command, signal, now)
  }
  for (const command of (await knex(COMMANDS).where({ state: 'sent' })) as Row[]) {
    await follow(knex, client, command, signal, now)
  }
}

async function dispatch(knex: Knex, client: SepmClient, command: Row, signal: AbortSignal, now: Date) {
  const own = { tenant_id: command.tenant_id, id: command.id }
  if (now > command.deadline) return finish(knex, command, 'failed', 'too_late')
  const taken = await knex(COMMANDS)
    .where({ ...own, state: 'queued' })
    .update({ state: 'sending' })
  if (!taken) return
  const ids: string[] = await knex(RESULTS)
    .where({ tenant_id: command.tenant_id, command_id: command.id })
    .pluck('unique_id')
  try {
    const sepmId = await sendCommand(client, command.command, ids, signal)
    await knex(COMMANDS).where(own).update({ state: 'sent', sepm_id: sepmId })
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error
    await finish(knex, command, 'failed', error.kind)
  }
}

async function follow(knex: Knex, client: SepmClient, command: Row, signal: AbortSignal, now: Date) {
  const of = { tenant_id: command.tenant_id, command_id: command.id }
  const times = { deadline: command.deadline.getTime(), now: now.getTime() }
  const states = await commandProgress(client, command.sepm_id, times, signal)
  for (const [unique_id, state] of states) {
    await knex(RESULTS)
      .where({ ...of, unique_id })
      .whereNot({ state })
      .update({ state, changed_at: now })
  }
  const [open] = await knex(RESULTS).where(of).whereIn('state', OPEN).count('* as count')
  if (Number(open!.count) === 0 || now > command.deadline) await finish(knex, command, 'done', null)
}

async function finish(knex: Knex, { tenant_id, id }: Row, state: 'done' | 'failed', failure: string | null) {
  await knex(COMMANDS).where({ tenant_id, id }).update({ state, failure })
  await knex(RESULTS)
    .where({ tenant_id, command_id: id })
    .whereIn('state', OPEN)
    .update({ state: state === 'done' ? 'expired' : 'failed', changed_at: new Date() })
}
