import { Anchor, Card, Stack, Text, useFormats, useT } from '@unia/ui'

export interface RunFile {
  id: string
  name: string
  /** Bytes. */
  size: number
  expiresAt: string
}

/** What the run made, each to download. */
export function Files({ files, base }: { files: RunFile[]; base: string }) {
  const t = useT()
  const { formatDateTime, formatNumber } = useFormats()
  const facts = ({ size, expiresAt }: RunFile) =>
    t('core.jobs.file.facts', {
      size: formatNumber(Math.ceil(size / 1000)),
      until: formatDateTime(expiresAt),
    })
  return (
    <Card title={t('core.jobs.files')}>
      <Stack>
        {files.map((file) => (
          <div key={file.id}>
            <Anchor href={`${base}/${file.id}`} download style={{ overflowWrap: 'anywhere' }}>
              {file.name}
            </Anchor>
            <Text size="sm" c="dimmed" mt={4}>
              {facts(file)}
            </Text>
          </div>
        ))}
      </Stack>
    </Card>
  )
}
