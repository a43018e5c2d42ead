import { Anchor, Button, Card, EmptyState, PageHeader, router, useFormats, useT } from '@unia/ui'
import type { rotaPages, ShiftRow } from '#ops/queries/on_call'
import { OverrideForm } from './parts/override_form.tsx'
import { RotaForm } from './parts/rota_form.tsx'
import classes from './parts/alarms.module.css'

type Rotas = Awaited<ReturnType<typeof rotaPages>>

export type RotaPage = Rotas['rotas'][number]

interface Props extends Rotas {
  may: { manage: boolean; configure: boolean }
}

/** Who is on call, now and in the weeks to come. */
export default function OnCall({ rotas, people, may }: Props) {
  const t = useT()
  const now = rotas.flatMap(({ shifts }) => shifts.filter((shift) => shift.now).map(({ name }) => name))
  return (
    <>
      <PageHeader
        title={t('ops-console.on_call.title')}
        facts={
          now.length
            ? t('ops-console.on_call.now', { names: now.join(', ') })
            : t('ops-console.on_call.nobody')
        }
      />
      {rotas.length === 0 && <EmptyState icon="calendar-week" title={t('ops-console.on_call.empty')} />}
      {rotas.map((rota) => (
        <div key={rota.id} className={classes.columns}>
          <Card title={rota.name}>
            <Calendar rota={rota} manage={may.manage} />
          </Card>
          <div className={classes.column}>
            {may.manage && people.length > 0 && <OverrideForm rota={rota} people={people} />}
            {may.configure && <RotaForm rota={rota} people={people} />}
            <Downloads rota={rota} />
          </div>
        </div>
      ))}
    </>
  )
}

function Calendar({ rota, manage }: { rota: RotaPage; manage: boolean }) {
  const t = useT()
  const { formatDateTime } = useFormats()
  if (rota.shifts.length === 0) return <p>{t('ops-console.on_call.no_people')}</p>
  return (
    <table className={classes.rows}>
      <thead>
        <tr>
          {['opened_at', 'closed_at', 'person', 'reason'].map((field) => (
            <th key={field} scope="col">
              {t(`ops-console.alarms.field.${field}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rota.shifts.map((shift) => (
          <tr
            key={shift.from}
            data-now={shift.now || undefined}
            aria-current={shift.now ? 'time' : undefined}
          >
            <td>{formatDateTime(shift.from)}</td>
            <td>{formatDateTime(shift.until)}</td>
            <td>{shift.name}</td>
            <td>
              <Remarks shift={shift} rota={rota.id} manage={manage} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Remarks({ shift, rota, manage }: { shift: ShiftRow; rota: string; manage: boolean }) {
  const t = useT()
  const { formatDay } = useFormats()
  const { override, holidays } = shift
  const address = `/city/ops-console/on-call/${rota}/overrides/${override?.id}`
  return (
    <div className={classes.actions}>
      <span>
        {[
          override && `${t(`ops-console.on_call.${override.kind}`)}: ${override.reason}`,
          ...holidays.map(
            ({ day, holiday }) => `${formatDay(day)} – ${t(`ops-console.on_call.holiday.${holiday}`)}`
          ),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {manage && override && (
        <Button variant="default" size="xs" onClick={() => router.delete(address, { preserveScroll: true })}>
          {t('ops-console.on_call.undo')}
        </Button>
      )}
    </div>
  )
}

/** One file for each person who takes turns, for the own calendar. */
function Downloads({ rota }: { rota: RotaPage }) {
  const t = useT()
  const names = new Map(rota.shifts.map(({ contactId, name }) => [contactId, name]))
  if (names.size === 0) return null
  return (
    <Card title={t('ops-console.on_call.files')}>
      <ul className={classes.plain}>
        {[...names].map(([id, name]) => (
          <li key={id}>
            <Anchor href={`/city/ops-console/on-call/${rota.id}/calendar/${id}`} download>
              {t('ops-console.on_call.file', { name })}
            </Anchor>
          </li>
        ))}
      </ul>
    </Card>
  )
}
