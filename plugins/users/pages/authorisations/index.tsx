import { Anchor, Checkbox, DataTable, EmptyState, PageHeader, StateBadge } from '@unia/ui'
import { router, useFormats, useShared, useT, type Column } from '@unia/ui'

interface Row {
  id: string
  citation: string
  name: string
  roleLabel: string
  from: string
  to: string | null
  inForce: boolean
}

export default function Authorisations({ rows, all }: { rows: Row[]; all: boolean }) {
  const t = useT()
  const base = `/${useShared().unit!.slug}/users/authorisations`
  return (
    <>
      <PageHeader
        title={t('users.authorisations.title')}
        facts={t('users.authorisations.facts', { count: rows.length })}
        aside={
          <Checkbox
            label={t('users.authorisations.all')}
            checked={all}
            onChange={() => router.get(base, all ? {} : { all: '' })}
          />
        }
      />
      <DataTable
        id="users.authorisations"
        caption={t('users.authorisations.title')}
        rows={rows}
        columns={useColumns(base)}
        total={rows.length}
        page={1}
        pageSize={Math.max(50, rows.length)}
        sort=""
        searchable={false}
        exportHref={`${base}/export`}
        rowLabel={(row) => row.citation}
        empty={<EmptyState icon="certificate" title={t('users.authorisations.empty')} />}
      />
    </>
  )
}

function useColumns(base: string): Column<Row>[] {
  const t = useT()
  const { formatDate } = useFormats()
  return [
    {
      id: 'number',
      header: t('users.authorisations.number'),
      priority: 1,
      cell: (row) => (
        <Anchor href={`${base}/${row.id}`} target="_blank" rel="noopener">
          {row.citation}
        </Anchor>
      ),
    },
    { id: 'name', header: t('users.authorisations.name'), cell: (row) => row.name },
    { id: 'role', header: t('users.authorisations.role'), cell: (row) => row.roleLabel },
    { id: 'from', header: t('users.authorisations.from'), cell: (row) => formatDate(row.from), priority: 3 },
    {
      id: 'to',
      header: t('users.authorisations.to'),
      cell: (row) =>
        row.inForce ? (
          row.to ? (
            formatDate(row.to)
          ) : (
            '–'
          )
        ) : (
          <StateBadge state="unknown">{t('users.authorisations.over')}</StateBadge>
        ),
    },
  ]
}
