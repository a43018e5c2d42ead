/** Roles in which nobody works with other people's data for the unit: they see their own, or their children's. */
const OWN_DATA_ONLY = ['guardian', 'pupil', 'former_employee', 'resident', 'employer', 'operator']

/** Whether who holds a role needs a written authorisation (GDPR art. 29). */
export const needsAuthorisation = (role: string): boolean => !OWN_DATA_ONLY.includes(role)

/** `7/2026`, as it is cited. */
export const citation = ({ number, year }: { number: number; year: number }): string => `${number}/${year}`
