import {
  Anchor,
  Button,
  Card,
  FileField,
  Form,
  JobProgress,
  PageHeader,
  router,
  useFormats,
  usePoll,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { TaskView } from '#ops/inventory/tasks/task_view'
import type { PlannedRow } from '#ops/inventory/import/plan'
import { ImportMapping } from './parts/import_mapping.tsx'
import { ImportRows } from './parts/import_rows.tsx'
import classes from './parts/alarms.module.css'

export type ImportTask = TaskView & {
  file: string
  encoding: string
  header: string[]
  mapping: Record<string, string>
  rows: PlannedRow[]
  counts: Record<PlannedRow['action'] extends infer A ? Extract<A, string> : never, number>
  forgotten: boolean
}

const BASE = '/city/ops-console/inventory'

/** Devices from a file: what it would do is shown before anything is done. */
export default function InventoryImport({ task, columns }: { task: ImportTask | null; columns: string[] }) {
  const t = useT()
  const title = t('ops-console.inventory.import.title')
  return (
    <>
      <PageHeader
        title={task ? `${title}: ${task.file}` : title}
        breadcrumbs={[{ label: t('ops-console.inventory.title'), href: BASE }, { label: title }]}
      />
      {task ? <Looked task={task} columns={columns} /> : <Upload columns={columns} />}
    </>
  )
}

function Upload({ columns }: { columns: string[] }) {
  const t = useT()
  const form = useUniaForm({ file: null as File | null }, 'import')
  const text = (key: string) => t(`ops-console.inventory.import.${key}`)
  return (
    <Card>
      <p>{text('intro')}</p>
      <p>
        <Anchor href={`${BASE}/import/template`}>{text('template')}</Anchor>
      </p>
      <p className={classes.small}>
        {text('columns')}: {columns.join(', ')}
      </p>
      <Form form={form} action={`${BASE}/imports`} submitLabel={text('look')} guard={false}>
        <FileField
          name="file"
          label={text('file')}
          hint={text('file_hint')}
          accept=".csv,.txt,text/csv"
          required
        />
      </Form>
    </Card>
  )
}

function Looked({ task, columns }: { task: ImportTask; columns: string[] }) {
  const t = useT()
  const { formatNumber } = useFormats()
  const text = (key: string, values?: Record<string, string | number>) =>
    t(`ops-console.inventory.import.${key}`, values)
  const { counts, state } = task
  const busy = state === 'waiting' || state === 'running'
  return (
    <div className={classes.column}>
      {busy && <Watching />}
      {state !== 'preview' && (
        <JobProgress
          {...{ title: text('applying'), status: task.status, done: task.done, total: task.total }}
          errors={counts.refused}
        />
      )}
      {task.error && <p role="alert">{text('failed')}</p>}
      <Card title={text(state === 'done' ? 'result' : 'preview')}>
        <p role="status">
          {text('counts', {
            add: formatNumber(counts.add),
            change: formatNumber(counts.change),
            same: formatNumber(counts.same),
            refused: formatNumber(counts.refused),
          })}{' '}
          <span className={classes.small}>{text('encoding', { encoding: task.encoding })}</span>
        </p>
        {task.forgotten && <p role="alert">{text('forgotten')}</p>}
        {state === 'preview' && !task.forgotten && (
          <div className={classes.actions}>
            <Button
              disabled={!counts.add && !counts.change}
              onClick={() => router.post(`${BASE}/imports/${task.id}/application`)}
            >
              {text('apply', { count: counts.add + counts.change })}
            </Button>
            <Button variant="default" onClick={() => router.get(`${BASE}/import`)}>
              {text('other_file')}
            </Button>
          </div>
        )}
        <ImportRows rows={task.rows} />
      </Card>
      {state === 'preview' && !task.forgotten && <ImportMapping task={task} columns={columns} />}
    </div>
  )
}

/** Asks again while the work goes on. */
function Watching() {
  usePoll(1000, { only: ['task'] })
  return null
}
