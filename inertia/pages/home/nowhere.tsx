import { Button, EmptyState, Head, Link, VisuallyHidden, useT } from '@unia/ui'

export default function Nowhere() {
  const t = useT()
  return (
    <>
      <Head title={t('core.home.title')} />
      <VisuallyHidden component="h1" tabIndex={-1}>
        {t('core.home.title')}
      </VisuallyHidden>
      <EmptyState
        icon="key"
        title={t('core.home.nowhere')}
        action={
          <Button component={Link} href="/account" variant="default">
            {t('core.home.nowhere.account')}
          </Button>
        }
      >
        {t('core.home.nowhere.text')}
      </EmptyState>
    </>
  )
}
