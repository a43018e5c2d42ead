import { useT } from '@unia/ui'
import type { useHold } from './use_hold.ts'
import classes from './map.module.css'

/** The same as wheel, mouse and keys do, for those who have none of them. */
export function MapButtons({ hold }: { hold: ReturnType<typeof useHold> }) {
  const t = useT()
  const buttons: [string, string, () => void][] = [
    ['in', '+', hold.in],
    ['out', '−', hold.out],
    ['left', '←', () => hold.pan(1, 0)],
    ['up', '↑', () => hold.pan(0, 1)],
    ['down', '↓', () => hold.pan(0, -1)],
    ['right', '→', () => hold.pan(-1, 0)],
    ['whole', '⤢', hold.whole],
  ]
  return (
    <div className={classes.buttons} role="group" aria-label={t('ops-console.map.move')}>
      {buttons.map(([id, sign, act]) => {
        const label = t(`ops-console.map.${id}`)
        return (
          <button key={id} type="button" aria-label={label} title={label} onClick={act}>
            {sign}
          </button>
        )
      })}
    </div>
  )
}
