import type { Knex } from 'knex'
import { Device, type Rollout } from '#ops/inventory/device'
import { Link, type LinkState } from '#ops/inventory/link'
import { DeviceStep } from './device_step.ts'
import { nextRollouts } from './device_stages.ts'
import { evidenceOf } from './evidence.ts'
import { refusal, type Refusal } from './link_stages.ts'
import { LinkStep } from './link_step.ts'
import { TestMeasure } from './test_measure.ts'
import { TestRun } from './test_run.ts'

export interface Actor {
  id: string | null
  name: string
}

export interface Step {
  to: LinkState
  actor: Actor
  remarks?: string | null
  details?: Record<string, unknown>
  at?: Date
}

type Place = Pick<Link, 'tenant_id' | 'id'>

/** Takes the lock on a link, so that two people cannot take the same step; null when the unit has no such link. */
export const lockLink = (trx: Knex.Transaction, { tenant_id, id }: Place) =>
  Link.query(trx).where({ tenant_id, id }).forUpdate().first()

/** Takes a link one step further if its guards allow it; the reason of the refusal otherwise. */
export async function advanceLink(trx: Knex.Transaction, place: Place, step: Step): Promise<Refusal | null> {
  const link = await lockLink(trx, place)
  if (!link) return 'no_such_step'
  const refused = refusal(link.state, step.to, link.resumes, await evidenceOf(trx, link))
  if (refused) return refused
  await record(trx, link, step)
  return null
}

async function record(
  trx: Knex.Transaction,
  link: Link,
  { to, actor, remarks, details, at = new Date() }: Step
) {
  const { tenant_id, id, state } = link
  const aside = to === 'rework' || to === 'suspended'
  await Link.query(trx)
    .where({ tenant_id, id })
    .patch({
      state: to,
      stage_since: at,
      resumes: aside ? (state === 'rework' || state === 'suspended' ? link.resumes : state) : null,
      ...(to === 'active' && !link.activated_at ? { activated_at: at } : {}),
      ...(to === 'active' ? await acceptedBaseline(trx, link) : {}),
    })
  await LinkStep.query(trx).insert({
    ...{ tenant_id, link_id: id, at, was: state, became: to },
    ...{ actor_id: actor.id, actor_name: actor.name, remarks: remarks ?? null, details: details ?? {} },
  })
  await terminalFollows(trx, tenant_id, to)
}

/** The received power of the passed tests is the link's baseline for later alarms. */
async function acceptedBaseline(trx: Knex.Transaction, { tenant_id, id }: Link) {
  const run = await TestRun.query(trx)
    .where({ tenant_id, link_id: id, state: 'passed' })
    .orderBy('started_at', 'desc')
    .first()
  const rx =
    run && (await TestMeasure.query(trx).where({ tenant_id, run_id: run.id, code: 'rx_unit' }).first())
  return rx?.measured === null || rx?.measured === undefined ? {} : { baseline_rx_dbm: rx.measured }
}

/** A link's terminal is watched from its tests on, and is in full service with the link. */
async function terminalFollows(trx: Knex.Transaction, tenantId: number, to: LinkState) {
  const rollout = TERMINAL[to]
  if (!rollout) return
  await Device.query(trx)
    .where({ tenant_id: tenantId, kind: 'cpe' })
    .whereNot('rollout', 'retired')
    .patch({ rollout })
  await trx.raw(`notify ops_console, 'inventory'`)
}

const TERMINAL: Partial<Record<LinkState, Rollout>> = {
  testing: 'installed',
  active: 'live',
  suspended: 'delivered',
  decommissioned: 'retired',
}

/** Takes a device to another stage; false when there is no way from where it is. */
export async function advanceDevice(
  trx: Knex.Transaction,
  { tenantId, deviceId }: { tenantId: number; deviceId: string },
  { to, actor, remarks }: { to: Rollout; actor: Actor; remarks?: string | null }
): Promise<boolean> {
  const device = await Device.query(trx).where({ tenant_id: tenantId, id: deviceId }).forUpdate().first()
  if (!device || !nextRollouts(device.rollout).includes(to)) return false
  await Device.query(trx).where({ tenant_id: tenantId, id: deviceId }).patch({ rollout: to })
  await DeviceStep.query(trx).insert({
    ...{ tenant_id: tenantId, device_id: deviceId, was: device.rollout, became: to },
    ...{ actor_id: actor.id, actor_name: actor.name, remarks: remarks ?? null },
  })
  await trx.raw(`notify ops_console, 'inventory'`)
  return true
}
