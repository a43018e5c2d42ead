import { useEffect } from 'react'
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
  usePoll,
  useShared,
  useT,
} from '@unia/ui'
import { isBusy, type Run } from './run.ts'

export default function Job({ run }: { run: Run }) {
  const t = useT()
  const { unit } = useShared()
  const { formatDateTime } = useFormats()
  const { start, stop } = usePoll(2_000, { only: ['run'] }, { autoStart: false })
  const busy = isBusy(run)
  useEffect(() => {
    if (busy) start()
    else stop()
    return stop
    // The two come anew with every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [busy])
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
