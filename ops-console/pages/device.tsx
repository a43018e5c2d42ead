import { Badge, Card, Chart, LiveBadge, PageHeader, useT } from '@unia/ui'
import type { DeviceDetails } from '#ops/history/device_details'
import type { RangeName } from '#ops/queries/ranges'
import type { DeviceView } from '#ops/stream/view'
import {
  InterfacesCard,
  LinkCard,
  VersionsCard,
  type Inventory,
  type LinkFacts,
} from './parts/device_facts.tsx'
import { DeviceState } from './parts/device_state.tsx'
import { LiveFigures } from './parts/live_figures.tsx'
import { RangeSwitch } from './parts/range_switch.tsx'
import { TrafficChart } from './parts/traffic_chart.tsx'
import { TransitionsCard } from './parts/transitions_card.tsx'
import { useDetailsRefresh } from './parts/use_details_refresh.ts'
import { useDevices } from './parts/use_devices.ts'
import { seriesOf, useSamples, type Samples } from './parts/use_samples.ts'
import classes from './parts/device.module.css'

interface Props {
  device: DeviceView
  details: DeviceDetails
  inventory: Inventory
  link: LinkFacts | null
  range: RangeName
  samples: Samples
  base: string
  city: boolean
}

export default function Device(props: Props) {
  const { details, inventory, link, range, base, city } = props
  const t = useT()
  const { devices, status } = useDevices(`device:${props.device.id}`, { devices: [props.device] })
  const device = devices.get(props.device.id) ?? props.device
  const samples = useSamples(props.samples, range, `${base}/devices/${device.id}/samples`, device)
  useDetailsRefresh(device.state)
  const chart = { from: samples.from, to: samples.to, height: 160 }
  return (
    <>
      <PageHeader
        title={device.unitName}
        breadcrumbs={
          city
            ? [
                { label: t('ops-console.menu.wall'), href: `${base}/wall` },
                { label: t('ops-console.menu.devices'), href: `${base}/devices` },
                { label: device.model ?? device.key },
              ]
            : [{ label: t('ops-console.menu.building'), href: base }, { label: device.model ?? device.key }]
        }
        state={<DeviceState device={device} />}
        facts={
          <>
            {[device.model, t(`ops-console.kind.${device.kind}`), t(`ops-console.rollout.${device.rollout}`)]
              .filter(Boolean)
              .join(' · ')}{' '}
            {device.simulated && (
              <Badge variant="outline" color="gray">
                {t('ops-console.simulated')}
              </Badge>
            )}
          </>
        }
        aside={<LiveBadge status={status} />}
      />
      <LiveFigures device={device} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Card
            title={t('ops-console.device.charts')}
            aside={<RangeSwitch range={range} only={['range', 'samples']} />}
          >
            <div className={classes.charts}>
              <TrafficChart samples={samples} height={220} />
              <Chart
                {...chart}
                title={t('ops-console.figure.sessions')}
                series={[seriesOf(samples, 'sessions', t('ops-console.figure.sessions'))]}
              />
              <Chart
                {...chart}
                title={t('ops-console.figure.cpu')}
                unit="%"
                series={[
                  seriesOf(samples, 'cpuData', t('ops-console.figure.cpu_data')),
                  seriesOf(samples, 'cpuMgmt', t('ops-console.figure.cpu_mgmt')),
                ]}
              />
            </div>
          </Card>
          <InterfacesCard interfaces={details.interfaces} />
        </div>
        <div className={classes.column}>
          <VersionsCard device={device} details={details} inventory={inventory} />
          <LinkCard link={link} device={device} />
          <TransitionsCard title={t('ops-console.device.transitions')} transitions={details.transitions} />
        </div>
      </div>
    </>
  )
}
