import { useEffect, useRef } from 'react'
import { router, useLive, usePoll, useShared } from '@unia/ui'

interface Change {
  /** Id of a run that changed; other changes of the unit have none. */
  job?: string
}

/** Loads `only` anew when a run that concerns this page changes; every five seconds while no live connection stands. */
export function useRunChanges(only: string[], concerns: (runId: string) => boolean) {
  const { unit } = useShared()
  const reload = useReload(only)
  const { status } = useLive<null, Change[]>('/', [`unit:${unit!.slug}`], {
    // Whatever happened before the room was joined.
    snapshot: reload,
    delta: (_room, changes) => changes.some(({ job }) => job && concerns(job)) && reload(),
  })
  const { start, stop } = usePoll(5_000, { only }, { autoStart: false })
  useEffect(() => {
    if (status === 'connected') return
    start()
    return stop
    // The two come anew with every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [status])
}

/** One request at a time; changes meanwhile ask once more after it. */
function useReload(only: string[]) {
  const state = useRef<'idle' | 'asked' | 'again'>('idle')
  return function reload() {
    if (state.current !== 'idle') return void (state.current = 'again')
    state.current = 'asked'
    router.reload({
      only,
      onFinish: () => {
        const again = state.current === 'again'
        state.current = 'idle'
        if (again) reload()
      },
    })
  }
}
