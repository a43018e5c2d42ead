import type { Knex } from 'knex'
import { hasWork, openDesk, runDesk, sendersOf } from '#ops/alarms/desk'
import { keepBlindness } from '#ops/alarms/keep'
import { keepHistoryDays } from '#ops/history/days'
import { rollUp } from '#ops/history/rollup'
import { collectProbeGroups } from '#ops/probes/icmp/groups'
import { probeMinutes } from '#ops/rollout/probe_minutes'
import { finishDueRuns } from '#ops/rollout/run_tests'
import { recordProbeGroup } from '#ops/sla/probe_groups'
import type { RosterEntry } from './roster.ts'

export interface Duty {
  everyMs: number
  /** Said in the log when it fails. */
  what: string
  work: () => Promise<unknown>
}

interface Around {
  retentionDays: number
  pollMs: number
  roster: () => readonly RosterEntry[]
  blindSince: () => Date | null
}

/** What is done once for the whole city, by the collector that holds the first share. */
export function openDuties(knex: Knex, { retentionDays, pollMs, roster, blindSince }: Around) {
  const senders = sendersOf(knex)
  let deskOpen = false
  /** What was last told of blindness; the first round of a process always tells. */
  let told: Date | null | undefined

  /** Escalations and notices; the first round of a new leader also sees to the rules. */
  async function desk() {
    const now = new Date()
    if (!deskOpen) await openDesk(knex, now)
    deskOpen = true
    if (await hasWork(knex)) await runDesk(knex, { now, senders })
  }

  async function blindness() {
    const since = blindSince()
    if (since === told) return
    await knex.transaction((trx) => keepBlindness(trx, since, new Date()))
    told = since
  }

  /** Latency and loss of every link for the contract's account: five probes a minute. */
  async function ping() {
    const links = roster().filter(({ kind, disabled, target }) => kind === 'cpe' && !disabled && target)
    if (!links.length) return
    const groups = await collectProbeGroups(
      links.map(({ id, target }) => ({ deviceId: id, host: target!.host }))
    )
    const tenants = new Map(links.map(({ id, tenantId }) => [id, tenantId]))
    await recordProbeGroup(
      knex,
      groups.map((group) => ({ ...group, tenantId: tenants.get(group.deviceId)! }))
    )
  }

  const list: Duty[] = [
    { everyMs: 1000, what: 'the desk could not work', work: desk },
    { everyMs: 5000, what: 'samples could not be summed up', work: () => rollUp(knex) },
    { everyMs: 60_000, what: 'links could not be pinged', work: ping },
    { everyMs: 10_000, what: 'tests could not be ended', work: () => finishDueRuns(knex, probeMinutes) },
    {
      everyMs: 3600_000,
      what: 'partitions could not be kept',
      work: () => keepHistoryDays(knex, retentionDays),
    },
    {
      everyMs: pollMs,
      what: 'blindness could not be told',
      work: blindness,
    },
  ]
  return { list, close: () => senders.close() }
}
