import { Card, Form, PageHeader, Text, TextField, useT, useUniaForm } from '@unia/ui'
import { RecoveryCodes } from './recovery_codes.tsx'
import classes from './account.module.css'

interface Props {
  codes: string[] | null
  qr?: string
  secret?: string
  next: string
  loginName: string
}

export default function SecondFactor({ codes, qr, secret, next, loginName }: Props) {
  return codes ? (
    <RecoveryCodes codes={codes} next={next} loginName={loginName} />
  ) : (
    <Enrolment qr={qr!} secret={secret!} next={next} />
  )
}

function Enrolment({ qr, secret, next }: { qr: string; secret: string; next: string }) {
  const t = useT()
  const form = useUniaForm({ code: '', next })
  return (
    <>
      <PageHeader title={t('core.second_factor.title')} facts={t('core.account.second_factor.about')} />
      <div className={classes.steps}>
        <Card title={t('core.second_factor.scan')}>
          <Text size="sm">{t('core.second_factor.scan.text')}</Text>
          <img
            className={classes.qr}
            src={qr}
            width={200}
            height={200}
            alt={t('core.second_factor.picture')}
          />
          <Text size="sm" c="dimmed">
            {t('core.second_factor.secret')}
          </Text>
          <span className={classes.secret}>{secret.match(/.{1,4}/g)!.join(' ')}</span>
        </Card>
        <Card title={t('core.second_factor.confirm')}>
          <Form
            form={form}
            action="/account/second-factor"
            submitLabel={t('core.second_factor.submit')}
            guard={false}
          >
            <TextField
              name="code"
              label={t('core.second_factor.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={9}
              required
            />
          </Form>
        </Card>
      </div>
    </>
  )
}
