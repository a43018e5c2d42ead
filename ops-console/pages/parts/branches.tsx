import { useId, useState } from 'react'
import { Link, StateShape, useT } from '@unia/ui'
import type { DeviceView } from '#ops/stream/view'
import { tone } from '../../domain/severity.ts'
import { sizeOf, type Branch, type PortNeighbour } from '../../domain/topology.ts'
import { useFact } from './use_fact.ts'
import { useNow } from './use_now.ts'
import classes from './topology.module.css'

interface Shared {
  nameOf: (device: DeviceView) => string
  neighbours: Record<string, PortNeighbour[]>
  /** Which branches stand open before somebody opens or closes one. */
  open: 'all' | 'sick'
}

/** One level of the tree; below each device what hangs on it. */
export function Branches({
  branches,
  top = false,
  ...shared
}: Shared & { branches: Branch[]; top?: boolean }) {
  return (
    <ul className={classes.level} data-top={top || undefined}>
      {branches.map((branch) => (
        <BranchItem key={branch.device.id} branch={branch} top={top} {...shared} />
      ))}
    </ul>
  )
}

function BranchItem({ branch, top, ...shared }: Shared & { branch: Branch; top: boolean }) {
  const t = useT()
  const id = useId()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const { device, children, also } = branch
  const open = chosen ?? (top || shared.open === 'all' || branch.sick)
  const name = shared.nameOf(device)
  return (
    <li data-device={device.id}>
      <div className={classes.row}>
        {children.length > 0 ? (
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={t('ops-console.topology.below', {
              name: labelOf(name, device, t),
              count: sizeOf(children),
            })}
            onClick={() => setChosen(!open)}
          >
            {open ? '▾' : '▸'}
          </button>
        ) : (
          <span className={classes.toggle} />
        )}
        <DeviceLine device={device} name={name} />
      </div>
      {also.length > 0 && (
        <p className={classes.more}>
          {t('ops-console.topology.also', {
            names: also.map((one) => labelOf(shared.nameOf(one), one, t)).join(', '),
          })}
        </p>
      )}
      <Neighbours known={shared.neighbours[device.id] ?? []} />
      {open && children.length > 0 && (
        <div id={id}>
          <Branches branches={children} {...shared} />
        </div>
      )}
    </li>
  )
}

function DeviceLine({ device, name }: { device: DeviceView; name: string }) {
  const t = useT()
  const now = useNow()
  const factText = useFact()
  const state = t(`ops-console.state.${device.state}`)
  return (
    <Link href={`/city/ops-console/devices/${device.id}`} className={classes.device} title={device.unitName}>
      <StateShape state={tone(device)} size={12} label={state} /> <b>{name}</b>{' '}
      <span className={classes.dim}>
        {[t(`ops-console.kind.${device.kind}`), device.model, factText(device.fact, now)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </Link>
  )
}

function Neighbours({ known }: { known: PortNeighbour[] }) {
  const t = useT()
  if (!known.length) return null
  return (
    <ul className={classes.neighbours} aria-label={t('ops-console.topology.neighbours')}>
      {known.map(({ localPort, port, name, device }, index) => (
        <li key={index}>
          {localPort} ↔{' '}
          {device ? <Link href={`/city/ops-console/devices/${device}`}>{name}</Link> : (name ?? '–')}
          {port && ` (${t('ops-console.topology.port', { port })})`}
        </li>
      ))}
    </ul>
  )
}

const labelOf = (name: string, device: DeviceView, t: ReturnType<typeof useT>) =>
  `${name}, ${t(`ops-console.kind.${device.kind}`)}`
