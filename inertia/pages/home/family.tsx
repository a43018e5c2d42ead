import { Alert, Card, EmptyState, PageHeader, useFormats, useShared, useT } from '@unia/ui'
import { FigureTile, type CardView } from './plugin_cards.tsx'
import { NeedRows, type Need } from './needs_list.tsx'
import classes from './home.module.css'

interface ChildView {
  pupilId: string
  name: string
  group: string | null
  unitSlug: string
  unitName: string
  href: string | null
  figures: CardView['figures']
  needs: Need[]
}

/** Every child of the person, in whatever unit, on one page: what waits first, then how things stand. */
export default function Family({ children, unavailable }: { children: ChildView[]; unavailable: string[] }) {
  const t = useT()
  const { formatDate } = useFormats()
  const { now, places } = useShared()
  const isParent = places.some(({ roles }) => roles.some(({ id }) => id === 'guardian'))
  const units = new Set(children.map(({ unitSlug }) => unitSlug)).size
  const facts = t('core.home.family.facts', { children: children.length, units })
  return (
    <>
      <PageHeader
        title={t(isParent ? 'core.home.family' : 'core.home.family.self')}
        facts={isParent && children.length ? `${formatDate(now)} · ${facts}` : formatDate(now)}
      />
      {unavailable.length > 0 && (
        <Alert color="gray" role="status" mb="md">
          {t('core.home.family.unavailable', { units: unavailable.join(', ') })}
        </Alert>
      )}
      {children.length === 0 && unavailable.length === 0 && (
        <EmptyState icon="users" title={t('core.home.family.none')}>
          {t('core.home.family.none.text')}
        </EmptyState>
      )}
      <div className={classes.cards}>
        {children.map((child) => (
          <Child key={`${child.unitSlug} ${child.pupilId}`} child={child} />
        ))}
      </div>
    </>
  )
}

function Child({ child }: { child: ChildView }) {
  const t = useT()
  return (
    <Card title={child.name} href={child.href ?? undefined}>
      <p className={classes.about}>{[child.group, child.unitName].filter(Boolean).join(' · ')}</p>
      {child.needs.length ? (
        <NeedRows needs={child.needs} />
      ) : (
        <p className={classes.quiet}>{t('core.home.family.calm')}</p>
      )}
      {child.figures.length > 0 && (
        <ul className={classes.figures}>
          {child.figures.map((figure) => (
            <li key={figure.label}>
              <FigureTile figure={figure} href={figure.href ?? null} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
