import { useEffect, useRef, useState } from 'react'
import { usePage } from '@inertiajs/react'
import { VisuallyHidden } from '@mantine/core'

/** After a visit to another page the focus goes to its h1 and its title is read out. Filters and saves on the same page move nothing. */
export function Announcer() {
  const { component, url } = usePage()
  const path = url.split('?')[0]!
  const place = `${component} ${path}`
  const before = useRef(place)
  const [text, setText] = useState('')
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    const timer = setTimeout(() => {
      const heading = document.querySelector<HTMLElement>('main h1')
      heading?.focus({ preventScroll: true })
      setText(heading?.textContent ?? document.title)
    }, 60)
    return () => clearTimeout(timer)
  }, [place])
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {text}
    </VisuallyHidden>
  )
}
