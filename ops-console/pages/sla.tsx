import {
  Alert,
  Box,
  Card,
  DataTable,
  EmptyState,
  KeyValue,
  PageHeader,
  router,
  StateBadge,
  useConfirm,
  useT,
} from '@unia/ui'
import type { Column } from '@unia/ui'
import type { SlaResult, settleContract } from '#ops/sla/settle'
import { amount, duration, monthName, percent } from '#ops/sla/words'
import { SlaMonthSwitch, useLocaleTag } from './parts/sla_month_switch.tsx'

interface Row {
  deviceId: string
  unit: string
  unitName: string
  supplier: string
  report: { version: number; generatedAt: string; result: SlaResult; latencyP95Ms: number | null } | null
}

interface Props {
  month: string
  rows: Row[]
  whole: ReturnType<typeof settleContract>
  ended: boolean
  maySettle: boolean
}

/** The fibre contract in one month: how every link stood, and the contract as a whole. */
export default function Sla({ month, rows, whole, ended, maySettle }: Props) {
  const t = useT()
  const locale = useLocaleTag()
  const settle = useSettling(month)
  const base = '/city/ops-console/sla'
  const query = `?month=${month}`
  const open = rows.length - whole.links
  return (
    <>
      <PageHeader
        title={t('ops-console.sla.title')}
        facts={t('ops-console.sla.facts', {
          month: monthName(month, locale),
          settled: whole.links,
          links: rows.length,
        })}
        aside={<SlaMonthSwitch month={month} base={base} />}
        primary={
          maySettle && ended && rows.length
            ? { label: t('ops-console.sla.settle_all'), icon: 'signature', onClick: () => void settle() }
            : undefined
        }
        more={[
          {
            label: t('ops-console.sla.pdf'),
            icon: 'printer',
            onClick: () => window.open(`${base}/print${query}`),
          },
          { label: 'CSV', icon: 'download', onClick: () => window.open(`${base}/export${query}`) },
          {
            label: 'XLSX',
            icon: 'download',
            onClick: () => window.open(`${base}/export${query}&format=xlsx`),
          },
        ]}
      />
      {rows.length > 0 && open > 0 && (
        <Alert color="yellow" variant="light" mb="md">
          {t(ended ? 'ops-console.sla.some_open' : 'ops-console.sla.running', { count: open })}
        </Alert>
      )}
      {whole.links > 0 && (
        <Box mb="md">
          <Card>
            <KeyValue
              items={[
                {
                  label: t('ops-console.sla.field.availability'),
                  value: percent(whole.availability, locale),
                },
                { label: t('ops-console.sla.field.below'), value: whole.below },
                { label: t('ops-console.sla.field.down'), value: duration(whole.down) },
                { label: t('ops-console.sla.field.excluded'), value: duration(whole.excluded) },
                { label: t('ops-console.sla.field.coverage'), value: percent(whole.coverage, locale) },
              ]}
            />
          </Card>
        </Box>
      )}
      <DataTable
        id="ops-console.sla"
        caption={t('ops-console.sla.contract.links')}
        rows={rows}
        total={rows.length}
        page={1}
        pageSize={Math.max(1, rows.length)}
        sort="unit"
        searchable={false}
        columns={useColumns(locale)}
        rowKey={(row) => row.deviceId}
        rowLabel={(row) => row.unit}
        rowHref={(row) => `${base}/links/${row.deviceId}${query}`}
        empty={<EmptyState icon="plug-connected" title={t('ops-console.sla.contract.empty')} />}
      />
    </>
  )
}

function useSettling(month: string) {
  const t = useT()
  const confirm = useConfirm()
  return async () => {
    const label = t('ops-console.sla.settle_all')
    const sure = await confirm({ title: label, text: t('ops-console.sla.settle_text'), confirm: label })
    if (sure) router.post('/city/ops-console/sla/settlements', { month })
  }
}

function useColumns(locale: string): Column<Row>[] {
  const t = useT()
  const header = (field: string) => t(`ops-console.sla.field.${field}`)
  const of = (row: Row, say: (report: NonNullable<Row['report']>) => string) =>
    row.report ? say(row.report) : '–'
  return [
    { id: 'unit', header: header('unit'), priority: 1, cell: (row) => row.unit },
    { id: 'state', header: header('judgement'), cell: (row) => <Judgement row={row} /> },
    {
      id: 'availability',
      header: header('availability'),
      align: 'end',
      cell: (row) => of(row, ({ result }) => percent(result.availability, locale)),
    },
    {
      id: 'down',
      header: header('down'),
      align: 'end',
      cell: (row) => of(row, ({ result }) => duration(result.down)),
    },
    {
      id: 'excluded',
      header: header('excluded'),
      align: 'end',
      priority: 3,
      cell: (row) => of(row, ({ result }) => duration(result.excluded)),
    },
    {
      id: 'coverage',
      header: header('coverage'),
      align: 'end',
      priority: 3,
      cell: (row) => of(row, ({ result }) => percent(result.coverage, locale)),
    },
    {
      id: 'latency',
      header: header('latency'),
      align: 'end',
      cell: (row) => of(row, (report) => amount(report.latencyP95Ms, 'ms', locale)),
    },
    {
      id: 'loss',
      header: header('loss'),
      align: 'end',
      cell: (row) => of(row, ({ result }) => amount(result.lossPercent, '%', locale, 3)),
    },
    {
      id: 'version',
      header: header('version'),
      align: 'end',
      priority: 3,
      cell: (row) => of(row, ({ version }) => String(version)),
    },
  ]
}

function Judgement({ row: { report } }: { row: Row }) {
  const t = useT()
  if (!report) return <StateBadge state="unknown">{t('ops-console.sla.open')}</StateBadge>
  const { availabilityKept, latencyKept, lossKept, wellCovered } = report.result
  if ([availabilityKept, latencyKept, lossKept].includes(false)) {
    return <StateBadge state="critical">{t('ops-console.sla.broken')}</StateBadge>
  }
  if (!wellCovered) return <StateBadge state="warning">{t('ops-console.sla.badly_measured')}</StateBadge>
  return <StateBadge state="ok">{t('ops-console.sla.kept')}</StateBadge>
}
