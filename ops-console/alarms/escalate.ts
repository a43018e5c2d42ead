import type { Knex } from 'knex'
import { heldBack } from './held.ts'
import { INCIDENTS } from './incident.ts'
import { putIntoOutbox, type NewNotice } from './notice.ts'
import { contentOf, silenceable, toldIncidents, type ToldIncident } from './open_incidents.ts'
import { dueSteps, policyFor, supplierOf, type Step } from './policy.ts'
import { readBook, recipientsOf, type Book } from './recipients.ts'
import { activeSilences, silences } from './silences.ts'
import { record } from './timeline.ts'

/** Takes the steps of the policies that are due, but for what is silenced or may yet belong to something above it. */
export async function escalate(knex: Knex, now: Date) {
  const open: ToldIncident[] = await toldIncidents(knex).whereNull('i.closed_at')
  if (!open.length) return
  const book = await readBook(knex, now)
  const due = open.flatMap((incident) => {
    const steps = stepsOf(incident, book)
    const numbers = dueSteps(steps, standing(incident), now)
    return numbers.length ? [{ incident, steps, numbers }] : []
  })
  if (!due.length) return
  const quiet = await activeSilences(knex, now)
  const held = await heldBack(
    knex,
    due.flatMap(({ incident }) => (incident.step < 0 ? incident.id : [])),
    now
  )
  for (const { incident, steps, numbers } of due) {
    if (held.has(incident.id) || quiet.some((silence) => silences(silence, silenceable(incident)))) continue
    await knex.transaction((trx) => take(trx, incident, steps, numbers, book, now))
  }
}

const stepsOf = (incident: ToldIncident, book: Book): Step[] =>
  policyFor(book.policies, {
    severity: incident.severity,
    kind: incident.kind,
    check: incident.check_code,
  })?.steps ?? []

const standing = ({ episode_at: episodeAt, step, acknowledged_at: at }: ToldIncident) => ({
  episodeAt,
  step,
  acknowledged: at !== null,
})

/** The step and its notices are one transaction: whatever dies in between, each recipient has one notice. */
async function take(
  trx: Knex.Transaction,
  incident: ToldIncident,
  steps: Step[],
  numbers: number[],
  book: Book,
  now: Date
) {
  const { tenant_id: tenantId, id, episode } = incident
  const last = numbers.at(-1)!
  const took = await trx(INCIDENTS)
    .where({ tenant_id: tenantId, id, episode, step: incident.step })
    .whereNull('closed_at')
    .update({ step: last, ...handedTo(incident, steps, numbers) })
  if (!took) return
  const asked = { kind: incident.kind, pilot: incident.rollout === 'pilot', now }
  const notices = numbers.flatMap((step) =>
    recipientsOf(steps[step]!.targets, book, asked).map((to): NewNotice => ({
      ...{ tenantId, incidentId: id, episode, step, to, kind: step === 0 ? 'problem' : 'escalation' },
      content: { ...contentOf(incident), waited: steps[step]!.afterMinutes },
    }))
  )
  await putIntoOutbox(trx, notices, now)
  await record(
    trx,
    numbers.map((step) => {
      const told = notices.filter((notice) => notice.step === step)
      const names = [...new Set(told.map(({ to }) => to.name))]
      const entry = { tenantId, incidentId: id, at: now, details: { step, names } }
      return { ...entry, kind: names.length ? ('step' as const) : ('nobody' as const) }
    })
  )
}

/** From the step that calls the contractor on, the incident is the contractor's too. */
function handedTo(incident: ToldIncident, steps: Step[], numbers: number[]) {
  const calls = numbers.some((step) => steps[step]!.targets.some(({ type }) => type === 'supplier'))
  const supplier = incident.rollout === 'pilot' ? null : supplierOf(incident.kind)
  return calls && supplier ? { supplier } : {}
}
