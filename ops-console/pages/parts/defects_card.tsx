import { useState } from 'react'
import {
  Button,
  Card,
  CheckboxField,
  DateField,
  Form,
  router,
  StateBadge,
  TextareaField,
  useFormats,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { LinkRolloutProps } from '../link_rollout.tsx'
import classes from './rollout.module.css'

type Props = LinkRolloutProps
type DefectRow = Props['defects'][number]

/** What is to be mended; blocking defects keep the link from going into service. */
export function DefectsCard({ defects, base, mayManage, mayConsent }: Props) {
  const t = useT()
  const [adding, setAdding] = useState(false)
  return (
    <Card
      title={t('ops-console.rollout.defects')}
      aside={
        (mayManage || mayConsent) &&
        !adding && <Button onClick={() => setAdding(true)}>{t('ops-console.rollout.defect.add')}</Button>
      }
    >
      {!defects.length && !adding && <p className={classes.meta}>{t('ops-console.rollout.defect.none')}</p>}
      {adding && <DefectForm base={base} mayBlock={mayManage} onSaved={() => setAdding(false)} />}
      {defects.map((defect) => (
        <DefectView key={defect.id} defect={defect} base={base} mayManage={mayManage} />
      ))}
    </Card>
  )
}

function DefectForm({ base, mayBlock, onSaved }: { base: string; mayBlock: boolean; onSaved: () => void }) {
  const t = useT()
  const form = useUniaForm({ description: '', blocking: false, dueOn: '' }, 'defect')
  return (
    <Form
      form={form}
      action={`${base}/defects`}
      submitLabel={t('ops-console.rollout.defect.save')}
      onSuccess={onSaved}
    >
      <TextareaField name="description" label={t('ops-console.rollout.defect.description')} required />
      {mayBlock && <CheckboxField name="blocking" label={t('ops-console.rollout.defect.blocking')} />}
      <DateField name="dueOn" label={t('ops-console.rollout.defect.due')} />
    </Form>
  )
}

function DefectView({ defect, base, mayManage }: { defect: DefectRow; base: string; mayManage: boolean }) {
  const t = useT()
  const { formatDate } = useFormats()
  const [resolving, setResolving] = useState(false)
  const open = !defect.resolved_at
  const tone = !open ? 'ok' : defect.blocking ? 'critical' : 'warning'
  const label = !open ? 'resolved' : defect.blocking ? 'blocking_open' : 'open'
  const reopen = () => router.patch(`${base}/defects/${defect.id}`, {}, { preserveScroll: true })
  const facts = [
    defect.reported_by_name,
    formatDate(defect.opened_at),
    defect.due_on && t('ops-console.rollout.defect.due_on', { day: formatDate(defect.due_on) }),
    defect.resolution,
    defect.reopened > 0 && t('ops-console.rollout.defect.reopened', { count: defect.reopened }),
  ]
  return (
    <div className={classes.row}>
      <div className={classes.main}>
        <div>{defect.description}</div>
        <div className={classes.meta}>
          <StateBadge state={tone}>{t(`ops-console.rollout.defect.${label}`)}</StateBadge>{' '}
          {facts.filter(Boolean).join(' · ')}
        </div>
        {resolving && (
          <ResolveForm action={`${base}/defects/${defect.id}`} onSaved={() => setResolving(false)} />
        )}
      </div>
      {mayManage && !resolving && (
        <Button variant="default" onClick={open ? () => setResolving(true) : reopen}>
          {t(open ? 'ops-console.rollout.defect.resolve' : 'ops-console.rollout.defect.reopen')}
        </Button>
      )}
    </div>
  )
}

function ResolveForm({ action, onSaved }: { action: string; onSaved: () => void }) {
  const t = useT()
  const form = useUniaForm({ resolution: '' }, 'resolution')
  return (
    <Form
      form={form}
      method="patch"
      action={action}
      submitLabel={t('ops-console.rollout.defect.resolve')}
      onSuccess={onSaved}
    >
      <TextareaField name="resolution" label={t('ops-console.rollout.defect.how')} required />
    </Form>
  )
}
