import { useState } from 'react'
import {
  Button,
  DataTable,
  EmptyState,
  PageHeader,
  StateBadge,
  router,
  useConfirm,
  useFormats,
} from '@unia/ui'
import { useShared, useT, usePage, type Column } from '@unia/ui'
import { Requests, type Request } from './requests.tsx'
import { GrantDrawer, type Choice, type Person } from './grant_drawer.tsx'

interface Row {
  id: string
  name: string
  loginName: string | null
  role: string
  roleLabel: string
  validFrom: string
  validTo: string | null
  source: string
  mayEnd: boolean
}

interface Props {
  list: { page: number; pageSize: number; total: number; sort: { by: string; direction: 'asc' | 'desc' } }
  rows: Row[]
  heldRoles: Choice[]
  grantable: Choice[]
  staff: Person[]
  requests: Request[]
  latest: string
  proved: boolean
}

export default function Memberships({
  list,
  rows,
  heldRoles,
  grantable,
  staff,
  requests,
  latest,
  proved,
}: Props) {
  const t = useT()
  const { unit } = useShared()
  const columns = useColumns()
  const asked = new URL(usePage().url, location.origin).searchParams.has('grant')
  const [granting, setGranting] = useState(asked && proved)
  const here = `/${unit!.slug}/memberships`
  // Confirming comes before the form, so that nothing typed is lost on the way.
  const open = () =>
    proved ? setGranting(true) : router.visit(`/account/step-up?next=${encodeURIComponent(`${here}?grant`)}`)
  return (
    <>
      <PageHeader
        title={t('core.memberships.title')}
        facts={t('core.memberships.facts', { count: list.total })}
        primary={
          grantable.length ? { label: t('core.memberships.grant'), icon: 'plus', onClick: open } : undefined
        }
      />
      <Requests requests={requests} base={`/${unit!.slug}/role-requests`} />
      <DataTable
        id="core.memberships"
        caption={t('core.memberships.title')}
        rows={rows}
        total={list.total}
        page={list.page}
        pageSize={list.pageSize}
        sort={`${list.sort.direction === 'desc' ? '-' : ''}${list.sort.by}`}
        columns={columns}
        rowLabel={(row) => row.name}
        searchLabel={t('core.memberships.search')}
        filterDefs={[
          { id: 'role', label: t('core.memberships.role'), kind: 'select', options: heldRoles.map(option) },
        ]}
        empty={
          <EmptyState
            icon="users"
            title={t('core.memberships.empty')}
            children={t('core.memberships.empty.text')}
          />
        }
      />
      <GrantDrawer
        opened={granting}
        onClose={() => setGranting(false)}
        action={here}
        staff={staff}
        roles={grantable.map(option)}
        latest={latest}
      />
    </>
  )
}

const option = ({ id, label }: Choice) => ({ value: id, label })

function useColumns(): Column<Row>[] {
  const t = useT()
  const { formatDate } = useFormats()
  return [
    { id: 'name', header: t('core.memberships.name'), cell: (row) => row.name, sortable: true, priority: 1 },
    { id: 'role', header: t('core.memberships.role'), cell: (row) => row.roleLabel, sortable: true },
    { id: 'login', header: t('core.memberships.login'), cell: (row) => row.loginName ?? '–', priority: 3 },
    { id: 'from', header: t('core.memberships.from'), cell: (row) => formatDate(row.validFrom), priority: 3 },
    { id: 'validTo', header: t('core.memberships.to'), cell: (row) => <Until row={row} />, sortable: true },
    {
      id: 'source',
      header: t('core.memberships.source'),
      cell: (row) => t(`core.memberships.source.${row.source === 'manual' ? 'manual' : 'derived'}`),
      priority: 3,
    },
    {
      id: 'actions',
      header: t('core.memberships.actions'),
      cell: (row) => row.mayEnd && <EndButton row={row} />,
      align: 'end',
    },
  ]
}

function Until({ row }: { row: Row }) {
  const t = useT()
  const { formatDate } = useFormats()
  return row.validTo ? (
    formatDate(row.validTo)
  ) : (
    <StateBadge state="unknown">{t('core.memberships.no_end')}</StateBadge>
  )
}

function EndButton({ row }: { row: Row }) {
  const t = useT()
  const confirm = useConfirm()
  const { unit } = useShared()
  const end = async () => {
    const yes = await confirm({
      title: t('core.memberships.end.ask', { role: row.roleLabel }),
      text: t('core.memberships.end.text', { name: row.name }),
      confirm: t('core.memberships.end'),
      danger: true,
    })
    if (yes) router.delete(`/${unit!.slug}/memberships/${row.id}`, { preserveScroll: true })
  }
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={t('core.memberships.end.label', { role: row.roleLabel, name: row.name })}
      onClick={end}
    >
      {t('core.memberships.end')}
    </Button>
  )
}
