import { dayOf, daysUntil } from '../dates.ts'
import { nodesAt, textAt, type XmlNode } from '../xml.ts'

/** A licence as it is kept; its authcode is a secret and is not read. */
export interface Licence {
  feature: string
  description: string | null
  issuedOn: string | null
  /** Null: never. */
  expiresOn: string | null
  expired: boolean
}

export function licencesOf(result: XmlNode): Licence[] {
  return nodesAt(result, 'licenses', 'entry').flatMap((entry) => {
    const feature = textAt(entry, 'feature')
    if (!feature) return []
    return [
      {
        feature,
        description: textAt(entry, 'description'),
        issuedOn: dayOf(textAt(entry, 'issued')),
        expiresOn: dayOf(textAt(entry, 'expires')),
        expired: textAt(entry, 'expired') === 'yes',
      },
    ]
  })
}

/** Days until the first licence ends, negative when one has; null when none ever does. */
export function licenceDays(licences: readonly Licence[], now: number): number | null {
  const days = licences.flatMap(({ expiresOn, expired }) => {
    const left = expiresOn ? daysUntil(expiresOn, now) : null
    if (expired) return Math.min(left ?? -1, -1)
    return left ?? []
  })
  return days.length ? Math.min(...days) : null
}
