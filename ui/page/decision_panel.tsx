import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { KeyValue } from './key_value.tsx'
import { useT } from '../i18n/provider.tsx'
import classes from './page.module.css'

interface Choice {
  label: string
  onClick: () => void
}

export interface DecisionPanelProps {
  what: string
  askedBy: ReactNode
  next: ReactNode
  legalBasis?: ReactNode
  approve: Choice
  reject: Choice
  /** A third, quiet way: return for completion. */
  giveBack?: Choice
  busy?: boolean
  children?: ReactNode
}

/** What is asked, by whom, what follows, on what law; and the buttons. */
export function DecisionPanel({
  what,
  askedBy,
  next,
  legalBasis,
  approve,
  reject,
  giveBack,
  busy,
  children,
}: DecisionPanelProps) {
  const t = useT()
  const facts = [
    { label: t('ui.decision.asked_by'), value: askedBy },
    { label: t('ui.decision.next'), value: next },
    ...(legalBasis ? [{ label: t('ui.decision.legal_basis'), value: legalBasis }] : []),
  ]
  return (
    <section className={classes.decision} aria-label={t('ui.decision.label')}>
      <h2 className={classes.decisionTitle}>{what}</h2>
      <KeyValue items={facts} />
      {children}
      <div className={classes.decisionActions}>
        <Button size="md" loading={busy} onClick={approve.onClick}>
          {approve.label}
        </Button>
        <Button size="md" variant="default" disabled={busy} onClick={reject.onClick}>
          {reject.label}
        </Button>
        {giveBack && (
          <Button size="md" variant="subtle" disabled={busy} onClick={giveBack.onClick}>
            {giveBack.label}
          </Button>
        )}
      </div>
    </section>
  )
}
