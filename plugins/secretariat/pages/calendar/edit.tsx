import { useState } from 'react'
import {
  Alert,
  Anchor,
  Button,
  Fieldset,
  Group,
  Link,
  PageHeader,
  router,
  Stack,
  TextInput,
  useShared,
  useT,
} from '@unia/ui'
import type { YearRow } from '#secretariat/queries/calendar'

/** First and last day of classes, and the classification periods between them. */
export default function CalendarEdit({ calendar }: { calendar: YearRow }) {
  const t = useT()
  const { unit, errors = {} } = useShared()
  const base = `/${unit!.slug}/secretariat/calendars/${calendar.unitId}/${calendar.startYear}`
  const [dates, setDates] = useState({ classesStart: calendar.classesStart, classesEnd: calendar.classesEnd })
  const [periods, setPeriods] = useState(calendar.periods)
  const [busy, setBusy] = useState(false)
  const change = (at: number, part: object) =>
    setPeriods(periods.map((period, place) => (place === at ? { ...period, ...part } : period)))
  const save = () =>
    router.put(base, { ...dates, periods } as never, {
      onStart: () => setBusy(true),
      onFinish: () => setBusy(false),
    })
  const shown = errors as Record<string, string>
  return (
    <>
      <PageHeader
        title={t('secretariat.calendar.edit_title', {
          year: `${calendar.startYear}/${calendar.startYear + 1}`,
        })}
      />
      <Stack maw={720}>
        {Object.keys(shown).length > 0 && (
          <Alert color="danger" role="alert">
            {[...new Set(Object.values(shown).flat())].join(' ')}
          </Alert>
        )}
        <Group grow align="start">
          {(['classesStart', 'classesEnd'] as const).map((field) => (
            <TextInput
              key={field}
              type="date"
              label={t(`secretariat.calendar.${field}`)}
              value={dates[field]}
              error={shown[field]}
              onChange={(event) => setDates({ ...dates, [field]: event.currentTarget.value })}
              required
            />
          ))}
        </Group>
        {periods.map((period, at) => (
          <Fieldset key={at} legend={t('secretariat.calendar.period_nth', { number: at + 1 })}>
            <Group grow align="end">
              <TextInput
                label={t('secretariat.calendar.period_name')}
                value={period.name}
                maxLength={40}
                onChange={(event) => change(at, { name: event.currentTarget.value })}
                required
              />
              {(['startsOn', 'endsOn'] as const).map((field) => (
                <TextInput
                  key={field}
                  type="date"
                  label={t(`secretariat.calendar.${field === 'startsOn' ? 'from' : 'to'}`)}
                  value={period[field]}
                  onChange={(event) => change(at, { [field]: event.currentTarget.value })}
                  required
                />
              ))}
              {periods.length > 1 && (
                <Button
                  variant="default"
                  onClick={() => setPeriods(periods.filter((_, place) => place !== at))}
                >
                  {t('secretariat.calendar.remove_period', { number: at + 1 })}
                </Button>
              )}
            </Group>
          </Fieldset>
        ))}
        {periods.length < 6 && (
          <Group>
            <Button
              variant="default"
              onClick={() =>
                setPeriods([...periods, { name: '', startsOn: dates.classesEnd, endsOn: dates.classesEnd }])
              }
            >
              {t('secretariat.calendar.add_period')}
            </Button>
          </Group>
        )}
        <Group>
          <Button loading={busy} onClick={save}>
            {t('secretariat.calendar.save')}
          </Button>
          <Anchor component={Link} href={base}>
            {t('secretariat.form.cancel')}
          </Anchor>
        </Group>
      </Stack>
    </>
  )
}
