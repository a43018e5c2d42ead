import { useState } from 'react'
import {
  Anchor,
  Button,
  Card,
  Checkbox,
  CheckboxField,
  DateField,
  Form,
  SelectField,
  StateBadge,
  TextareaField,
  TextField,
  useFormats,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { State } from '@unia/ui'
import type { LinkRolloutProps } from '../link_rollout.tsx'
import classes from './rollout.module.css'

type Props = LinkRolloutProps

const TONES: Record<string, State> = {
  accepted: 'ok',
  accepted_with_defects: 'warning',
  rejected: 'critical',
}

/** Acceptance protocols by version, with the printed one to sign. */
export function ProtocolsCard({ protocols, base, mayManage, checklist, link }: Props) {
  const t = useT()
  const { formatDate } = useFormats()
  const [writing, setWriting] = useState(false)
  const mayWrite = mayManage && !['planned', 'route_agreed', 'decommissioned'].includes(link.state)
  return (
    <Card
      title={t('ops-console.rollout.protocols')}
      aside={
        mayWrite &&
        !writing && (
          <Button onClick={() => setWriting(true)}>{t('ops-console.rollout.protocol.write')}</Button>
        )
      }
    >
      {!protocols.length && !writing && (
        <p className={classes.meta}>{t('ops-console.rollout.protocol.none_yet')}</p>
      )}
      {protocols.map((one) => (
        <div key={one.id} className={classes.row}>
          <div className={classes.main}>
            <StateBadge state={TONES[one.result]!}>
              {t(`ops-console.rollout.protocol.result.${one.result}`)}
            </StateBadge>
            <div className={classes.meta}>
              {t('ops-console.rollout.protocol.line', {
                version: one.version,
                day: formatDate(one.signed_on),
              })}{' '}
              · {one.for_unit}, {one.for_supplier}, {one.for_city}
            </div>
          </div>
          <Anchor href={`${base}/protocols/${one.id}`} target="_blank">
            {t('ops-console.rollout.protocol.print')}
          </Anchor>
        </div>
      ))}
      {writing && <ProtocolForm base={base} checklist={checklist} onSaved={() => setWriting(false)} />}
    </Card>
  )
}

function ProtocolForm({
  base,
  checklist,
  onSaved,
}: {
  base: string
  checklist: string[]
  onSaved: () => void
}) {
  const t = useT()
  const [bad, setBad] = useState<readonly string[]>([])
  const form = useUniaForm(
    {
      ...{
        result: 'accepted',
        signedOn: '',
        forUnit: '',
        forSupplier: '',
        forCity: '',
        remarks: '',
        defects: '',
        blocking: false,
      },
      checklist: checklist.map((item) => ({ item, good: true })) as never,
    },
    'protocol'
  )
  const mark = (item: string, good: boolean) => {
    const now = good ? bad.filter((one) => one !== item) : [...bad, item]
    setBad(now)
    form.set('checklist', checklist.map((one) => ({ item: one, good: !now.includes(one) })) as never)
  }
  const text = (key: string) => t(`ops-console.rollout.protocol.${key}`)
  return (
    <Form form={form} action={`${base}/protocols`} submitLabel={text('save')} onSuccess={onSaved}>
      <SelectField
        name="result"
        label={text('result_label')}
        required
        options={Object.keys(TONES).map((value) => ({ value, label: text(`result.${value}`) }))}
      />
      <DateField name="signedOn" label={text('signed_on')} required />
      <TextField name="forUnit" label={text('for_unit')} required />
      <TextField name="forSupplier" label={text('for_supplier')} required />
      <TextField name="forCity" label={text('for_city')} required />
      <fieldset>
        <legend>{text('checklist')}</legend>
        {checklist.map((item) => (
          <Checkbox
            key={item}
            label={text(`check.${item}`)}
            checked={!bad.includes(item)}
            onChange={(event) => mark(item, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <TextareaField name="defects" label={text('defects')} hint={text('defects_hint')} />
      <CheckboxField name="blocking" label={text('defects_block')} />
      <TextareaField name="remarks" label={text('remarks')} />
    </Form>
  )
}
