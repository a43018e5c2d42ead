import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { router } from '@inertiajs/react'
import { Kbd, Modal } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { requestJson } from './request.ts'
import { useStored } from './storage.ts'
import { useOpenedNext } from './use_opened_next.ts'
import classes from './shell.module.css'

interface Hit {
  title: string
  subtitle?: string
  href: string
  icon: string
}

interface Group {
  label: string
  hits: Hit[]
}

interface Props {
  slug: string
  opened: boolean
  onClose: () => void
}

/** The dialog of the search, worked with the arrows. Its own chunk. */
export default function SearchDialog({ slug, opened, onClose }: Props) {
  const t = useT()
  const shown = useOpenedNext(opened)
  return (
    <Modal.Root opened={shown} onClose={onClose} yOffset="10vh" size={620}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('ui.search.label')}>
        {opened && <SearchBox slug={slug} onDone={onClose} />}
      </Modal.Content>
    </Modal.Root>
  )
}

function SearchBox({ slug, onDone }: { slug: string; onDone: () => void }) {
  const t = useT()
  const id = useId()
  const [query, setQuery] = useState('')
  const { groups, failed } = useHits(slug, query.trim())
  const [recent, setRecent] = useStored<Hit[]>(`recent.${slug}`, [])
  const [active, setActive] = useState(0)
  const shown: Group[] = query.trim()
    ? groups
    : recent.length
      ? [{ label: t('ui.search.recent'), hits: recent }]
      : []
  const hits = shown.flatMap((group) => group.hits)
  const at = Math.min(active, hits.length - 1)

  const open = (hit: Hit) => {
    setRecent([hit, ...recent.filter(({ href }) => href !== hit.href)].slice(0, 6))
    onDone()
    router.visit(hit.href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    if (event.key in moves && hits.length > 0) {
      event.preventDefault()
      setActive((at + moves[event.key]! + hits.length) % hits.length)
    }
    if (event.key === 'Enter' && hits[at]) open(hits[at])
  }

  let index = -1
  return (
    <div>
      <div className={classes.searchHead}>
        <Icon name="search" />
        <input
          data-autofocus
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={hits.length > 0 ? `${id}-${at}` : undefined}
          aria-label={t('ui.search.label')}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('ui.search.prompt')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd size="xs">Esc</Kbd>
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t('ui.search.results')} className={classes.hits}>
        {shown.map((group) => (
          <div key={group.label} role="group" aria-label={group.label}>
            <div className={classes.hitGroup} aria-hidden>
              {group.label}
            </div>
            {group.hits.map((hit) => {
              index += 1
              const own = index
              return (
                <div
                  key={hit.href}
                  id={`${id}-${own}`}
                  role="option"
                  aria-selected={own === at}
                  className={classes.hit}
                  ref={own === at ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
                  onMouseMove={() => setActive(own)}
                  onClick={() => open(hit)}
                >
                  <Icon name={hit.icon} size={18} />
                  <span className={classes.hitTitle}>{hit.title}</span>
                  {hit.subtitle && <span className={classes.hitSubtitle}>{hit.subtitle}</span>}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      <p role="status" className={classes.searchNote}>
        {failed
          ? t('ui.search.failed')
          : query.trim() && groups.length === 0
            ? t('ui.nothing_found')
            : t('ui.search.keys')}
      </p>
    </div>
  )
}

/** Hits for a query, 180 ms after the last key; older answers are dropped, the last ones stay meanwhile. */
function useHits(slug: string, query: string) {
  const [state, setState] = useState<{ groups: Group[]; failed: boolean }>({ groups: [], failed: false })
  const running = useRef<AbortController>(null)
  useEffect(() => {
    running.current?.abort()
    if (!query) return
    const controller = (running.current = new AbortController())
    const timer = setTimeout(() => {
      requestJson<{ groups: Group[] }>(`/${slug}/search?q=${encodeURIComponent(query)}`, {
        signal: controller.signal,
      })
        .then(({ groups }) =>
          setState({ groups: groups.filter(({ hits }) => hits.length > 0), failed: false })
        )
        .catch((error: Error) => error.name !== 'AbortError' && setState({ groups: [], failed: true }))
    }, 180)
    return () => clearTimeout(timer)
  }, [slug, query])
  return state
}
