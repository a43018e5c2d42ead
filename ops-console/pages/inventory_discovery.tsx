import { useState } from 'react'
import {
  Card,
  Form,
  JobProgress,
  PageHeader,
  router,
  SelectField,
  Stack,
  TextField,
  usePoll,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { TaskView } from '#ops/inventory/tasks/task_view'
import type { Suggested } from '#ops/inventory/discovery/suggest'
import { FoundList } from './parts/found_list.tsx'
import { SnmpUserFields } from './parts/snmp_user_fields.tsx'
import classes from './parts/alarms.module.css'

type DiscoveryTask = TaskView & {
  range: string
  found: Suggested[]
  unreadable: { address: string; failure: string }[]
  forgotten: boolean
}

interface Props {
  task: DiscoveryTask | null
  units: { value: string; label: string }[]
}

const BASE = '/city/ops-console/inventory'

/** Who answers in a range of management addresses. */
export default function InventoryDiscovery({ task, units }: Props) {
  const t = useT()
  const title = t('ops-console.inventory.discovery.title')
  return (
    <>
      <PageHeader
        title={task ? `${title}: ${task.range}` : title}
        breadcrumbs={[{ label: t('ops-console.inventory.title'), href: BASE }, { label: title }]}
        {...(task && {
          more: [{ label: t('ops-console.inventory.discovery.again'), href: `${BASE}/discovery` }],
        })}
      />
      {task ? <Running task={task} units={units} /> : <Order />}
    </>
  )
}

function Order() {
  const t = useT()
  // crypto.randomUUID is missing where the page is not served over TLS.
  const [requestKey] = useState(newKey)
  const form = useUniaForm(
    {
      ...{ range: '', requestKey, port: '161', snmpVersion: '2c' as string | null, secret_community: '' },
      ...{ snmpUser: '', snmpLevel: 'authPriv' as string | null, snmpAuth: 'sha256' as string | null },
      ...{ snmpPriv: 'aes' as string | null, secret_snmp_auth: '', secret_snmp_priv: '' },
    },
    'discovery'
  )
  const text = (key: string) => t(`ops-console.inventory.discovery.${key}`)
  const secret = (field: string) => (
    <TextField
      name={`secret_${field}`}
      label={t(`ops-console.inventory.secret.field.${field}`)}
      type="password"
      autoComplete="new-password"
      required
    />
  )
  const { snmpVersion, snmpLevel } = form.data
  return (
    <Card>
      <p>{text('intro')}</p>
      <Form form={form} action={`${BASE}/discoveries`} submitLabel={text('start')} guard={false}>
        <Stack>
          <TextField
            name="range"
            label={text('range')}
            hint={text('range_hint')}
            placeholder="10.20.12.0/24"
            required
          />
          <TextField name="port" label={t('ops-console.inventory.field.port')} inputMode="numeric" />
          <SelectField
            name="snmpVersion"
            label={t('ops-console.inventory.field.snmp_version')}
            options={['2c', '3'].map((value) => ({ value, label: t(`ops-console.inventory.way.${value}`) }))}
            required
          />
          {snmpVersion === '3' ? (
            <>
              <SnmpUserFields level={snmpLevel} />
              {snmpLevel !== 'noAuthNoPriv' && secret('snmp_auth')}
              {snmpLevel === 'authPriv' && secret('snmp_priv')}
            </>
          ) : (
            secret('community')
          )}
        </Stack>
      </Form>
    </Card>
  )
}

function newKey(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function Running({ task, units }: { task: DiscoveryTask; units: Props['units'] }) {
  const t = useT()
  const text = (key: string) => t(`ops-console.inventory.discovery.${key}`)
  const busy = task.state === 'waiting' || task.state === 'running'
  return (
    <div className={classes.column}>
      {busy && <Watching />}
      <JobProgress
        {...{ title: task.range, status: task.status, done: task.done, total: task.total }}
        onCancel={() => router.post(`${BASE}/discoveries/${task.id}/cancellation`)}
      />
      {task.error && <p role="alert">{text('failed')}</p>}
      <FoundList {...{ taskId: task.id, found: task.found, units }} usable={!task.forgotten} />
      {task.unreadable.length > 0 && (
        <Card title={text('unreadable')}>
          <ul className={classes.plain}>
            {task.unreadable.map(({ address, failure }) => (
              <li key={address}>
                {address} · {t(`ops-console.inventory.test.failure.${failure}`)}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

/** Asks again while the work goes on. */
function Watching() {
  usePoll(1000, { only: ['task'] })
  return null
}
