import type { Knex } from 'knex'
import { Gauge, Registry } from 'prom-client'
import { telemetry } from './telemetry.ts'

/** The console's own health as the database knows it, and this process's counters, in Prometheus' text format. */
export async function exposition(knex: Knex, { values = false } = {}): Promise<string> {
  const registry = new Registry()
  const gauge = <Labels extends string>(name: string, help: string, labelNames: Labels[] = []) =>
    new Gauge({ name: `unia_ops_${name}`, help, labelNames, registers: [registry] })
  await collectors(knex, gauge)
  await entities(knex, gauge)
  await rollups(knex, gauge)
  if (values) await lastValues(knex, registry)
  return [await telemetry.metrics(), await registry.metrics()].join('\n')
}

type MakeGauge = <Labels extends string>(name: string, help: string, labelNames?: Labels[]) => Gauge<Labels>

async function collectors(knex: Knex, gauge: MakeGauge) {
  const rows = await knex('ops_console.ops_console_collectors')
    .where('beat_at', '>', knex.raw(`now() - interval '10 minutes'`))
    .select('*', knex.raw('extract(epoch from now() - beat_at)::float8 as age'))
    .select(knex.raw('cycle_ms / 1000.0::float8 as cycle_s, late_ms / 1000.0::float8 as late_s'))
  const figures = {
    leading: ['collector_leading', 'Whether the collector polls'],
    devices: ['collector_devices', 'Entities the collector polls'],
    not_answering: ['collector_not_answering', 'Entities that do not answer'],
    polls_per_minute: ['collector_polls_per_minute', 'Polls in the last minute'],
    cycle_s: ['collector_cycle_seconds', 'Longest turn of the last period'],
    late_s: ['collector_late_seconds', 'Longest wait for a free place'],
    age: ['collector_beat_age_seconds', 'Time since the last heartbeat'],
  } as const
  for (const [column, [name, help]] of Object.entries(figures)) {
    const one = gauge(name, help, ['collector'])
    for (const row of rows) if (row[column] !== null) one.set({ collector: row.id }, Number(row[column]))
  }
  const blind = gauge('collector_blind', 'Whether so much is silent that the own way out is suspected', [
    'collector',
  ])
  for (const row of rows) blind.set({ collector: row.id }, row.blind_since ? 1 : 0)
}

async function entities(knex: Knex, gauge: MakeGauge) {
  const states = gauge('entities', 'Entities by kind and state', ['kind', 'state'])
  const found = await knex('ops_console.ops_console_device_states as s')
    .join('ops_console.ops_console_devices as d', (on) =>
      on.on('d.tenant_id', 's.tenant_id').on('d.id', 's.device_id')
    )
    .groupBy('d.kind', 's.state')
    .select('d.kind', 's.state', knex.raw('count(*)::integer as count'))
  for (const { kind, state, count } of found) states.set({ kind, state }, count)
  const incidents = gauge('incidents_open', 'Open incidents by severity', ['severity'])
  for (const severity of ['critical', 'warning']) incidents.set({ severity }, 0)
  const open = await knex('ops_console.ops_console_incidents')
    .whereNull('closed_at')
    .groupBy('severity')
    .select('severity', knex.raw('count(*)::integer as count'))
  for (const { severity, count } of open) incidents.set({ severity }, count)
}

async function rollups(knex: Knex, gauge: MakeGauge) {
  const lag = gauge('rollup_lag_seconds', 'Age of what each level of history has come to', ['level'])
  const marks = await knex('ops_console.ops_console_rollup_marks').select(
    'level',
    knex.raw('extract(epoch from now() - done_until)::float8 as age')
  )
  for (const { level, age } of marks) lag.set({ level }, age)
  const [{ count }] = await knex('ops_console.ops_console_rollup_due').count()
  gauge('rollup_due', 'Notes of buckets to be summed up').set(Number(count))
}

/** The last values of every entity polled in the last five minutes. One gauge for all: their units are the field's own, not Prometheus' base units. */
async function lastValues(knex: Knex, registry: Registry) {
  const { rows } = await knex.raw(
    `select distinct on (s.tenant_id, s.device_id) t.slug as unit, d.key as device, l.names, s.values
     from ops_console.ops_console_samples s
     join ops_console.ops_console_layouts l on l.id = s.layout_id
     join ops_console.ops_console_devices d on d.tenant_id = s.tenant_id and d.id = s.device_id
     join core.tenancy_tenants t on t.id = s.tenant_id
     where s.at > now() - interval '5 minutes' order by s.tenant_id, s.device_id, s.at desc`
  )
  const last = new Gauge({
    name: 'unia_ops_last_value',
    help: 'Last value of a metric, in the unit of its catalogue (ms, dBm, percent, days ...)',
    labelNames: ['unit', 'device', 'metric', 'interface'] as const,
    registers: [registry],
  })
  for (const { unit, device, names, values } of rows) {
    names.forEach((name: string, place: number) => {
      const value = values?.[place] ?? null
      if (value === null) return
      const [metric = name, ...instance] = name.split('@')
      last.set({ unit, device, metric, interface: instance.join('@') }, value)
    })
  }
}
