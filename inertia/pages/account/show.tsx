import { Anchor, Card, KeyValue, Link, PageHeader, SegmentedControl, Text } from '@unia/ui'
import { router, useShared, useT } from '@unia/ui'
import { PasskeysCard, type Passkey } from './passkeys_card.tsx'
import { PasswordCard } from './password_card.tsx'
import { SecondFactorCard, type SecondFactor } from './second_factor_card.tsx'
import { SessionsCard, type OpenSession } from './sessions_card.tsx'
import classes from './account.module.css'

interface Props {
  loginName: string
  isDemo: boolean
  proved: boolean
  sessions: OpenSession[]
  secondFactor: SecondFactor
  passkeys: Passkey[]
}

export default function Account({ loginName, isDemo, proved, sessions, secondFactor, passkeys }: Props) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('core.account.title')} facts={isDemo ? t('core.account.demo') : undefined} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Profile loginName={loginName} />
          <Language />
          <PasswordCard proved={proved} />
        </div>
        <div className={classes.column}>
          <PasskeysCard passkeys={passkeys} proved={proved} />
          <SecondFactorCard secondFactor={secondFactor} />
          <SessionsCard sessions={sessions} />
        </div>
      </div>
    </>
  )
}

function Profile({ loginName }: { loginName: string }) {
  const t = useT()
  const { person, places } = useShared()
  const roles = places.map((place) => (
    <li key={place.slug}>
      <Anchor component={Link} href={`/${place.slug}`}>
        {place.shortName}
      </Anchor>
      : {place.roles.map((role) => role.label).join(', ')}
    </li>
  ))
  return (
    <Card title={t('core.account.profile')}>
      <KeyValue
        items={[
          { label: t('core.account.name'), value: person!.name },
          { label: t('core.account.login'), value: loginName },
          {
            label: t('core.account.roles'),
            value: places.length ? <ul className={classes.plain}>{roles}</ul> : t('core.account.no_roles'),
          },
        ]}
      />
    </Card>
  )
}

function Language() {
  const t = useT()
  const { locale } = useShared()
  return (
    <Card title={t('core.account.language')}>
      <SegmentedControl
        aria-label={t('core.account.language')}
        value={locale}
        onChange={(chosen) => router.post('/locale', { locale: chosen })}
        data={[
          { value: 'pl', label: 'Polski' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Text size="sm" c="dimmed" mt="xs">
        {t('core.account.language.hint')}
      </Text>
    </Card>
  )
}
