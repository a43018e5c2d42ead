import { Button, Card, Form, Stack, TextField, useFormats, useT, useUniaForm } from '@unia/ui'
import type { EntityPage } from '#ops/queries/inventory_entity'
import { TestResult } from './test_result.tsx'
import classes from './alarms.module.css'

const BASE = '/city/ops-console/inventory'
const OF_API = {
  panos: ['api_key'],
  routeros: ['api_user', 'api_password'],
  sepm: ['username', 'password'],
}

/** Credentials are typed, tried and replaced; the page knows only that they are set. */
export function SecretsCard({ entity, secrets, lastTest }: EntityPage) {
  const t = useT()
  const { formatDateTime } = useFormats()
  const form = useUniaForm(emptySecrets(), 'secrets')
  const text = (key: string) => t(`ops-console.inventory.secret.${key}`)
  // What was saved would be the form's new default, so a reset would bring it back.
  const forget = () => {
    for (const [field, empty] of Object.entries(emptySecrets()))
      form.set(field as keyof typeof form.data, empty)
  }
  const mark = (field: string) => {
    const set = secrets.find((one) => one.field === field)
    if (!set) return text('not_set')
    const values = { at: formatDateTime(set.at), by: set.by ?? text('the_file') }
    return t('ops-console.inventory.secret.set', values)
  }
  return (
    <Card title={text('title')}>
      {entity.simulated && <p className={classes.small}>{text('simulated')}</p>}
      <Form
        form={form}
        method="put"
        action={`${BASE}/${entity.id}/secrets`}
        submitLabel={text('save')}
        onSuccess={forget}
        guard={false}
        aside={
          <Button
            size="md"
            variant="default"
            loading={form.busy}
            onClick={() => form.submit('post', `${BASE}/${entity.id}/tests`)}
          >
            {text('test')}
          </Button>
        }
      >
        <Stack>
          {fieldsOf(entity).map((field) => (
            <TextField
              key={field}
              name={`secret_${field}`}
              label={text(`field.${field}`)}
              hint={mark(field)}
              type="password"
              autoComplete="new-password"
            />
          ))}
        </Stack>
      </Form>
      <p className={classes.small}>{text('test_hint')}</p>
      {lastTest && <TestResult test={lastTest} />}
    </Card>
  )
}

const emptySecrets = () => ({
  ...{ secret_community: '', secret_snmp_auth: '', secret_snmp_priv: '', secret_api_key: '' },
  ...{ secret_api_user: '', secret_api_password: '', secret_username: '', secret_password: '' },
})

function fieldsOf({ snmpVersion, snmp, api }: EntityPage['entity']): string[] {
  const ofV3 = [...(snmp?.auth ? ['snmp_auth'] : []), ...(snmp?.priv ? ['snmp_priv'] : [])]
  const ofSnmp = { '2c': ['community'], '3': ofV3, none: [] }[snmpVersion]
  return [...ofSnmp, ...(api ? OF_API[api.kind] : [])]
}
