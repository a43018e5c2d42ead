import { useEffect, useRef } from 'react'
import { Icon, toast, useStored, useT } from '@unia/ui'
import type { IncidentRow } from '#ops/queries/incident_list'
import { beep } from './beep.ts'
import { useWords } from './use_words.ts'
import classes from './alarms.module.css'

/**
 * Says what has just begun: a message on the screen and, once somebody has switched it on, a sound. What was there when
 * the page was opened is not said again.
 */
export function WallAlerts({ incidents }: { incidents: IncidentRow[] }) {
  const t = useT()
  const words = useWords()
  const [sound, setSound] = useStored('ops-console.sound', false)
  const known = useRef(new Set(incidents.map(({ id }) => id)))
  useEffect(() => {
    const fresh = incidents.filter(({ id, silencedUntil }) => !known.current.has(id) && !silencedUntil)
    known.current = new Set(incidents.map(({ id }) => id))
    const worst = fresh.find(({ severity }) => severity === 'critical') ?? fresh[0]
    if (!worst) return
    const more = fresh.length > 1 ? ` (+${fresh.length - 1})` : ''
    toast({
      tone: worst.severity === 'critical' ? 'error' : 'warning',
      text: `${worst.shortName}: ${words.check(worst)}${more}`,
    })
    if (sound) beep(worst.severity === 'critical')
    // The words change with the language only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [incidents, sound])
  return (
    <button
      type="button"
      className={classes.sound}
      aria-pressed={sound}
      onClick={() => {
        if (!sound) beep(false)
        setSound(!sound)
      }}
    >
      <Icon name="bell" size={16} />
      {t(sound ? 'ops-console.alarms.sound_on' : 'ops-console.alarms.sound_off')}
    </button>
  )
}
