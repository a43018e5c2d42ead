import { Badge, LiveBadge, PageHeader, useT } from '@unia/ui'
import type { DeviceDetails } from '#ops/history/device_details'
import type { Charted } from '#ops/history/charts'
import type { RangeName } from '#ops/queries/ranges'
import type { DeviceView } from '#ops/stream/view'
import {
  InterfacesCard,
  LinkCard,
  VersionsCard,
  type Inventory,
  type LinkFacts,
} from './parts/device_facts.tsx'
import { DeviceCharts } from './parts/device_charts.tsx'
import { DeviceState } from './parts/device_state.tsx'
import { LiveFigures } from './parts/live_figures.tsx'
import { TransitionsCard } from './parts/transitions_card.tsx'
import { useDetailsRefresh } from './parts/use_details_refresh.ts'
import { useDevices } from './parts/use_devices.ts'
import classes from './parts/device.module.css'

interface Props {
  device: DeviceView
  details: DeviceDetails
  inventory: Inventory
  link: LinkFacts | null
  range: RangeName | null
  series: Charted
  base: string
  city: boolean
}

export default function Device(props: Props) {
  const { details, inventory, link, range, series, base, city } = props
  const t = useT()
  const { devices, status } = useDevices(`device:${props.device.id}`, { devices: [props.device] })
  const device = devices.get(props.device.id) ?? props.device
  useDetailsRefresh(device.state)
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
          <DeviceCharts
            device={device}
            first={series}
            range={range}
            baseline={baselineOf(link)}
            base={base}
          />
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

const baselineOf = (link: LinkFacts | null) =>
  link?.baselineRxDbm === null || link?.baselineRxDbm === undefined ? null : Number(link.baselineRxDbm)
