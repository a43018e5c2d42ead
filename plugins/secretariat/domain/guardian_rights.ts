/** What a guardian may do for one pupil; each may be limited by a court from day to day. */
export const RIGHTS = [
  'mayReadRegister',
  'mayExcuse',
  'mayCollect',
  'legalRepresentative',
  'maySeeAddress',
] as const

export type Right = (typeof RIGHTS)[number]
export type Rights = Record<Right, boolean>

export interface DatedRights extends Rights {
  validFrom: string
  validTo: string | null
}

/** Rights that hold on a day: those that began last and have not ended, else the ones given when the link was made. */
export function rightsOn(first: Rights, dated: readonly DatedRights[], day: string): Rights {
  const holding = dated
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day))
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))
  return only(holding[0] ?? first)
}

/** Names of the rights that are held, for events. */
export const heldRights = (rights: Rights): Right[] => RIGHTS.filter((right) => rights[right])

export const sameRights = (a: Rights, b: Rights): boolean => RIGHTS.every((right) => a[right] === b[right])

export const only = (rights: Rights): Rights =>
  Object.fromEntries(RIGHTS.map((right) => [right, rights[right]])) as Rights
