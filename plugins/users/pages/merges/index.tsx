import { Badge, Button, Card, EmptyState, Group, PageHeader, Stack, Text } from '@unia/ui'
import { router, useConfirm, useFormats, useT } from '@unia/ui'

interface Duplicate {
  keptId: string
  mergedId: string
  keptName: string
  mergedName: string
  reasons: string[]
  keptHasAccount: boolean
}

interface Done {
  id: string
  keptName: string
  mergedName: string
  confirmedAt: string
  byName: string | null
}

const BASE = '/city/users/merges'

export default function Merges({
  duplicates,
  done,
  mayMerge,
}: {
  duplicates: Duplicate[]
  done: Done[]
  mayMerge: boolean
}) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('users.merges.title')}
        facts={t('users.merges.facts', { count: duplicates.length })}
      />
      <Stack>
        {duplicates.length === 0 && <EmptyState icon="users" title={t('users.merges.none')} />}
        {duplicates.map((duplicate) => (
          <Proposal
            key={`${duplicate.keptId}${duplicate.mergedId}`}
            duplicate={duplicate}
            mayMerge={mayMerge}
          />
        ))}
        {done.length > 0 && (
          <Card title={t('users.merges.done')}>
            <Stack>
              {done.map((merge) => (
                <Undoable key={merge.id} merge={merge} mayMerge={mayMerge} />
              ))}
            </Stack>
          </Card>
        )}
      </Stack>
    </>
  )
}

function Proposal({ duplicate, mayMerge }: { duplicate: Duplicate; mayMerge: boolean }) {
  const t = useT()
  const { keptId, mergedId, keptName, mergedName, reasons } = duplicate
  const names = { kept: keptName, merged: mergedName }
  return (
    <Card title={`${keptName} · ${mergedName}`}>
      <Group justify="space-between">
        <Group gap="xs">
          {reasons.map((reason) => (
            <Badge key={reason} variant="default">
              {t(`users.merges.reason.${reason}`)}
            </Badge>
          ))}
        </Group>
        {mayMerge && (
          <Group gap="xs">
            <Button
              size="compact-md"
              aria-label={t('users.merges.merge.label', names)}
              onClick={() => router.post(BASE, { keptId, mergedId })}
            >
              {t('users.merges.merge')}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              aria-label={t('users.merges.dismiss.label', names)}
              onClick={() => router.post(`${BASE}/dismissals`, { keptId, mergedId })}
            >
              {t('users.merges.dismiss')}
            </Button>
          </Group>
        )}
      </Group>
    </Card>
  )
}

function Undoable({ merge, mayMerge }: { merge: Done; mayMerge: boolean }) {
  const t = useT()
  const confirm = useConfirm()
  const { formatDate } = useFormats()
  const { id, keptName, mergedName, confirmedAt, byName } = merge
  const undo = async () => {
    const yes = await confirm({
      title: t('users.merges.undo.ask'),
      text: t('users.merges.undo.text', { kept: keptName, merged: mergedName }),
      confirm: t('users.merges.undo'),
    })
    if (yes) router.delete(`${BASE}/${id}`)
  }
  return (
    <Group justify="space-between">
      <Text>
        {keptName} ← {mergedName}, {formatDate(confirmedAt)} {byName && `(${byName})`}
      </Text>
      {mayMerge && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('users.merges.undo.label', { kept: keptName, merged: mergedName })}
          onClick={() => void undo()}
        >
          {t('users.merges.undo')}
        </Button>
      )}
    </Group>
  )
}
