import type { DownEvidence } from './settle.ts'

/** Whose an outage was, in words: the link's, or what it is excluded for with the evidence. */
export function causeOf({ excluded, counted }: DownEvidence, t: (key: string) => string): string {
  const causes = excluded.map(({ cause, evidence }) =>
    [t(`ops-console.sla.cause.${cause}`), evidence].filter(Boolean).join(': ')
  )
  return [...(counted > 0 ? [t('ops-console.sla.cause.link')] : []), ...new Set(causes)].join('; ')
}
