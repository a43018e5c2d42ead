import { useState } from 'react'
import {
  Anchor,
  Button,
  Card,
  FileField,
  Form,
  SelectField,
  TextField,
  useFormats,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { LinkRolloutProps } from '../link_rollout.tsx'
import classes from './rollout.module.css'

type Props = LinkRolloutProps

const KINDS = ['photo', 'as_built', 'signed_protocol', 'other']

/** Photos of the cabinet, as-built documentation and signed protocols. */
export function DocumentsCard({ documents, base, mayManage, mayConsent }: Props) {
  const t = useT()
  const { formatDateTime, formatNumber } = useFormats()
  const [adding, setAdding] = useState(false)
  return (
    <Card
      title={t('ops-console.rollout.documents')}
      aside={
        (mayManage || mayConsent) &&
        !adding && <Button onClick={() => setAdding(true)}>{t('ops-console.rollout.document.add')}</Button>
      }
    >
      {adding && <DocumentForm base={base} onSaved={() => setAdding(false)} />}
      {!documents.length && !adding && (
        <p className={classes.meta}>{t('ops-console.rollout.document.empty')}</p>
      )}
      {documents.map((one) => (
        <div key={one.id} className={classes.row}>
          <div className={classes.main}>
            <Anchor href={`${base}/documents/${one.id}`} target="_blank">
              {one.caption || one.name}
            </Anchor>
            <div className={classes.meta}>
              {t(`ops-console.rollout.document.kind.${one.kind}`)} ·{' '}
              {formatNumber(one.size / 1024, { maximumFractionDigits: 0 })} kB ·{' '}
              {formatDateTime(one.uploaded_at)} · {one.uploaded_by_name}
            </div>
          </div>
        </div>
      ))}
    </Card>
  )
}

function DocumentForm({ base, onSaved }: { base: string; onSaved: () => void }) {
  const t = useT()
  const form = useUniaForm({ kind: 'photo', caption: '', files: [] as File[] }, 'document')
  const text = (key: string) => t(`ops-console.rollout.document.${key}`)
  return (
    <Form form={form} action={`${base}/documents`} submitLabel={text('save')} onSuccess={onSaved}>
      <SelectField
        name="kind"
        label={text('what')}
        required
        options={KINDS.map((value) => ({ value, label: text(`kind.${value}`) }))}
      />
      <FileField
        name="files"
        label={text('files')}
        hint={text('hint')}
        multiple
        required
        accept="image/jpeg,image/png,image/webp,application/pdf,.zip,.odt,.docx"
      />
      <TextField name="caption" label={text('caption')} />
    </Form>
  )
}
