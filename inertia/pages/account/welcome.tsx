import { Card, Form, PageHeader, Stack, Text, TextField, useT, useUniaForm } from '@unia/ui'
import { ChildrenList, type Child } from './children_list.tsx'

interface Props {
  givenNames: string
  children: Child[]
  email: string
  phone: string
}

export default function Welcome({ givenNames, children, email, phone }: Props) {
  const t = useT()
  const form = useUniaForm({ email, phone })
  return (
    <>
      <PageHeader title={t('core.welcome.title', { name: givenNames })} />
      <Stack maw={560}>
        {children.length > 0 && (
          <Card title={t('core.welcome.children')}>
            <ChildrenList items={children} />
            <Text size="sm" c="dimmed" mt="xs">
              {t('core.welcome.children.hint')}
            </Text>
          </Card>
        )}
        <Card title={t('core.welcome.contacts')}>
          <Form form={form} action="/account/welcome" submitLabel={t('core.welcome.submit')} guard={false}>
            <TextField name="email" label={t('core.welcome.email')} type="email" autoComplete="email" />
            <TextField name="phone" label={t('core.welcome.phone')} type="tel" autoComplete="tel" />
          </Form>
        </Card>
      </Stack>
    </>
  )
}
