import { useLive } from '../live/use_live.ts'

interface Props {
  accountId: string
  onUnread: (count: number) => void
}

/** Hears on the person's own room how many notifications wait. Its own chunk, fetched when the page is at rest. */
export default function BellLive({ accountId, onUnread }: Props) {
  useLive<null, { unread?: number }[]>('/', [`account:${accountId}`], {
    snapshot: () => {},
    delta: (_room, changes) => {
      const unread = changes.findLast((change) => change.unread !== undefined)?.unread
      if (unread !== undefined) onUnread(unread)
    },
  })
  return null
}
