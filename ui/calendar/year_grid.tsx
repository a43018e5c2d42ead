import { useFormats } from '../i18n/provider.tsx'
import { VisuallyHidden } from '@mantine/core'
import classes from './year_grid.module.css'

export interface GridDay {
  /** `2026-09-01`. */
  day: string
  /** `quiet` for weekends and the like, `free` for days that stand out. */
  tone: 'plain' | 'quiet' | 'free'
  /** One or two letters below the number; its meaning is in `label`. */
  mark?: string
  /** What the day is, in words. */
  label?: string
}

export interface GridMonth {
  /** `2026-09`. */
  month: string
  /** Empty places before the first day, Monday first. */
  before: number
  days: GridDay[]
  /** Beside the month's name. */
  note?: string
}

/** A year as month tables; what a day is stands in letters, never in colour alone. */
export function YearGrid({ months, today }: { months: GridMonth[]; today?: string }) {
  return (
    <div className={classes.year}>
      {months.map((month) => (
        <Month key={month.month} {...month} today={today} />
      ))}
    </div>
  )
}

function Month({ month, before, days, note, today }: GridMonth & { today?: string }) {
  const { locale } = useFormats()
  const name = (value: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', options).format(
      new Date(`${value}T12:00:00Z`)
    )
  return (
    <table className={classes.month}>
      <caption>
        {name(`${month}-01`, { month: 'long', year: 'numeric' })}
        {note && ` · ${note}`}
      </caption>
      <thead>
        <tr>
          {WEEK.map((day) => (
            <th key={day} scope="col" abbr={name(day, { weekday: 'long' })}>
              {name(day, { weekday: 'narrow' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(before, days).map((week, at) => (
          <tr key={at}>
            {week.map((day, place) =>
              day ? <Cell key={day.day} {...day} today={day.day === today} /> : <td key={place} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Cell = ({ day, tone, mark, label, today }: GridDay & { today: boolean }) => (
  <td
    data-tone={tone}
    className={today ? classes.today : undefined}
    title={label}
    aria-current={today ? 'date' : undefined}
  >
    {Number(day.slice(8))}
    {mark && (
      <span className={classes.mark} aria-hidden>
        {mark}
      </span>
    )}
    {label && <VisuallyHidden>, {label}</VisuallyHidden>}
  </td>
)

/** Monday to Sunday of some week, for their names. */
const WEEK = [
  '2026-06-01',
  '2026-06-02',
  '2026-06-03',
  '2026-06-04',
  '2026-06-05',
  '2026-06-06',
  '2026-06-07',
]

function weeksOf(before: number, days: GridDay[]): (GridDay | null)[][] {
  const places = [...Array<null>(before).fill(null), ...days]
  while (places.length % 7) places.push(null)
  return Array.from({ length: places.length / 7 }, (_, at) => places.slice(at * 7, at * 7 + 7))
}
