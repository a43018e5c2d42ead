import {
  ActionIcon,
  Button,
  Card,
  Grid,
  Group,
  Icon,
  KeyValue,
  Link,
  NativeSelect,
  PageHeader,
  router,
  Stack,
  Text,
  useConfirm,
  useFormats,
  useShared,
  useT,
  YearGrid,
} from '@unia/ui'
import type { FreeSpan } from '#secretariat/domain/school_days'
import type { ScheduleRow, YearRow } from '#secretariat/queries/calendar'
import type { MonthGrid } from '#secretariat/transformers/year_months'
import { FreeDayForm } from './free_day_form.tsx'

export interface CalendarProps {
  calendar: YearRow
  breaks: FreeSpan[]
  months: MonthGrid[]
  teachingDays: number
  directorDays: number
  mostDirectorDays: number | null
  schedules: ScheduleRow[]
  components: { value: string; label: string }[]
  mayEdit: boolean
}

const QUIET = ['weekend', 'outside']

export default function CalendarShow(props: CalendarProps) {
  const { calendar, months, teachingDays, components, mayEdit } = props
  const t = useT()
  const root = `/${useShared().unit!.slug}/secretariat/calendars`
  const base = `${root}/${calendar.unitId}/${calendar.startYear}`
  const years = [-1, 0, 1].map((shift) => calendar.startYear + shift)
  return (
    <>
      <PageHeader
        title={t('secretariat.calendar.title', { year: yearLabel(calendar.startYear) })}
        facts={t('secretariat.calendar.facts', {
          days: teachingDays,
          state: t(`secretariat.calendar.state.${calendar.state}`),
        })}
        aside={
          <>
            {components.length > 1 && (
              <NativeSelect
                aria-label={t('secretariat.field.unit')}
                value={calendar.unitId}
                data={components}
                onChange={(event) => router.get(`${root}/${event.currentTarget.value}/${calendar.startYear}`)}
              />
            )}
            <NativeSelect
              aria-label={t('secretariat.field.school_year')}
              value={calendar.startYear}
              data={years.map((year) => ({ value: String(year), label: yearLabel(year) }))}
              onChange={(event) => router.get(`${root}/${calendar.unitId}/${event.currentTarget.value}`)}
            />
          </>
        }
        primary={
          mayEdit
            ? { label: t('secretariat.calendar.edit'), icon: 'pencil', href: `${base}/edit` }
            : undefined
        }
      />
      <Grid>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <YearGrid
            months={months.map(({ days, teaching, ...month }) => ({
              ...month,
              note: teaching ? t('secretariat.calendar.teaching', { days: teaching }) : undefined,
              days: days.map(({ day, kind }) => ({
                day,
                tone: kind === 'teaching' ? 'plain' : QUIET.includes(kind) ? 'quiet' : 'free',
                mark:
                  kind === 'teaching' || QUIET.includes(kind)
                    ? undefined
                    : t(`secretariat.calendar.mark.${kind}`),
                label: kind === 'teaching' ? undefined : t(`secretariat.calendar.kind.${kind}`),
              })),
            }))}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack>
            <Dates {...props} />
            <FreeDays {...props} base={base} />
            <Bells {...props} base={base} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  )
}

function Dates({ calendar, breaks }: CalendarProps) {
  const t = useT()
  const { formatDate } = useFormats()
  const span = (from: string, to: string) => `${formatDate(from)} – ${formatDate(to)}`
  return (
    <Card title={t('secretariat.calendar.dates')}>
      <KeyValue
        items={[
          {
            label: t('secretariat.calendar.classes'),
            value: span(calendar.classesStart, calendar.classesEnd),
          },
          ...calendar.periods.map(({ name, startsOn, endsOn }) => ({
            label: t('secretariat.calendar.period', { name }),
            value: span(startsOn, endsOn),
          })),
          ...breaks.map(({ kind, from, to }) => ({
            label: t(`secretariat.calendar.kind.${kind}`),
            value: span(from, to),
          })),
        ]}
      />
      <Text size="sm" c="dimmed" mt="xs">
        {t('secretariat.calendar.verify')}
      </Text>
    </Card>
  )
}

function FreeDays({
  calendar,
  directorDays,
  mostDirectorDays,
  mayEdit,
  base,
}: CalendarProps & { base: string }) {
  const t = useT()
  const confirm = useConfirm()
  const { formatDay } = useFormats()
  const remove = async (id: string, reason: string) => {
    const question = {
      title: t('secretariat.calendar.remove_title', { reason }),
      confirm: t('secretariat.calendar.remove'),
      danger: true,
    }
    if (await confirm(question)) router.delete(`${base}/free-days/${id}`)
  }
  return (
    <Card title={t('secretariat.calendar.free_days')}>
      <Stack gap="xs">
        {mostDirectorDays !== null && (
          <Text size="sm" c="dimmed">
            {t('secretariat.calendar.director_days', { used: directorDays, most: mostDirectorDays })}
          </Text>
        )}
        {calendar.freeDays.length === 0 && <Text c="dimmed">{t('secretariat.calendar.no_free_days')}</Text>}
        {calendar.freeDays.map(({ id, kind, startsOn, endsOn, reason }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <div>
              {formatDay(startsOn)}
              {endsOn !== startsOn && ` – ${formatDay(endsOn)}`} · {reason}
              <Text size="sm" c="dimmed">
                {t(`secretariat.calendar.free_kind.${kind}`)}
              </Text>
            </div>
            {mayEdit && (
              <ActionIcon
                variant="subtle"
                aria-label={t('secretariat.calendar.remove_named', { reason })}
                onClick={() => void remove(id, reason)}
              >
                <Icon name="trash" size={18} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {mayEdit && <FreeDayForm base={base} />}
      </Stack>
    </Card>
  )
}

function Bells({ schedules, mayEdit, base }: CalendarProps & { base: string }) {
  const t = useT()
  return (
    <Card title={t('secretariat.calendar.bells')}>
      <Stack gap="xs">
        {schedules.length === 0 && <Text c="dimmed">{t('secretariat.calendar.usual_bells')}</Text>}
        {schedules.map(({ id, name, building, slots }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <div>
              {[name, building].filter(Boolean).join(' · ')}
              <Text size="sm" c="dimmed">
                {t('secretariat.calendar.slots', {
                  count: slots.length,
                  from: slots[0]?.startsAt ?? '',
                  to: slots.at(-1)?.endsAt ?? '',
                })}
              </Text>
            </div>
            {mayEdit && (
              <Button component={Link} href={`${base}/bells/${id}/edit`} variant="default" size="xs">
                {t('secretariat.calendar.change')}
              </Button>
            )}
          </Group>
        ))}
        {mayEdit && (
          <Button component={Link} href={`${base}/bells/create`} variant="default">
            {t('secretariat.calendar.add_bells')}
          </Button>
        )}
      </Stack>
    </Card>
  )
}

const yearLabel = (year: number) => `${year}/${year + 1}`
