import {
  Alert,
  Code,
  JobProgress,
  KeyValue,
  PageHeader,
  router,
  Stack,
  Text,
  useFormats,
  useShared,
  useT,
} from '@unia/ui'
import { Files, type RunFile } from './files.tsx'
import type { Run } from './run.ts'
import { useRunChanges } from './use_run_changes.ts'

interface Props {
  run: Run
  files: RunFile[]
}

export default function Job({ run, files }: Props) {
  const t = useT()
  const { unit } = useShared()
  const { formatDateTime } = useFormats()
  useRunChanges(['run', 'files'], (id) => id === run.id)
  const jobs = `/${unit!.slug}/jobs`
  const when = (at: string | null) => at && formatDateTime(at)
  return (
    <>
      <PageHeader
        title={run.title}
        breadcrumbs={[{ label: t('core.jobs.title'), href: jobs }, { label: run.title }]}
      />
      <Stack>
        <JobProgress
          title={run.note ?? run.title}
          status={run.status}
          done={run.done}
          total={run.total}
          remaining={run.remaining}
          onCancel={
            run.cancelling
              ? undefined
              : () => router.post(`${jobs}/${run.id}/cancellation`, {}, { preserveScroll: true })
          }
        />
        {files.length > 0 && <Files files={files} base={`${jobs}/${run.id}/files`} />}
        {run.cancelling && <Text role="status">{t('core.jobs.cancelling')}</Text>}
        {run.status === 'failed' && (
          <Alert color="danger" title={t('core.jobs.failed')}>
            <Text size="sm">{t('core.jobs.failed.text')}</Text>
            {run.error && <Code block>{run.error}</Code>}
          </Alert>
        )}
        <KeyValue
          items={[
            { label: t('core.jobs.column.by'), value: run.by ?? t('core.jobs.by.schedule') },
            { label: t('core.jobs.column.created'), value: when(run.createdAt) },
            { label: t('core.jobs.started'), value: when(run.startedAt) },
            { label: t('core.jobs.finished'), value: when(run.finishedAt) },
          ]}
        />
      </Stack>
    </>
  )
}
