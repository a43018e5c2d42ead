const DASH = '–'

/** Share between 0 and 1 as percent with three decimals, rounded down so that a broken limit never looks kept. */
export function percent(share: number | null, locale: string): string {
  if (share === null) return DASH
  const floored = Math.floor(Number((share * 100_000).toFixed(6))) / 1000
  return `${floored.toLocaleString(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 })} %`
}

export function amount(value: number | null, unit: string, locale: string, digits = 2): string {
  return value === null ? DASH : `${value.toLocaleString(locale, { maximumFractionDigits: digits })} ${unit}`
}

/** `3 h 36 min 12 s`; nothing is `0 min`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const
  return (
    parts
      .filter(([count]) => count > 0)
      .map(([count, unit]) => `${count} ${unit}`)
      .join(' ') || '0 min'
  )
}

/** An instant on the clock in Warsaw. */
export function moment(ms: number, locale: string): string {
  return new Date(ms).toLocaleString(locale, {
    ...{ timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'medium' },
  })
}

export function monthName(month: string, locale: string): string {
  return new Date(`${month}-15T12:00:00Z`).toLocaleString(locale, { month: 'long', year: 'numeric' })
}
