import { useState } from 'react'
import {
  Alert,
  Anchor,
  Button,
  Checkbox,
  Group,
  Link,
  PageHeader,
  router,
  Stack,
  TextInput,
  useConfirm,
  useShared,
  useT,
} from '@unia/ui'
import type { ScheduleRow } from '#secretariat/queries/calendar'

interface Props {
  calendar: { unitId: string; startYear: number }
  schedule: Omit<ScheduleRow, 'id'> & { id: string | null }
}

/** Numbers and times of lessons, for a building or for some weekdays. */
export default function CalendarBells({ calendar, schedule }: Props) {
  const t = useT()
  const confirm = useConfirm()
  const { unit, errors = {} } = useShared()
  const base = `/${unit!.slug}/secretariat/calendars/${calendar.unitId}/${calendar.startYear}`
  const [form, setForm] = useState(schedule)
  const { id, slots, weekdays } = form
  const change = (at: number, part: object) =>
    setForm({ ...form, slots: slots.map((slot, place) => (place === at ? { ...slot, ...part } : slot)) })
  const add = () => {
    const last = slots.at(-1)
    setForm({
      ...form,
      slots: [...slots, { number: (last?.number ?? 0) + 1, startsAt: last?.endsAt ?? '08:00', endsAt: '' }],
    })
  }
  const save = () => {
    const body = { ...form, building: form.building || null } as never
    if (id) router.put(`${base}/bells/${id}`, body)
    else router.post(`${base}/bells`, body)
  }
  const remove = async () => {
    const question = {
      title: t('secretariat.bells.remove_title'),
      confirm: t('secretariat.bells.remove'),
      danger: true,
    }
    if (await confirm(question)) router.delete(`${base}/bells/${id}`)
  }
  const shown = [...new Set(Object.values(errors as Record<string, string>).flat())]
  return (
    <>
      <PageHeader title={t('secretariat.bells.title')} />
      <Stack maw={560}>
        {shown.length > 0 && (
          <Alert color="danger" role="alert">
            {shown.join(' ')}
          </Alert>
        )}
        <TextInput
          label={t('secretariat.bells.name')}
          value={form.name}
          maxLength={60}
          onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          required
        />
        <TextInput
          label={t('secretariat.bells.building')}
          value={form.building ?? ''}
          maxLength={60}
          onChange={(event) => setForm({ ...form, building: event.currentTarget.value })}
        />
        <Checkbox.Group
          label={t('secretariat.bells.weekdays')}
          value={weekdays.map(String)}
          onChange={(days) => setForm({ ...form, weekdays: days.map(Number) })}
        >
          <Group mt="xs">
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <Checkbox key={day} value={String(day)} label={t(`secretariat.weekday.${day}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        {slots.map((slot, at) => (
          <Group key={slot.number} align="end" wrap="nowrap">
            {(['startsAt', 'endsAt'] as const).map((field) => (
              <TextInput
                key={field}
                type="time"
                flex={1}
                label={t(`secretariat.bells.${field}`, { number: slot.number })}
                value={slot[field]}
                onChange={(event) => change(at, { [field]: event.currentTarget.value })}
                required
              />
            ))}
          </Group>
        ))}
        <Group>
          <Button variant="default" onClick={add}>
            {t('secretariat.bells.add_slot')}
          </Button>
          {slots.length > 1 && (
            <Button variant="default" onClick={() => setForm({ ...form, slots: slots.slice(0, -1) })}>
              {t('secretariat.bells.remove_slot')}
            </Button>
          )}
        </Group>
        <Group>
          <Button onClick={save}>{t('secretariat.calendar.save')}</Button>
          {id && (
            <Button variant="subtle" color="danger" onClick={() => void remove()}>
              {t('secretariat.bells.remove')}
            </Button>
          )}
          <Anchor component={Link} href={base}>
            {t('secretariat.form.cancel')}
          </Anchor>
        </Group>
      </Stack>
    </>
  )
}
