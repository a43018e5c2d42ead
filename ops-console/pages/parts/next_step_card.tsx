import { useState } from 'react'
import { Alert, Button, Card, Form, TextareaField, TextField, useT, useUniaForm } from '@unia/ui'
import type { NextStep } from '#ops/queries/link_rollout'
import type { LinkRolloutProps } from '../link_rollout.tsx'
import classes from './rollout.module.css'

type Props = LinkRolloutProps

const SIDE = ['rework', 'suspended', 'decommissioned']

/** What can be done with the link now, and what is missing where it cannot. */
export function NextStepCard({ next, base, mayManage, mayConsent, link }: Props) {
  const t = useT()
  const [chosen, setChosen] = useState<string | null>(null)
  const offered = next.filter(({ to }) => mayManage || (mayConsent && to === 'route_agreed'))
  if (!offered.length) {
    return (
      <Card title={t('ops-console.rollout.next')}>
        <p className={classes.meta}>{t(`ops-console.rollout.waiting.${link.state}`)}</p>
      </Card>
    )
  }
  const forward = offered.filter(({ to }) => !SIDE.includes(to))
  const aside = offered.filter(({ to }) => SIDE.includes(to))
  return (
    <Card title={t('ops-console.rollout.next')}>
      <div className={classes.steps}>
        {forward.map((step) => (
          <StepRow
            key={step.to}
            step={step}
            open={chosen === step.to}
            base={base}
            onOpen={() => setChosen(step.to)}
            primary
          />
        ))}
        {aside.map((step) => (
          <StepRow
            key={step.to}
            step={step}
            open={chosen === step.to}
            base={base}
            onOpen={() => setChosen(step.to)}
          />
        ))}
      </div>
    </Card>
  )
}

interface RowProps {
  step: NextStep
  open: boolean
  base: string
  primary?: boolean
  onOpen: () => void
}

function StepRow({ step, open, base, primary, onOpen }: RowProps) {
  const t = useT()
  if (open) return <StepForm to={step.to} base={base} />
  return (
    <div className={classes.row}>
      <div className={classes.main}>
        <div>{t(`ops-console.rollout.to.${step.to}`)}</div>
        {step.refused && (
          <div className={classes.refused}>{t(`ops-console.rollout.refused.${step.refused}`)}</div>
        )}
      </div>
      <Button variant={primary ? 'filled' : 'default'} disabled={step.refused !== null} onClick={onOpen}>
        {t('ops-console.rollout.take')}
      </Button>
    </div>
  )
}

function StepForm({ to, base }: { to: string; base: string }) {
  const t = useT()
  const form = useUniaForm({ to, remarks: '', location: '', distanceM: '' }, `step-${to}`)
  return (
    <Form form={form} action={`${base}/steps`} submitLabel={t(`ops-console.rollout.to.${to}`)}>
      {form.errors.to && <Alert color="red">{form.errors.to}</Alert>}
      {to === 'route_agreed' && <p className={classes.meta}>{t('ops-console.rollout.consent_text')}</p>}
      {to === 'cabinet_installed' && (
        <>
          <TextField name="location" label={t('ops-console.rollout.cabinet_place')} />
          <TextField name="distanceM" label={t('ops-console.rollout.cabinet_distance')} />
        </>
      )}
      <TextareaField name="remarks" label={t('ops-console.rollout.field.remarks')} />
    </Form>
  )
}
