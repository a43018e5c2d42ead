import { Badge, Button, DataTable, EmptyState, Group, PageHeader, StateBadge } from '@unia/ui'
import { router, useFormats, useShared, useT, type Column, type State } from '@unia/ui'

interface Row {
  personId: string
  name: string
  roleLabels: string[]
  need: string
  loginName: string | null
  lastLoginAt: string | null
  expiresAt: string | null
  endsOn: string | null
}

interface Props {
  list: { page: number; pageSize: number; total: number; sort: { by: string; direction: 'asc' | 'desc' } }
  rows: Row[]
  figures: Record<string, number>
  mayInvite: boolean
}

/** The first ones want something done. */
const NEEDS: Record<string, State> = {
  no_invitation: 'warning',
  asked: 'critical',
  bounced: 'critical',
  expired: 'warning',
  invited: 'unknown',
  never: 'unknown',
  ending: 'warning',
  disabled: 'maintenance',
  active: 'ok',
}
const INVITABLE = ['no_invitation', 'asked', 'bounced', 'expired', 'invited']

export default function People({ list, rows, figures, mayInvite }: Props) {
  const t = useT()
  const columns = useColumns(mayInvite)
  const wanting = INVITABLE.slice(0, 4).reduce((sum, need) => sum + (figures[need] ?? 0), 0)
  return (
    <>
      <PageHeader
        title={t('users.people.title')}
        facts={t('users.people.facts', { count: list.total, wanting })}
      />
      <DataTable
        id="users.people"
        caption={t('users.people.title')}
        {...{ rows, columns, total: list.total, page: list.page, pageSize: list.pageSize }}
        sort={`${list.sort.direction === 'desc' ? '-' : ''}${list.sort.by}`}
        rowLabel={(row) => row.name}
        searchLabel={t('users.people.search')}
        filterDefs={[
          {
            id: 'need',
            label: t('users.people.need'),
            kind: 'select',
            options: Object.keys(NEEDS).map((value) => ({
              value,
              label: `${t(`users.need.${value}`)} (${figures[value] ?? 0})`,
            })),
          },
        ]}
        empty={<EmptyState icon="users" title={t('users.people.empty')} />}
      />
    </>
  )
}

function useColumns(mayInvite: boolean): Column<Row>[] {
  const t = useT()
  const { formatDate } = useFormats()
  return [
    { id: 'name', header: t('users.people.name'), cell: (row) => row.name, sortable: true, priority: 1 },
    { id: 'need', header: t('users.people.need'), cell: (row) => <Need row={row} /> },
    {
      id: 'roles',
      header: t('users.people.roles'),
      cell: (row) => <Roles labels={row.roleLabels} />,
      priority: 3,
    },
    { id: 'login', header: t('users.people.login'), cell: (row) => row.loginName ?? '–', priority: 3 },
    {
      id: 'lastLogin',
      header: t('users.people.last_login'),
      cell: (row) => (row.lastLoginAt ? formatDate(row.lastLoginAt) : '–'),
      sortable: true,
      priority: 3,
    },
    {
      id: 'endsOn',
      header: t('users.people.ends'),
      cell: (row) => (row.endsOn ? formatDate(row.endsOn) : '–'),
      sortable: true,
      priority: 3,
    },
    {
      id: 'actions',
      header: t('users.people.actions'),
      align: 'end',
      cell: (row) => mayInvite && INVITABLE.includes(row.need) && <InviteButton row={row} />,
    },
  ]
}

function Need({ row }: { row: Row }) {
  return <StateBadge state={NEEDS[row.need] ?? 'unknown'}>{useT()(`users.need.${row.need}`)}</StateBadge>
}

const Roles = ({ labels }: { labels: string[] }) => (
  <Group gap={4}>
    {labels.map((label) => (
      <Badge key={label} variant="default" size="sm">
        {label}
      </Badge>
    ))}
  </Group>
)

function InviteButton({ row }: { row: Row }) {
  const t = useT()
  const { unit } = useShared()
  const again = row.need !== 'no_invitation'
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={t(again ? 'users.invite.again.label' : 'users.invite.label', { name: row.name })}
      onClick={() => router.post(`/${unit!.slug}/users/people/${row.personId}/invitation`)}
    >
      {t(again ? 'users.invite.again' : 'users.invite')}
    </Button>
  )
}
