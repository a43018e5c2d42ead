import { useEffect, useMemo } from 'react'
import { Link, usePage } from '@inertiajs/react'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { useShared } from '../shared_props.ts'
import classes from './shell.module.css'

const KEY = 'unia.last_place'

/** Remembers, for this tab, the last page inside a unit. */
export function useRememberPlace(): void {
  const { unit } = useShared()
  const { url } = usePage()
  const slug = unit?.slug
  useEffect(() => {
    if (!slug) return
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ slug, href: url }))
    } catch {
      // forbidden: the way back leads to the first place instead
    }
  }, [slug, url])
}

/** The way back from a page that belongs to the person and to no unit, so it has no menu. */
export function BackToPlace() {
  const t = useT()
  const { places } = useShared()
  const last = useMemo(read, [])
  const place = places.find(({ slug }) => slug === last?.slug) ?? places[0]
  if (!place) return null
  return (
    <Link href={place.slug === last?.slug ? last.href : `/${place.slug}`} className={classes.back}>
      <Icon name="chevron-left" size={18} />
      <span>{t('ui.place.back', { place: place.shortName })}</span>
    </Link>
  )
}

function read(): { slug: string; href: string } | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
  } catch {
    return null
  }
}
