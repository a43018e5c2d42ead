import {
  Card,
  EmptyState,
  Icon,
  Link,
  LiveBadge,
  PageHeader,
  StateShape,
  useFormats,
  useShared,
  useT,
} from '@unia/ui'
import type { TransitionView } from '#ops/history/device_details'
import type { UnitNotice as Notice } from '#ops/queries/unit_notice'
import type { DeviceView } from '#ops/stream/view'
import { tone, type Tone } from '../domain/severity.ts'
import type { LinkFacts } from './parts/device_facts.tsx'
import { TrafficChart } from './parts/traffic_chart.tsx'
import { TransitionsCard } from './parts/transitions_card.tsx'
import { UnitNotice } from './parts/unit_notice.tsx'
import { useDetailsRefresh } from './parts/use_details_refresh.ts'
import { useDevices } from './parts/use_devices.ts'
import { ageAndFact, useFact } from './parts/use_fact.ts'
import { useNow } from './parts/use_now.ts'
import { useSamples, type Samples } from './parts/use_samples.ts'
import classes from './parts/device.module.css'

interface Props {
  devices: DeviceView[]
  watching: boolean
  notice: Notice | null
  link: LinkFacts | null
  transitions: TransitionView[]
  samples: Samples
}

/** The building's network for its director: how it stands, what that means, whom to call. */
export default function Building({ devices: first, watching, notice, link, transitions, samples }: Props) {
  const t = useT()
  const { unit } = useShared()
  const { devices, collector, status } = useDevices(`unit:${unit!.slug}`, { devices: first })
  const all = [...devices.values()]
  const device = all.find(({ kind }) => kind === 'edge') ?? all[0]
  const blind = !(collector?.watching ?? watching)
  return (
    <>
      <PageHeader
        title={t('ops-console.building.title')}
        facts={unit!.name}
        aside={<LiveBadge status={status} />}
      />
      {blind && (
        <p role="alert" className={classes.blind}>
          <Icon name="alert-triangle" /> {t('ops-console.building.blind')}
        </p>
      )}
      <UnitNotice notice={notice} />
      {device ? (
        <Known {...{ device, link, transitions, samples }} base={`/${unit!.slug}/ops-console`} />
      ) : (
        <EmptyState icon="network" title={t('ops-console.building.empty')}>
          {t('ops-console.building.empty_hint')}
        </EmptyState>
      )}
    </>
  )
}

interface KnownProps extends Pick<Props, 'link' | 'transitions' | 'samples'> {
  device: DeviceView
  base: string
}

function Known({ device, link, transitions, samples: first, base }: KnownProps) {
  const t = useT()
  const now = useNow()
  const factText = useFact()
  const { formatSince } = useFormats()
  const href = `${base}/devices/${device.id}`
  const samples = useSamples(first, '24h', `${href}/samples`, device)
  useDetailsRefresh(device.state, ['transitions', 'notice'])
  const linkTone: Tone = link?.state === 'active' ? 'ok' : 'maintenance'
  return (
    <>
      <div className={classes.tiles}>
        <Link href={href} className={classes.big} data-tone={tone(device)}>
          <span className={classes.bigLabel}>{t('ops-console.building.device')}</span>
          <span className={classes.bigState}>
            <StateShape state={tone(device)} size={18} /> {t(`ops-console.state.${device.state}`)}
          </span>
          <span className={classes.bigFact}>
            {ageAndFact(device.fact, formatSince(device.since, now), factText(device.fact, now))}
          </span>
        </Link>
        {link && (
          <div className={classes.big} data-tone={linkTone}>
            <span className={classes.bigLabel}>{t('ops-console.building.link')}</span>
            <span className={classes.bigState}>
              <StateShape state={linkTone} size={18} /> {t(`ops-console.link.${link.state}`)}
            </span>
            <span className={classes.bigFact}>
              {[link.supplier, link.capacityMbps && `${link.capacityMbps} Mb/s`].filter(Boolean).join(' · ')}
            </span>
          </div>
        )}
        <Card title={t('ops-console.building.meaning')}>
          <p className={classes.meaning}>{t(`ops-console.meaning.${device.state}`)}</p>
          <p className={classes.call}>
            <Icon name="phone" size={18} />{' '}
            {t('ops-console.building.call', { supplier: link?.supplier ?? '–' })}
          </p>
        </Card>
      </div>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Card>
            <TrafficChart samples={samples} />
          </Card>
        </div>
        <div className={classes.column}>
          <TransitionsCard title={t('ops-console.building.transitions')} transitions={transitions} />
        </div>
      </div>
    </>
  )
}
