import { publish } from '@unia/platform/bus'
import { attempt } from '@unia/platform/scope'
import type { Infer } from '@vinejs/vine/types'
import { sectionCreated } from '#secretariat/contract'
import { sectionName } from '#secretariat/domain/section_name'
import Section from '#secretariat/models/section'
import type { sectionChangeValidator, sectionValidator } from '#secretariat/validators/section'

export type Founding =
  { outcome: 'saved'; id: string; name: string } | { outcome: 'taken' } | { outcome: 'no_unit' }

/** 23505: there is such a section; 23503: the component is not this tenant's. */
const EXPECTED = ['23505', '23503']

export async function found(form: Infer<typeof sectionValidator>): Promise<Founding> {
  const created = await attempt(() => Section.create({ ...form, name: sectionName(form) }), EXPECTED)
  if (!created.ok) return created.code === '23505' ? { outcome: 'taken' } : { outcome: 'no_unit' }
  const { id, unitId, schoolYear, name } = created.value
  await publish(sectionCreated, { subject: `section/${id}`, data: { sectionId: id, unitId, schoolYear } })
  return { outcome: 'saved', id, name }
}

export async function rename(
  section: Section,
  form: Infer<typeof sectionChangeValidator>
): Promise<Founding> {
  const name = sectionName({ gradeLevel: section.gradeLevel, symbol: form.symbol })
  const saved = await attempt(() => section.merge({ ...form, name }).save())
  return saved.ok ? { outcome: 'saved', id: section.id, name } : { outcome: 'taken' }
}
