import { Button, EmptyState, Head, Link, useT } from '@unia/ui'

export default function Nowhere() {
  const t = useT()
  return (
    <>
      <Head title={t('core.home.title')} />
      <h1 hidden>{t('core.home.title')}</h1>
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
