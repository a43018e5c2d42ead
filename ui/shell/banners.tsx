import { useEffect, useState } from 'react'
import { router } from '@inertiajs/react'
import { Button } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { StateShape } from '../state/state_shape.tsx'
import classes from './shell.module.css'

/**
 * Lost session and lost network, said above the page. The page and what was typed in it stay: the refused answer is not
 * shown, and logging in happens in another tab.
 */
export function Banners() {
  const t = useT()
  const offline = useOffline()
  const [expired, setExpired] = useState(false)
  useEffect(
    () =>
      router.on('httpException', (event) => {
        if (![401, 419].includes(event.detail.response.status)) return
        event.preventDefault()
        setExpired(true)
      }),
    []
  )
  return (
    <div role="status" aria-live="assertive">
      {offline && (
        <div className={classes.banner} data-state="warning">
          <StateShape state="warning" />
          <span>{t('ui.banner.offline')}</span>
        </div>
      )}
      {expired && (
        <div className={classes.banner} data-state="critical">
          <StateShape state="critical" />
          <span>{t('ui.banner.expired')}</span>
          <Button component="a" href="/login" target="_blank" rel="noopener" size="xs" variant="default">
            {t('ui.banner.log_in')}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setExpired(false)}>
            {t('ui.banner.logged_in')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** No network by the browser's word, or a request that got no answer; over when any answer comes. */
function useOffline(): boolean {
  const [offline, setOffline] = useState(() => typeof navigator !== 'undefined' && navigator.onLine === false)
  useEffect(() => {
    const on = () => setOffline(false)
    const off = () => setOffline(true)
    window.addEventListener('online', on)
    window.addEventListener('offline', off)
    const stops = [
      router.on('networkError', (event) => {
        event.preventDefault()
        off()
      }),
      router.on('success', on),
      router.on('error', on),
    ]
    return () => {
      window.removeEventListener('online', on)
      window.removeEventListener('offline', off)
      stops.forEach((stop) => stop())
    }
  }, [])
  return offline
}
