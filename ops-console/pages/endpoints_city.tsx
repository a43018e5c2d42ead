import {
  Card,
  Chart,
  DataTable,
  EmptyState,
  PageHeader,
  StateBadge,
  StatTile,
  useFormats,
  useT,
} from '@unia/ui'
import type { Column } from '@unia/ui'
import type { DefinitionsAge, UnitCoverage } from '#ops/queries/endpoints_city'
import type { ThreatCase } from '#ops/queries/endpoints_unit'
import { GroupsCard, PackagesDesk, VpnDesk } from './parts/endpoint_desk.tsx'
import { ThreatRow } from './parts/threat_row.tsx'
import classes from './parts/rollout.module.css'

export interface EndpointsCityProps {
  rows: UnitCoverage[]
  ages: DefinitionsAge[]
  licence: { ordered: number | null; unexpired: number | null; expiresOn: string | null; at: string } | null
  vpn: { id: string; person: string; state: string; shortName: string; at: string }[]
  groups: { group: string; computers: number }[]
  packages: { id: string; name: string; version: string; sha256: string; shortName: string }[]
  cases: (ThreatCase & { shortName: string })[]
  mayManage: boolean
}

const HERE = '/city/ops-console/endpoints'

/** Protection of the city's workstations: figures, coverage by unit, and what waits for the IT department. */
export default function EndpointsCity(props: EndpointsCityProps) {
  const { rows, ages, cases, mayManage } = props
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('ops-console.endpoints.city_title')}
        facts={t('ops-console.endpoints.city_facts', { count: rows.length })}
        primary={{ label: t('ops-console.endpoints.computers'), icon: 'devices', href: `${HERE}/computers` }}
      />
      <Tiles {...props} />
      <DataTable
        id="ops-console.endpoints_city"
        caption={t('ops-console.endpoints.coverage')}
        rows={rows}
        total={rows.length}
        page={1}
        pageSize={Math.max(1, rows.length)}
        sort="unit"
        searchable={false}
        columns={useColumns()}
        rowLabel={(row) => row.shortName}
        exportHref={`${HERE}/export`}
        empty={<EmptyState icon="shield" title={t('ops-console.endpoints.no_units')} />}
      />
      <div className={`${classes.columns} ${classes.list}`}>
        <div className={classes.column}>
          <Card title={t('ops-console.endpoints.step.threats')}>
            {!cases.length && <p className={classes.meta}>{t('ops-console.endpoints.threat.empty')}</p>}
            {cases.map((one) => (
              <ThreatRow key={one.id} one={one} base={HERE} may={mayManage} />
            ))}
          </Card>
          <Chart
            title={t('ops-console.endpoints.ages')}
            kind="bar"
            axis="category"
            series={[
              {
                ...{ id: 'ages', label: t('ops-console.endpoints.computers') },
                points: ages.map(({ days, computers }) => ({
                  at: days === 8 ? '8+' : String(days),
                  value: computers,
                })),
              },
            ]}
          />
        </div>
        <div className={classes.column}>
          <VpnDesk {...props} />
          <PackagesDesk {...props} />
          <GroupsCard {...props} />
        </div>
      </div>
    </>
  )
}

function Tiles({ rows, licence }: EndpointsCityProps) {
  const t = useT()
  const { formatNumber, formatDate } = useFormats()
  const sum = (of: 'computers' | 'infected' | 'outdated' | 'online') =>
    rows.reduce((total, row) => total + row[of], 0)
  const tile = (
    of: 'computers' | 'infected' | 'outdated' | 'online',
    filter: string,
    bad?: 'critical' | 'warning'
  ) => (
    <StatTile
      label={t(`ops-console.endpoints.field.${of}`)}
      value={formatNumber(sum(of))}
      href={`${HERE}/computers${filter}`}
      state={bad && (sum(of) ? bad : 'ok')}
    />
  )
  return (
    <div className={classes.tiles}>
      {tile('computers', '')}
      {tile('online', '?f.state=online')}
      {tile('outdated', '?f.state=outdated', 'warning')}
      {tile('infected', '?f.state=infected', 'critical')}
      <StatTile
        label={t('ops-console.endpoints.licence.unexpired')}
        value={licence?.unexpired == null ? '–' : formatNumber(licence.unexpired)}
        hint={licence?.expiresOn ? formatDate(licence.expiresOn) : undefined}
        href={`${HERE}/computers`}
      />
    </div>
  )
}

function useColumns(): Column<UnitCoverage>[] {
  const t = useT()
  const { formatNumber } = useFormats()
  const title = (field: string) => t(`ops-console.endpoints.field.${field}`)
  const figure = (id: 'computers' | 'seen' | 'online' | 'outdated'): Column<UnitCoverage> => ({
    ...{ id, header: title(id === 'seen' ? 'seen_week' : id), align: 'end' },
    cell: (row) => formatNumber(row[id]),
  })
  return [
    { id: 'unit', header: title('unit'), priority: 1, cell: (row) => row.shortName },
    {
      ...{ id: 'coverage', header: title('coverage'), align: 'end' },
      cell: (row) => (row.coverage === null ? '–' : `${formatNumber(row.coverage)}%`),
    },
    {
      ...{ id: 'workstations', header: title('workstations'), align: 'end' },
      cell: (row) => (row.workstations === null ? '–' : formatNumber(row.workstations)),
    },
    figure('seen'),
    figure('computers'),
    figure('online'),
    figure('outdated'),
    {
      ...{ id: 'infected', header: title('infected') },
      cell: (row) => (
        <StateBadge state={row.infected ? 'critical' : 'ok'}>{formatNumber(row.infected)}</StateBadge>
      ),
    },
  ]
}
