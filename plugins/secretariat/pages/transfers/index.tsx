import { DataTable, EmptyState, PageHeader, StateBadge, useFormats, useShared, useT } from '@unia/ui'
import type { ShownTransfer } from '#secretariat/transformers/transfer'
import { STATE } from './state.ts'

export default function TransfersIndex({ transfers }: { transfers: ShownTransfer[] }) {
  const t = useT()
  const { formatDate } = useFormats()
  const base = `/${useShared().unit!.slug}/secretariat/transfers`
  const waiting = transfers.filter(
    ({ direction, status }) => direction === 'out' && status === 'requested'
  ).length
  return (
    <>
      <PageHeader
        title={t('secretariat.transfers.title')}
        facts={t('secretariat.transfers.facts', { waiting })}
        primary={{ label: t('secretariat.transfer.new'), icon: 'plus', href: `${base}/create` }}
      />
      <DataTable
        id="secretariat.transfers"
        caption={t('secretariat.transfers.title')}
        rows={transfers}
        total={transfers.length}
        page={1}
        pageSize={200}
        sort=""
        searchable={false}
        rowHref={(row) => `${base}/${row.id}`}
        rowLabel={(row) => row.pupil ?? t('secretariat.transfer.unknown')}
        columns={[
          {
            id: 'pupil',
            header: t('secretariat.field.name'),
            cell: (row) => row.pupil ?? t('secretariat.transfer.unknown'),
          },
          {
            id: 'direction',
            header: t('secretariat.transfer.direction'),
            cell: (row) => t(`secretariat.transfer.direction.${row.direction}`),
          },
          { id: 'other', header: t('secretariat.field.unit'), cell: (row) => row.otherUnit || '–' },
          {
            id: 'requestedOn',
            header: t('secretariat.transfer.requested_on'),
            cell: (row) => formatDate(row.requestedOn),
          },
          {
            id: 'status',
            header: t('secretariat.field.status'),
            cell: (row) => (
              <StateBadge state={STATE[row.status]}>
                {t(`secretariat.transfer.status.${row.status}`)}
              </StateBadge>
            ),
          },
        ]}
        empty={<EmptyState icon="arrows-exchange" title={t('secretariat.transfers.empty')} />}
      />
    </>
  )
}
