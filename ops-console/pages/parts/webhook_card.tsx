import { Button, Card, Form, router, Stack, TextField, useT, useUniaForm } from '@unia/ui'
import classes from './alarms.module.css'

const BASE = '/city/ops-console/notifications'

/** Other systems that listen. The secret is typed once and never shown again. */
export function WebhookCard({ webhooks }: { webhooks: { id: string; name: string; url: string }[] }) {
  const t = useT()
  const form = useUniaForm({ name: '', url: '', secret: '' }, 'webhook')
  const post = (id: string) => router.post(`${BASE}/notices`, { webhookId: id }, { preserveScroll: true })
  return (
    <Card title={t('ops-console.webhook.title')}>
      <ul className={classes.plain}>
        {webhooks.map(({ id, name, url }) => (
          <li key={id} className={classes.actions}>
            <span>
              {name} · {url}
            </span>
            <Button size="xs" variant="default" onClick={() => post(id)}>
              {t('ops-console.notifications.test')}
            </Button>
            <Button size="xs" variant="default" onClick={() => router.delete(`${BASE}/webhooks/${id}`)}>
              {t('ops-console.recipient.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Form
        form={form}
        action={`${BASE}/webhooks`}
        submitLabel={t('ops-console.webhook.add')}
        onSuccess={() => form.reset()}
        guard={false}
      >
        <Stack>
          <TextField name="name" label={t('ops-console.webhook.name')} required maxLength={120} />
          <TextField name="url" label={t('ops-console.webhook.url')} type="url" required maxLength={400} />
          <TextField
            name="secret"
            label={t('ops-console.webhook.secret')}
            hint={t('ops-console.webhook.secret_hint')}
            type="password"
            autoComplete="new-password"
            required
          />
        </Stack>
      </Form>
    </Card>
  )
}
