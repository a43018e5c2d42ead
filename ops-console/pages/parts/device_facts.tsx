import { Card, KeyValue, StateBadge, useFormats, useT } from '@unia/ui'
import type { DeviceDetails } from '#ops/history/device_details'
import type { DeviceView } from '#ops/stream/view'
import { megabits } from './rate.ts'
import classes from './device.module.css'

export interface LinkFacts {
  supplier: string
  state: string
  capacityMbps: number | null
  baselineRxDbm: number | null
}

export interface Inventory {
  serial: string | null
  host: string | null
  port: number
  wan: string
  verified: boolean
}

/** Model, serial number, versions. */
export function VersionsCard({
  device,
  details,
  inventory,
}: {
  device: DeviceView
  details: DeviceDetails
  inventory: Inventory
}) {
  const t = useT()
  const learnt = details.learnt as Record<string, string | null | undefined>
  const field = (id: string) => t(`ops-console.field.${id}`)
  return (
    <Card title={t('ops-console.device.facts')}>
      <KeyValue
        items={[
          { label: field('model'), value: learnt.model ?? device.model },
          { label: field('serial'), value: learnt.serial ?? inventory.serial },
          { label: field('software'), value: learnt.software },
          { label: field('app_version'), value: learnt.appVersion },
          { label: field('threat_version'), value: learnt.threatVersion },
          { label: field('av_version'), value: learnt.avVersion },
          { label: field('rollout'), value: t(`ops-console.rollout.${device.rollout}`) },
          ...(inventory.host
            ? [{ label: field('address'), value: `${inventory.host}:${inventory.port}` }]
            : []),
        ]}
      />
    </Card>
  )
}

/** Fibre: who brings it, how far it is, and the light against what was accepted. */
export function LinkCard({ link, device }: { link: LinkFacts | null; device: DeviceView }) {
  const t = useT()
  const { formatNumber } = useFormats()
  const dbm = (value: number | null | undefined) =>
    value === null || value === undefined
      ? null
      : `${formatNumber(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).replace('-', '−')} dBm`
  const field = (id: string) => t(`ops-console.field.${id}`)
  return (
    <Card title={t('ops-console.device.link')}>
      {link ? (
        <KeyValue
          items={[
            { label: field('supplier'), value: link.supplier },
            {
              label: field('state'),
              value: (
                <StateBadge state={link.state === 'active' ? 'ok' : 'maintenance'}>
                  {t(`ops-console.link.${link.state}`)}
                </StateBadge>
              ),
            },
            {
              label: field('capacity'),
              value: link.capacityMbps && `${formatNumber(link.capacityMbps)} Mb/s`,
            },
            { label: field('rx'), value: dbm(device.figures.rxDbm) },
            { label: field('rx_baseline'), value: dbm(link.baselineRxDbm) },
          ]}
        />
      ) : (
        <p>{t('ops-console.device.no_link')}</p>
      )}
    </Card>
  )
}

/** Interfaces as the last poll found them. */
export function InterfacesCard({ interfaces }: { interfaces: DeviceDetails['interfaces'] }) {
  const t = useT()
  const { formatNumber } = useFormats()
  const field = (id: string) => t(`ops-console.field.${id}`)
  return (
    <Card title={t('ops-console.device.interfaces')}>
      <div
        className={classes.scroll}
        tabIndex={0}
        role="region"
        aria-label={t('ops-console.device.interfaces')}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{field('interface')}</th>
              <th scope="col">{field('state')}</th>
              <th scope="col">{field('speed')}</th>
              <th scope="col">{t('ops-console.figure.in')}</th>
              <th scope="col">{t('ops-console.figure.out')}</th>
            </tr>
          </thead>
          <tbody>
            {interfaces.map((one) => (
              <tr key={one.name}>
                <th scope="row">{one.name}</th>
                <td>
                  <StateBadge state={one.up === null ? 'unknown' : one.up ? 'ok' : 'maintenance'}>
                    {t(`ops-console.interface.${one.up === null ? 'unknown' : one.up ? 'up' : 'down'}`)}
                  </StateBadge>
                </td>
                <td>{one.speedMbps ? `${formatNumber(one.speedMbps)} Mb/s` : '–'}</td>
                <td>{megabits(one.inBps, formatNumber)} Mb/s</td>
                <td>{megabits(one.outBps, formatNumber)} Mb/s</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
