import type { ReactNode } from 'react'
import { Button, ErrorState, PublicLayout, Shell, useShared, useT } from '@unia/ui'

const KNOWN = [403, 404, 419, 422]

/** What happened, what was kept, what to do. Everything else than the known refusals is our fault. */
export default function ErrorPage({ status, reference }: { status: number; reference: string }) {
  const t = useT()
  const kind = KNOWN.includes(status) ? status : status === 401 ? 403 : status === 413 ? 422 : 500
  const say = (part: string) => t(`core.error.${kind}.${part}`)
  return (
    <ErrorState
      title={say('title')}
      kept={say('kept')}
      todo={say('todo')}
      reference={reference}
      action={
        <>
          <Button component="a" href="/">
            {t('core.error.home')}
          </Button>
          <Button variant="default" onClick={() => window.history.back()}>
            {t('core.error.back')}
          </Button>
        </>
      }
    >
      <p>{say('what')}</p>
    </ErrorState>
  )
}

/** Inside the shell for who is logged in; the error may also come before anybody is known. */
function Frame({ children }: { children: ReactNode }) {
  return useShared().person ? <Shell>{children}</Shell> : <PublicLayout>{children}</PublicLayout>
}

ErrorPage.layout = (children: ReactNode) => <Frame>{children}</Frame>
