import {
  ActionIcon,
  Button,
  Card,
  DateField,
  Form,
  Icon,
  Select,
  Stack,
  TextField,
  useT,
  useUniaForm,
} from '@unia/ui'
import { useState } from 'react'
import type { RotaPage } from '../on_call.tsx'
import classes from './alarms.module.css'

interface Props {
  rota: RotaPage
  people: { value: string; label: string }[]
}

/** Who takes turns, in which order, from when. */
export function RotaForm({ rota, people }: Props) {
  const t = useT()
  const form = useUniaForm(
    {
      startsOn: rota.startsOn,
      handover: rota.handover,
      days: String(rota.days),
      contactIds: rota.contactIds,
    },
    `rota-${rota.id}`
  )
  return (
    <Card title={t('ops-console.on_call.order')}>
      <Form
        form={form}
        method="put"
        action={`/city/ops-console/on-call/${rota.id}`}
        submitLabel={t('ops-console.on_call.save')}
      >
        <Stack>
          <Order ids={form.data.contactIds} people={people} onChange={(ids) => form.set('contactIds', ids)} />
          <DateField name="startsOn" label={t('ops-console.on_call.starts_on')} required />
          <div className={classes.fields}>
            <TextField
              name="handover"
              label={t('ops-console.on_call.handover')}
              placeholder="08:00"
              required
            />
            <TextField name="days" label={t('ops-console.on_call.days')} inputMode="numeric" required />
          </div>
        </Stack>
      </Form>
    </Card>
  )
}

interface OrderProps {
  ids: string[]
  people: { value: string; label: string }[]
  onChange: (ids: string[]) => void
}

function Order({ ids, people, onChange }: OrderProps) {
  const t = useT()
  const [chosen, setChosen] = useState<string | null>(null)
  const nameOf = (id: string) => people.find(({ value }) => value === id)?.label ?? '–'
  const raise = (at: number) =>
    onChange(ids.map((id, i) => (i === at - 1 ? ids[at]! : i === at ? ids[at - 1]! : id)))
  return (
    <>
      <ol className={classes.plain}>
        {ids.map((id, at) => (
          <li key={`${id} ${at}`} className={classes.actions}>
            <span>
              {at + 1}. {nameOf(id)}
            </span>
            {at > 0 && (
              <Button size="xs" variant="default" onClick={() => raise(at)}>
                {t('ops-console.on_call.earlier', { name: nameOf(id) })}
              </Button>
            )}
            <ActionIcon
              variant="default"
              aria-label={t('ops-console.on_call.remove', { name: nameOf(id) })}
              onClick={() => onChange(ids.filter((_, i) => i !== at))}
            >
              <Icon name="x" size={16} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <Select
        label={t('ops-console.on_call.add')}
        description={people.length ? undefined : t('ops-console.on_call.no_contacts')}
        data={people}
        value={chosen}
        onChange={(id) => {
          if (id) onChange([...ids, id])
          setChosen(null)
        }}
      />
    </>
  )
}
