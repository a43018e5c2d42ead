import { useEffect, useRef } from 'react'
import { router } from '@inertiajs/react'
import { useConfirm } from '../feedback/confirm.tsx'
import { useT } from '../i18n/provider.tsx'

/** Asks before a page with unsaved changes is left, by a link as by closing the tab. Saving never asks. */
export function useLeaveGuard(dirty: boolean): void {
  const t = useT()
  const confirm = useConfirm()
  const allowed = useRef(false)
  useEffect(() => {
    if (!dirty) return
    allowed.current = false
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', onUnload)
    const stop = router.on('before', (event) => {
      const { visit } = event.detail
      const staying =
        visit.method !== 'get' ||
        visit.prefetch ||
        visit.only.length > 0 ||
        visit.url.pathname === location.pathname
      if (staying || allowed.current) return
      event.preventDefault()
      void confirm({
        title: t('ui.leave.title'),
        text: t('ui.leave.text'),
        confirm: t('ui.leave.confirm'),
        cancel: t('ui.leave.stay'),
        danger: true,
      }).then((yes) => {
        if (!yes) return
        allowed.current = true
        router.visit(visit.url)
      })
    })
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      stop()
    }
  }, [dirty, confirm, t])
}
