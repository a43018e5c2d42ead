import { Card, Link, PageHeader, useFormats, useShared, useT } from '@unia/ui'
import { NeedsList, type Need } from './needs_list.tsx'
import { PluginCards, type CardView } from './plugin_cards.tsx'
import { SecondFactorReminder } from './second_factor_reminder.tsx'
import classes from './home.module.css'

interface Props {
  needs: Need[]
  needsMore: number
  cards: CardView[]
  figures: { units: number; kinds: { kind: string; units: number }[] }
}

export default function CityHome({ needs, needsMore, cards, figures }: Props) {
  const t = useT()
  const { formatDate } = useFormats()
  const { role, now } = useShared()
  return (
    <>
      <PageHeader
        title={t('core.home.city.title')}
        facts={`${formatDate(now)} · ${role!.label} · ${t('core.home.city.count', { count: figures.units })}`}
      />
      <SecondFactorReminder />
      {needs.length > 0 && <NeedsList needs={needs} more={needsMore} />}
      <PluginCards cards={cards}>
        <div className={classes.wide}>
          <UnitsCard kinds={figures.kinds} />
        </div>
      </PluginCards>
    </>
  )
}

function UnitsCard({ kinds }: { kinds: Props['figures']['kinds'] }) {
  const t = useT()
  const { formatNumber } = useFormats()
  return (
    <Card title={t('core.home.city.units')} href="/city/units">
      <ul className={classes.figures}>
        {kinds.map(({ kind, units }) => (
          <li key={kind}>
            <Link href={`/city/units?f.kind=${kind}`} prefetch className={classes.figure}>
              <span className={classes.value}>{formatNumber(units)}</span>
              <span className={classes.label}>{t(`core.home.kind.${kind}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
