/** Bits per second as Mb/s with at most one decimal; a dash when not known. */
export function megabits(
  bps: number | null | undefined,
  format: (value: number, options?: object) => string
): string {
  if (bps === null || bps === undefined) return '–'
  const value = bps / 1e6
  return format(value, {
    maximumFractionDigits: value < 10 ? 1 : 0,
    minimumFractionDigits: value < 10 ? 1 : 0,
  })
}
