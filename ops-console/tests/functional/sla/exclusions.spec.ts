import { test } from '@japa/runner'
import knex from 'knex'
import { cleanUp, twoUnits } from '@unia/platform/testing'
import { contractLinks } from '#ops/sla/links'
import { monthInterval } from '#ops/sla/month'
import { exclusionsOf } from '#ops/sla/read_exclusions'
import { aLink } from './link.ts'

const LIMITS = { availability: 99.5, latencyP95Ms: 30, lossPercent: 0.5, noticeHours: 72 }

test.group('What leaves the account', (group) => {
  group.each.teardown(() => cleanUp())

  test('are agreed windows announced in time and suspensions of the link, of this unit alone', async ({
    assert,
    cleanup,
  }) => {
    const [unit, other] = await twoUnits()
    const place = await aLink(unit)
    const owner = knex({ client: 'pg', connection: process.env.DATABASE_OWNER_URL, pool: { min: 0, max: 1 } })
    const trx = await owner.transaction()
    cleanup(async () => {
      await trx.rollback()
      await owner.destroy()
    })
    // As the alarms and the roll-out make them; nothing where they are there already.
    await trx.raw(`create table if not exists ops_console.ops_console_windows (tenant_id integer, id uuid default uuidv7(),
      scope text, device_id uuid, starts_at timestamptz, ends_at timestamptz, repeats text default 'none', repeats_until date,
      sla_excluded boolean, announced_at timestamptz, reason text, author_name text, ended_at timestamptz)`)
    await trx.raw(`create table if not exists ops_console.ops_console_link_steps (tenant_id integer, id uuid default uuidv7(),
      link_id uuid, at timestamptz, was text, became text, remarks text)`)
    const day = (n: number, hour = 10) => new Date(`2026-10-${String(n).padStart(2, '0')}T${hour}:00:00Z`)
    const window = (tenant: number, n: number, more: object = {}) => ({
      ...{ tenant_id: tenant, scope: 'unit', starts_at: day(n), ends_at: day(n, 12), announced_at: day(1) },
      ...{ sla_excluded: true, reason: `okno ${n}`, author_name: 'Łucja Żak', ...more },
    })
    await trx('ops_console.ops_console_windows').insert([
      window(unit.id, 6),
      window(unit.id, 7, { announced_at: day(6) }),
      window(unit.id, 8, { sla_excluded: false }),
      window(other.id, 9),
      window(other.id, 10, { scope: 'city' }),
      window(unit.id, 11, { scope: 'device', device_id: place.deviceId }),
    ])
    const [link] = await contractLinks(trx, unit.id)
    const step = (n: number, was: string, became: string) => ({
      ...{ tenant_id: unit.id, link_id: link.linkId, at: day(n), was, became, remarks: 'pismo 12' },
    })
    await trx('ops_console.ops_console_link_steps').insert([
      step(20, 'active', 'suspended'),
      step(22, 'suspended', 'active'),
    ])
    const { exclusions, refused } = await exclusionsOf(trx, link, monthInterval('2026-10'), LIMITS)
    assert.deepEqual(
      exclusions.map(({ cause, evidence, from, to }) => [cause, evidence, (to - from) / 3600_000]),
      [
        ['window', 'okno 6', 2],
        ['window', 'okno 10', 2],
        ['window', 'okno 11', 2],
        ['suspension', 'pismo 12', 48],
      ]
    )
    assert.deepEqual(
      refused.map(({ evidence, late }) => [evidence, late]),
      [
        ['okno 7', true],
        ['okno 8', false],
      ]
    )
  })
})
