import {
  Button,
  Card,
  EmptyState,
  PageHeader,
  router,
  StateBadge,
  useConfirm,
  useFormats,
  useT,
} from '@unia/ui'
import type { SilenceRow, WindowRow } from '#ops/queries/window_list'
import { SilenceTable } from './parts/silence_table.tsx'
import { useWords } from './parts/use_words.ts'
import { Link } from '@unia/ui'
import classes from './parts/alarms.module.css'

interface Props {
  windows: WindowRow[]
  silences: SilenceRow[]
  units: { value: string; label: string }[]
  may: { manage: boolean }
}

const MARK = { running: 'maintenance', ahead: 'unknown', over: 'ok' } as const

/** Agreed work by time, and what is kept quiet meanwhile. */
export default function Windows({ windows, silences, units, may }: Props) {
  const t = useT()
  const running = windows.filter(({ state }) => state === 'running').length
  return (
    <>
      <PageHeader
        title={t('ops-console.windows.title')}
        facts={t('ops-console.windows.facts', { running })}
        primary={
          may.manage
            ? { label: t('ops-console.windows.add'), icon: 'plus', href: '/city/ops-console/windows/create' }
            : undefined
        }
      />
      <div className={classes.column}>
        <Card title={t('ops-console.windows.list')}>
          {windows.length === 0 ? (
            <EmptyState icon="tools" title={t('ops-console.windows.empty')} />
          ) : (
            <WindowTable windows={windows} manage={may.manage} />
          )}
        </Card>
        <SilenceTable silences={silences} units={units} manage={may.manage} />
      </div>
    </>
  )
}

function WindowTable({ windows, manage }: { windows: WindowRow[]; manage: boolean }) {
  const t = useT()
  const words = useWords()
  const { formatDateTime } = useFormats()
  const where = ({ scope, shortName, kind }: WindowRow) =>
    scope === 'city'
      ? t('ops-console.windows.city')
      : [shortName, words.entity(kind)].filter(Boolean).join(' · ')
  const notes = (one: WindowRow) => [
    one.reason,
    one.repeats !== 'none' && t(`ops-console.window.repeats.${one.repeats}`),
    one.slaExcluded && t('ops-console.window.sla'),
    [one.supplier, one.reference].filter(Boolean).join(' '),
  ]
  return (
    <table className={classes.rows}>
      <thead>
        <tr>
          {['state', 'unit', 'opened_at', 'closed_at', 'reason', 'author', 'actions'].map((field) => (
            <th key={field} scope="col">
              {t(`ops-console.alarms.field.${field}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {windows.map((one) => (
          <tr key={one.id}>
            <td>
              <StateBadge state={MARK[one.state]}>{t(`ops-console.window.${one.state}`)}</StateBadge>
            </td>
            <td>{where(one)}</td>
            <td>{formatDateTime(one.from)}</td>
            <td>{formatDateTime(one.until)}</td>
            <td>{notes(one).filter(Boolean).join(' · ')}</td>
            <td>{one.author}</td>
            <td>{manage && one.state !== 'over' && <WindowActions window={one} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function WindowActions({ window: one }: { window: WindowRow }) {
  const t = useT()
  const confirm = useConfirm()
  const base = `/city/ops-console/windows/${one.id}`
  const end = async (all: boolean) => {
    const question = {
      title: t('ops-console.window.end_title'),
      text: t('ops-console.window.end_text'),
      confirm: t('ops-console.window.end'),
    }
    if (await confirm(question)) router.delete(`${base}${all ? '?all=1' : ''}`)
  }
  return (
    <div className={classes.actions}>
      <Button component={Link} href={`${base}/edit`} variant="default" size="xs">
        {t('ops-console.window.edit')}
      </Button>
      {one.state === 'running' && (
        <Button variant="default" size="xs" onClick={() => void end(false)}>
          {t('ops-console.window.end')}
        </Button>
      )}
      {(one.state === 'ahead' || one.repeats !== 'none') && (
        <Button variant="default" size="xs" onClick={() => void end(true)}>
          {t('ops-console.window.cancel')}
        </Button>
      )}
    </div>
  )
}
