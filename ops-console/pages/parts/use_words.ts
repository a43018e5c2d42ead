import { useT } from '@unia/ui'

/** Names of checks and entities; a check that has no name yet is shown as it is called. */
export function useWords() {
  const t = useT()
  const named = (key: string, otherwise: string) => {
    const text = t(key)
    return text === key ? otherwise : text
  }
  return {
    check: ({ check, instance }: { check: string; instance?: string }) =>
      [named(`ops-console.check.${check}`, check), instance && `(${instance})`].filter(Boolean).join(' '),
    entity: (kind: string | null) => (kind ? named(`ops-console.alarms.entity.${kind}`, kind) : ''),
    impacts: (kinds: Partial<Record<string, number>>) =>
      Object.entries(kinds)
        .map(([kind, count]) => t(`ops-console.alarms.impact.${kind}`, { count: count! }))
        .join(', '),
  }
}
