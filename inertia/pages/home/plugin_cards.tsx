import type { ReactNode } from 'react'
import { Card, Link, StateBadge, StateShape, useFormats, useT, type State } from '@unia/ui'
import classes from './home.module.css'

interface Figure {
  label: string
  value: number | string
  href?: string
  state?: State
}

export interface CardView {
  id: string
  size: 'small' | 'wide'
  /** Null when the card could not be loaded. */
  title: string | null
  href: string | null
  figures: Figure[]
}

/** Small cards beside each other, wide ones over two columns. */
export function PluginCards({ cards, children }: { cards: CardView[]; children?: ReactNode }) {
  return (
    <div className={classes.cards}>
      {cards.map((card) => (
        <div key={card.id} className={card.size === 'wide' ? classes.wide : undefined}>
          {card.title === null ? <Unavailable /> : <PluginCard card={card} title={card.title} />}
        </div>
      ))}
      {children}
    </div>
  )
}

function PluginCard({ card, title }: { card: CardView; title: string }) {
  return (
    <Card title={title} href={card.href ?? undefined}>
      <ul className={classes.figures}>
        {card.figures.map((figure) => (
          <li key={figure.label}>
            <FigureTile figure={figure} href={figure.href ?? card.href} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** One figure with its label; a link where it leads to its list. */
export function FigureTile({ figure, href }: { figure: Figure; href: string | null }) {
  const t = useT()
  const { formatNumber } = useFormats()
  const content = (
    <>
      <span className={classes.value}>
        {figure.state && <StateShape state={figure.state} label={t(`ui.state.${figure.state}`)} />}
        {typeof figure.value === 'number' ? formatNumber(figure.value) : figure.value}
      </span>
      <span className={classes.label}>{figure.label}</span>
    </>
  )
  return href ? (
    <Link href={href} prefetch className={classes.figure}>
      {content}
    </Link>
  ) : (
    <div className={classes.figure}>{content}</div>
  )
}

function Unavailable() {
  const t = useT()
  return (
    <Card aside={<StateBadge state="unknown">{t('core.home.card.failed')}</StateBadge>}>
      <p className={classes.quiet}>{t('core.home.card.failed.text')}</p>
    </Card>
  )
}
