import { addDays } from '@unia/platform/values'

/** Days after which both directors are reminded of a request nobody answered. */
export const PATIENCE_DAYS = 7

/** The first day in the new unit. */
export const firstDayThere = (lastDayHere: string): string => addDays(lastDayHere, 1)
