import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { NotFound } from '@unia/platform/http'
import { warsawDay } from '@unia/platform/values'
import { taughtBy, tutoredBy } from '#secretariat/queries/own_sections'

/** Which pupils somebody may see, and how much of each. Lists, cards, searches and files all ask for it. */
export interface Sight {
  /** `contacts`: name, section and how to reach the guardians. */
  card: 'whole' | 'contacts'
  /** Null: all pupils of the unit. */
  sections: string[] | null
}

export interface Beholder {
  personId: string
  can(permission: string): boolean
}

/** The one place where it is decided (specification, section 10): the office all, tutors their own, teachers whom they teach. */
export async function sightOf({ personId, can }: Beholder, day = warsawDay()): Promise<Sight> {
  if (can('secretariat.pupil.identify')) return { card: 'whole', sections: null }
  if (can('secretariat.pupil.tutor')) return { card: 'whole', sections: await tutoredBy(personId, day) }
  return { card: 'contacts', sections: await taughtBy(personId, day) }
}

export const beholder = (ctx: HttpContext): Beholder => ({
  personId: ctx.identity!.person.id,
  can: (permission) => ctx.place!.can(permission),
})

/** As a condition on `secretariat_pupils p`. */
export const inSight = ({ sections }: Sight, day: string): [string, (string | string[])[]][] =>
  sections === null
    ? []
    : [
        [
          `exists (select from secretariat_section_memberships own where own.tenant_id = p.tenant_id and own.pupil_id = p.id
             and own.section_id = any(?::uuid[]) and ?::date between own.valid_from and coalesce(own.valid_to, 'infinity'))`,
          [sections, day],
        ],
      ]

/** The pupil when this person may see them. Throws E_NOT_FOUND otherwise, as if there were no such pupil. */
export async function requireSight(ctx: HttpContext, pupilId: string): Promise<Sight> {
  const day = warsawDay()
  const sight = await sightOf(beholder(ctx), day)
  const query = db.from('secretariat_pupils as p').where('p.id', pupilId).select('p.id')
  for (const [sql, bindings] of inSight(sight, day)) void query.whereRaw(sql, bindings as string[])
  if (!(await query.first())) throw new NotFound()
  return sight
}
