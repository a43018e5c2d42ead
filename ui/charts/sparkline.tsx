/** A line without axes, drawn in the colour of the text around it; `null` leaves a gap. The figure stands beside it. */
export function Sparkline({
  values,
  width = 96,
  height = 24,
  max,
}: {
  values: (number | null)[]
  width?: number
  height?: number
  max?: number
}) {
  const top = max ?? values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0)
  const step = values.length > 1 ? width / (values.length - 1) : 0
  const y = (value: number) => (top > 0 ? height - 1.5 - (value / top) * (height - 3) : height - 1.5)
  const path = values
    .map((value, at) =>
      value === null
        ? ''
        : `${(values[at - 1] ?? null) === null ? 'M' : 'L'}${(at * step).toFixed(1)} ${y(value).toFixed(1)}`
    )
    .join('')
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
