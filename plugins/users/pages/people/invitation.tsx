import { Alert, Button, Card, Code, Group, Icon, KeyValue, PageHeader, Stack } from '@unia/ui'
import { useFormats, useShared, useT } from '@unia/ui'

interface Props {
  invited: { name: string; code: string; address: string; until: string; asksBirthDate: boolean }
}

export default function Invitation({ invited }: Props) {
  const t = useT()
  const { formatDate } = useFormats()
  const back = `/${useShared().unit!.slug}/users/people`
  return (
    <>
      <PageHeader title={t('users.invited.title', { name: invited.name })} />
      <Stack maw={560}>
        <Alert color="warning">{t('users.invited.once')}</Alert>
        <Card title={t('users.invited.code')}>
          <Code block fz="h2" ta="center">
            {invited.code}
          </Code>
          <KeyValue
            items={[
              { label: t('users.invited.address'), value: invited.address },
              { label: t('users.invited.until'), value: formatDate(invited.until) },
              {
                label: t('users.invited.also'),
                value: t(invited.asksBirthDate ? 'users.invited.birth_date' : 'users.invited.nothing'),
              },
            ]}
          />
        </Card>
        <Group>
          <Button leftSection={<Icon name="printer" size={18} />} onClick={() => window.print()}>
            {t('users.invited.print')}
          </Button>
          <Button variant="default" component="a" href={back}>
            {t('users.invited.back')}
          </Button>
        </Group>
      </Stack>
    </>
  )
}
