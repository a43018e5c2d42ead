import { Card, Link, StateShape, useFormats, useShared, useT, type State } from '@unia/ui'
import classes from './home.module.css'

export interface Need {
  text: string
  href: string
  due: string | null
  state: State | null
}

/** What waits for this person, the earliest deadline first. */
export function NeedsList({ needs, more }: { needs: Need[]; more: number }) {
  const t = useT()
  return (
    <div className={classes.needs}>
      <Card title={t('core.home.needs')}>
        {needs.length === 0 && (
          <p className={classes.quiet}>
            <StateShape state="ok" /> {t('core.home.needs.none')}
          </p>
        )}
        <NeedRows needs={needs} />
        {more > 0 && <p className={classes.quiet}>{t('core.home.needs.more', { count: more })}</p>}
      </Card>
    </div>
  )
}

/** Each leads to where it is settled. */
export function NeedRows({ needs }: { needs: Need[] }) {
  const t = useT()
  return (
    <ul className={classes.needList}>
      {needs.map((need) => (
        <li key={need.href + need.text}>
          <Link href={need.href} prefetch className={classes.need}>
            <StateShape
              state={need.state ?? 'maintenance'}
              label={need.state ? t(`ui.state.${need.state}`) : undefined}
            />
            <span className={classes.needText}>{need.text}</span>
            {need.due && <Due day={need.due} />}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Due({ day }: { day: string }) {
  const t = useT()
  const { formatDay } = useFormats()
  const { now } = useShared()
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(new Date(now))
  const late = day.slice(0, 10) < today
  const text = late ? 'core.home.needs.late' : 'core.home.needs.due'
  return (
    <time dateTime={day} className={classes.due} data-late={late || undefined}>
      {day.slice(0, 10) === today ? t('core.home.needs.today') : t(text, { day: formatDay(day) })}
    </time>
  )
}
