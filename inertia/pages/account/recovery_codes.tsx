import { Button, Icon, PageHeader, router, toast, useT } from '@unia/ui'
import classes from './account.module.css'

/** The codes are shown this once; copying, printing and saving are within reach. */
export function RecoveryCodes({
  codes,
  next,
  loginName,
}: {
  codes: string[]
  next: string
  loginName: string
}) {
  const t = useT()
  const text = [t('core.second_factor.codes.heading', { login: loginName }), '', ...codes, ''].join('\n')
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    toast({ tone: 'success', text: t('core.second_factor.codes.copied') })
  }
  return (
    <>
      <PageHeader title={t('core.second_factor.codes.title')} facts={t('core.second_factor.codes.lead')} />
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={classes.row}>
        <Button onClick={() => router.visit(next, { replace: true })}>
          {t('core.second_factor.codes.done')}
        </Button>
        <Button variant="default" leftSection={<Icon name="files" size={18} />} onClick={copy}>
          {t('core.second_factor.codes.copy')}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="printer" size={18} />}
          onClick={() => window.print()}
        >
          {t('core.second_factor.codes.print')}
        </Button>
        <Button
          component="a"
          variant="default"
          leftSection={<Icon name="download" size={18} />}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={t('core.second_factor.codes.file')}
        >
          {t('core.second_factor.codes.download')}
        </Button>
      </div>
    </>
  )
}
