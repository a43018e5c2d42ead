import { CheckboxField, Fieldset, SelectField, Stack, TextField, useT } from '@unia/ui'
import { SnmpUserFields } from './snmp_user_fields.tsx'
import classes from './alarms.module.css'

export interface EntityForm {
  name: string
  model: string
  serial: string
  rollout: string | null
  simulated: boolean
  polled: boolean
  host: string
  port: string
  wan: string
  snmpVersion: string | null
  snmpUser: string
  snmpLevel: string | null
  snmpAuth: string | null
  snmpPriv: string | null
  api: string | null
  apiHost: string
  apiPort: string
  apiTls: boolean
  fingerprint: string
}

const ROLLOUTS = ['delivered', 'installed', 'pilot', 'live', 'spare', 'rma']

/** What a person says of an entity: what it is, where it stands and how it is asked. */
export function EntityFields({ data }: { data: EntityForm }) {
  const t = useT()
  const label = (name: string) => t(`ops-console.inventory.field.${name}`)
  return (
    <Stack>
      <div className={classes.fields}>
        <TextField name="name" label={label('name')} maxLength={120} />
        <TextField name="model" label={label('model')} maxLength={80} />
        <TextField name="serial" label={label('serial')} maxLength={80} />
        <SelectField
          name="rollout"
          label={label('rollout')}
          options={ROLLOUTS.map((value) => ({ value, label: t(`ops-console.rollout.${value}`) }))}
          required
        />
      </div>
      <CheckboxField name="polled" label={label('polled')} hint={label('polled_hint')} />
      <CheckboxField name="simulated" label={label('simulated')} hint={label('simulated_hint')} />
      <Fieldset legend={label('snmp')}>
        <Stack>
          <div className={classes.fields}>
            <TextField name="host" label={label('host')} hint={label('host_hint')} maxLength={253} />
            <TextField name="port" label={label('port')} inputMode="numeric" />
            <SelectField
              name="snmpVersion"
              label={label('snmp_version')}
              options={['2c', '3', 'none'].map((value) => ({
                value,
                label: t(`ops-console.inventory.way.${value}`),
              }))}
              required
            />
            <TextField name="wan" label={label('wan')} maxLength={60} />
          </div>
          {data.snmpVersion === '3' && <SnmpUserFields level={data.snmpLevel} />}
        </Stack>
      </Fieldset>
      <Fieldset legend={label('api')}>
        <Stack>
          <SelectField
            name="api"
            label={label('api_kind')}
            options={['panos', 'routeros', 'sepm'].map((value) => ({
              value,
              label: t(`ops-console.inventory.way.${value}`),
            }))}
          />
          {data.api && <ApiFields api={data.api} />}
        </Stack>
      </Fieldset>
    </Stack>
  )
}

function ApiFields({ api }: { api: string }) {
  const t = useT()
  const label = (name: string) => t(`ops-console.inventory.field.${name}`)
  return (
    <>
      <div className={classes.fields}>
        <TextField name="apiHost" label={label('api_host')} hint={label('api_host_hint')} maxLength={253} />
        <TextField name="apiPort" label={label('api_port')} inputMode="numeric" />
      </div>
      {api === 'routeros' && <CheckboxField name="apiTls" label={label('api_tls')} />}
      <TextField
        name="fingerprint"
        label={label('fingerprint')}
        hint={label('fingerprint_hint')}
        maxLength={95}
      />
    </>
  )
}
