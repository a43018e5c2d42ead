import {
  Alert,
  Anchor,
  Button,
  Card,
  Code,
  Form,
  KeyValue,
  PageHeader,
  StateBadge,
  TextField,
} from '@unia/ui'
import { router, useFormats, useT, useUniaForm } from '@unia/ui'
import type { UnitEndpoints } from '#ops/queries/endpoints_unit'
import { CommandsCard } from './parts/endpoint_commands.tsx'
import { ThreatRow } from './parts/threat_row.tsx'
import classes from './parts/rollout.module.css'

export interface EndpointsProps extends UnitEndpoints {
  base: string
  requestKey: string
  mayAdminister: boolean
  mayCommand: boolean
}

/** Protection of the own unit's computers: from the VPN permission to commands, in the order of the work. */
export default function Endpoints(props: EndpointsProps) {
  const t = useT()
  const { figures, workstations } = props
  const state = figures.infected ? 'critical' : figures.outdated ? 'warning' : 'ok'
  return (
    <>
      <PageHeader
        title={t('ops-console.endpoints.title')}
        facts={t('ops-console.endpoints.facts', {
          seen: figures.seen,
          of: workstations ?? figures.computers,
        })}
        aside={<StateBadge state={state}>{t(`ops-console.endpoints.now.${state}`)}</StateBadge>}
      />
      <div className={classes.column}>
        <VpnCard {...props} />
        <PackagesCard {...props} />
        <LicenceCard {...props} />
        <CoverageCard {...props} />
        <ThreatsCard {...props} />
        <CommandsCard {...props} />
      </div>
    </>
  )
}

function VpnCard({ permission, base, mayAdminister }: EndpointsProps) {
  const t = useT()
  const { formatDateTime } = useFormats()
  const state = permission?.state ?? 'none'
  const mayAsk = mayAdminister && state !== 'requested' && state !== 'granted'
  return (
    <Card title={t('ops-console.endpoints.step.vpn')}>
      <div className={classes.row}>
        <div className={classes.main}>
          {t(`ops-console.endpoints.vpn.state.${state}`)}
          {permission && <div className={classes.meta}>{formatDateTime(permission.since)}</div>}
        </div>
        {mayAsk && (
          <Button onClick={() => router.post(`${base}/vpn`)}>{t('ops-console.endpoints.vpn.ask')}</Button>
        )}
      </div>
    </Card>
  )
}

function PackagesCard({ packages, permission, base, mayAdminister }: EndpointsProps) {
  const t = useT()
  const { formatNumber, formatDateTime } = useFormats()
  const open = mayAdminister && permission?.state === 'granted'
  return (
    <Card title={t('ops-console.endpoints.step.package')}>
      {!packages.length && <p className={classes.meta}>{t('ops-console.endpoints.package.empty')}</p>}
      {packages.map((one) => (
        <div key={one.id} className={classes.row}>
          <div className={classes.main}>
            {open ? (
              <Anchor href={`${base}/packages/${one.id}`}>
                {one.name} {one.version}
              </Anchor>
            ) : (
              `${one.name} ${one.version}`
            )}
            <div className={classes.meta}>
              {formatNumber(one.size / 1_000_000, { maximumFractionDigits: 1 })} MB · {formatDateTime(one.at)}
            </div>
            <div className={classes.meta}>
              SHA-256: <Code>{one.sha256}</Code>
            </div>
          </div>
        </div>
      ))}
      {packages.length > 0 && (
        <p className={classes.meta}>
          {t(open ? 'ops-console.endpoints.package.check' : 'ops-console.endpoints.package.locked')}
        </p>
      )}
    </Card>
  )
}

function LicenceCard({ licence }: EndpointsProps) {
  const t = useT()
  const { formatNumber, formatDate } = useFormats()
  const text = (key: string) => t(`ops-console.endpoints.licence.${key}`)
  return (
    <Card title={t('ops-console.endpoints.step.licence')}>
      <KeyValue
        items={[
          { label: text('ordered'), value: licence?.ordered == null ? null : formatNumber(licence.ordered) },
          {
            label: text('unexpired'),
            value: licence?.unexpired == null ? null : formatNumber(licence.unexpired),
          },
          { label: text('expires'), value: licence?.expiresOn ? formatDate(licence.expiresOn) : null },
        ]}
      />
    </Card>
  )
}

function CoverageCard({ figures, workstations, base, mayAdminister }: EndpointsProps) {
  const t = useT()
  const form = useUniaForm({ count: workstations === null ? '' : String(workstations) }, 'workstations')
  return (
    <Card title={t('ops-console.endpoints.step.coverage')}>
      <p>
        {workstations === null
          ? t('ops-console.endpoints.coverage_unknown', { seen: figures.seen })
          : t('ops-console.endpoints.coverage_of', { seen: figures.seen, of: workstations })}
      </p>
      <p className={classes.meta}>{t('ops-console.endpoints.coverage_hint')}</p>
      {mayAdminister && (
        <Form
          form={form}
          method="put"
          action={`${base}/workstations`}
          submitLabel={t('ops-console.endpoints.workstations.save')}
        >
          <TextField name="count" label={t('ops-console.endpoints.workstations.label')} required />
        </Form>
      )}
    </Card>
  )
}

function ThreatsCard({ cases, base, mayAdminister }: EndpointsProps) {
  const t = useT()
  return (
    <Card title={t('ops-console.endpoints.step.threats')}>
      {!cases.length && <p className={classes.meta}>{t('ops-console.endpoints.threat.empty')}</p>}
      {cases.length > 0 && <Alert color="red">{t('ops-console.endpoints.threat.do')}</Alert>}
      {cases.map((one) => (
        <ThreatRow key={one.id} one={one} base={base} may={mayAdminister} />
      ))}
    </Card>
  )
}
