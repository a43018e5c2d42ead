import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { router } from '@inertiajs/react'
import { Kbd, Modal, UnstyledButton } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { useShared } from '../shared_props.ts'
import { requestJson } from './request.ts'
import { keyLabel, useShortcut } from './shortcuts.tsx'
import { useStored } from './storage.ts'
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

/** Search of the unit (or of the city): button, ⌘K, and a dialog worked with the arrows. */
export function Search({ iconOnly }: { iconOnly?: boolean }) {
  const t = useT()
  const { unit } = useShared()
  const [opened, setOpened] = useState(false)
  useShortcut('mod+k', t('ui.search.label'), () => setOpened(true))
  useShortcut('/', t('ui.search.label'), () => setOpened(true))
  if (!unit) return null
  return (
    <>
      <UnstyledButton
        className={iconOnly ? classes.tool : classes.search}
        aria-label={iconOnly ? t('ui.search.label') : undefined}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        <Icon name="search" size={iconOnly ? 22 : 18} />
        {!iconOnly && (
          <>
            <span className={classes.searchText}>{t('ui.search.prompt')}</span>
            <Kbd size="xs" aria-hidden>
              {keyLabel('mod+k')}
            </Kbd>
          </>
        )}
      </UnstyledButton>
      <Modal.Root opened={opened} onClose={() => setOpened(false)} yOffset="10vh" size={620}>
        <Modal.Overlay />
        <Modal.Content aria-label={t('ui.search.label')}>
          {opened && <SearchBox slug={unit.slug} onDone={() => setOpened(false)} />}
        </Modal.Content>
      </Modal.Root>
    </>
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
