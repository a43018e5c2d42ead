import { Button, Card, Link, StateBadge, Text, router, useConfirm, useT } from '@unia/ui'
import classes from './account.module.css'

export interface SecondFactor {
  on: boolean
  required: boolean
  codesLeft: number
}

export function SecondFactorCard({
  secondFactor: { on, required, codesLeft },
}: {
  secondFactor: SecondFactor
}) {
  const t = useT()
  return (
    <Card
      title={t('core.account.second_factor')}
      aside={
        <StateBadge state={on ? 'ok' : required ? 'critical' : 'unknown'}>
          {t(on ? 'core.account.second_factor.on' : 'core.account.second_factor.off')}
        </StateBadge>
      }
    >
      <Text size="sm">
        {t('core.account.second_factor.about')} {required && t('core.account.second_factor.required')}
      </Text>
      {on ? (
        <EnrolledActions required={required} codesLeft={codesLeft} />
      ) : (
        <div className={classes.row}>
          <Button component={Link} href="/account/second-factor">
            {t('core.account.second_factor.add')}
          </Button>
        </div>
      )}
    </Card>
  )
}

function EnrolledActions({ required, codesLeft }: { required: boolean; codesLeft: number }) {
  const t = useT()
  const confirm = useConfirm()
  const renew = async () => {
    const yes = await confirm({
      title: t('core.account.second_factor.renew.ask'),
      text: t('core.account.second_factor.renew.text'),
      confirm: t('core.account.second_factor.renew'),
    })
    if (yes) router.post('/account/recovery-codes')
  }
  const remove = async () => {
    const yes = await confirm({
      title: t('core.account.second_factor.remove.ask'),
      text: t('core.account.second_factor.remove.text'),
      confirm: t('core.account.second_factor.remove'),
      danger: true,
    })
    if (yes) router.delete('/account/second-factor')
  }
  return (
    <>
      <Text size="sm" c="dimmed" mt="xs">
        {t('core.account.second_factor.codes', { count: codesLeft })}
      </Text>
      <div className={classes.row}>
        <Button variant="default" onClick={renew}>
          {t('core.account.second_factor.renew')}
        </Button>
        {!required && (
          <Button variant="subtle" color="danger" onClick={remove}>
            {t('core.account.second_factor.remove')}
          </Button>
        )}
      </div>
    </>
  )
}
