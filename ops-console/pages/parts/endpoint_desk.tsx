import {
  Button,
  Card,
  FileField,
  Form,
  Group,
  router,
  TextField,
  useFormats,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { EndpointsCityProps } from '../endpoints_city.tsx'
import classes from './rollout.module.css'

const HERE = '/city/ops-console/endpoints'

/** Requests for the VPN, and permissions that can be revoked. */
export function VpnDesk({ vpn, mayManage }: EndpointsCityProps) {
  const t = useT()
  const { formatDateTime } = useFormats()
  const decide = (id: string, to: string) =>
    router.patch(`${HERE}/vpn/${id}`, { to }, { preserveScroll: true })
  return (
    <Card title={t('ops-console.endpoints.vpn.queue')}>
      {!vpn.length && <p className={classes.meta}>{t('ops-console.endpoints.vpn.empty')}</p>}
      {vpn.map(({ id, person, state, shortName, at }) => (
        <div key={id} className={classes.row}>
          <div className={classes.main}>
            {person} · {shortName}
            <div className={classes.meta}>
              {t(`ops-console.endpoints.vpn.of.${state}`)} · {formatDateTime(at)}
            </div>
          </div>
          {mayManage && (
            <Group gap="xs">
              {(state === 'requested' ? ['granted', 'refused'] : ['revoked']).map((to) => (
                <Button
                  key={to}
                  variant="default"
                  onClick={() => decide(id, to)}
                  aria-label={`${t(`ops-console.endpoints.vpn.to.${to}`)}: ${person}`}
                >
                  {t(`ops-console.endpoints.vpn.to.${to}`)}
                </Button>
              ))}
            </Group>
          )}
        </div>
      ))}
    </Card>
  )
}

/** Packages put ready for units. */
export function PackagesDesk({ packages, mayManage }: EndpointsCityProps) {
  const t = useT()
  const text = (key: string) => t(`ops-console.endpoints.package.${key}`)
  const form = useUniaForm({ unit: '', name: '', version: '', files: null as File | null }, 'package')
  return (
    <Card title={text('title')}>
      {!packages.length && <p className={classes.meta}>{text('none_yet')}</p>}
      {packages.map((one) => (
        <div key={one.id} className={classes.row}>
          <div className={classes.main}>
            {one.shortName} · {one.name} {one.version}
            <div className={classes.meta}>{one.sha256}</div>
          </div>
          {mayManage && (
            <Button
              variant="default"
              aria-label={`${text('withdraw')}: ${one.shortName} ${one.name} ${one.version}`}
              onClick={() => router.delete(`${HERE}/packages/${one.id}`, { preserveScroll: true })}
            >
              {text('withdraw')}
            </Button>
          )}
        </div>
      ))}
      {mayManage && (
        <Form form={form} action={`${HERE}/packages`} submitLabel={text('upload')}>
          <TextField name="unit" label={text('unit')} hint={text('unit_hint')} required />
          <TextField name="name" label={text('name')} required />
          <TextField name="version" label={text('version')} required />
          <FileField name="files" label={text('file')} />
        </Form>
      )}
    </Card>
  )
}

/** Groups of the server that belong to no unit yet. */
export function GroupsCard({ groups, mayManage }: EndpointsCityProps) {
  const t = useT()
  const text = (key: string) => t(`ops-console.endpoints.group.${key}`)
  const form = useUniaForm({ group: groups[0]?.group ?? '', unit: '' }, 'group')
  return (
    <Card title={text('title')}>
      {!groups.length && <p className={classes.meta}>{text('empty')}</p>}
      {groups.map(({ group, computers }) => (
        <div key={group} className={classes.row}>
          <div className={classes.main}>
            {group}
            <div className={classes.meta}>
              {t('ops-console.endpoints.computers_count', { count: computers })}
            </div>
          </div>
        </div>
      ))}
      {mayManage && (
        <Form form={form} action={`${HERE}/groups`} submitLabel={text('save')}>
          <TextField name="group" label={text('path')} required />
          <TextField name="unit" label={t('ops-console.endpoints.package.unit')} required />
        </Form>
      )}
    </Card>
  )
}
