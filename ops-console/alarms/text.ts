import type { DeviceKind } from '#ops/inventory/device'
import type { Notice, NoticeContent } from './notice.ts'
import { moment, word, type Locale } from './words.ts'

/** A notice in words. `lines` are paragraphs without markup. */
export interface Letter {
  subject: string
  lines: string[]
  /** Path inside Unia; null for a school, which has no business with the city's page. */
  href: string | null
}

export type ImpactCounts = Partial<Record<DeviceKind, number>>

type Told = Pick<Notice, 'kind' | 'locale' | 'content' | 'incident_id'>

/** Says a notice in the recipient's language; `impacts` are counted when it is sent. */
export function letterOf(notice: Told, impacts: ImpactCounts = {}): Letter {
  const { kind, locale, content } = notice
  if (kind === 'test') return simple(locale, 'test')
  if (kind === 'digest') return digest(locale, content)
  if (content.scope) return toSchool(notice)
  const values = { ...namesOf(locale, content), waited: content.waited ?? 0 }
  const fact = factOf(locale, content)
  const cut = impactsOf(locale, impacts)
  const say = (key: string) => word(locale, `notice.${key}`, values)!
  return {
    subject: say(`${kind}.subject`),
    lines: [
      say(`${kind}.text`),
      ...(fact ? [fact] : []),
      ...(cut ? [word(locale, 'notice.cut_off', { list: cut })!] : []),
      word(locale, 'notice.since', { at: moment(locale, content.openedAt) })!,
      ...(content.closedAt ? [word(locale, 'notice.until', { at: moment(locale, content.closedAt) })!] : []),
    ],
    href: `/city/ops-console/incidents/${notice.incident_id}`,
  }
}

const simple = (locale: Locale, kind: string): Letter => ({
  subject: word(locale, `notice.${kind}.subject`)!,
  lines: [word(locale, `notice.${kind}.text`)!],
  href: '/city/ops-console/notifications',
})

/** Names nobody else: of the city's trouble a school learns that it is the city's. */
function toSchool({ kind, locale, content }: Told): Letter {
  const which = `${kind === 'recovered' ? 'school_recovered' : 'school'}.${content.scope}`
  const at = moment(locale, kind === 'recovered' ? (content.closedAt ?? content.openedAt) : content.openedAt)
  return {
    subject: word(locale, `notice.${which}.subject`)!,
    lines: [word(locale, `notice.${which}.text`, { at })!],
    href: null,
  }
}

function digest(locale: Locale, { items = [] }: NoticeContent): Letter {
  return {
    subject: word(locale, 'notice.digest.subject', { count: items.length })!,
    lines: [
      word(locale, 'notice.digest.text')!,
      ...items.map((item) =>
        word(locale, 'notice.digest.item', {
          at: moment(locale, item.at),
          unit: item.unit,
          check: checkName(locale, item.check),
          kind: item.kind,
        })!
      ),
    ],
    href: '/city/ops-console/incidents',
  }
}

const checkName = (locale: Locale, check: string) => word(locale, `check.${check}`) ?? check

function namesOf(locale: Locale, { unit, unitName, entity, check, instance, severity }: NoticeContent) {
  const name = checkName(locale, check)
  return {
    ...{ unit, unitName, severity },
    entity: entity ?? 'none',
    entityName: entity ? (word(locale, `alarms.entity.${entity}`) ?? entity) : '',
    check: instance ? `${name} (${instance})` : name,
  }
}

/** A measured value in words; silence says nothing more than the check's name. */
function factOf(locale: Locale, { fact }: NoticeContent): string | null {
  if (!fact || typeof fact.params.value !== 'number') return null
  return word(locale, `fact.${fact.code}`, { ...fact.params, ago: '' })
}

export function impactsOf(locale: Locale, impacts: ImpactCounts): string {
  const parts = Object.entries(impacts).map(([kind, count]) =>
    word(locale, `alarms.impact.${kind}`, { count })
  )
  return parts.filter(Boolean).join(', ')
}
