import type { EntityPage } from '#ops/queries/inventory_entity'
import type { EntityForm } from './entity_fields.tsx'

export const emptyEntity = {
  ...{ name: '', model: '', serial: '', rollout: 'installed', simulated: false, polled: true },
  ...{ host: '', port: '161', wan: '', snmpVersion: '2c', snmpUser: '', snmpLevel: 'authPriv' },
  ...{
    snmpAuth: 'sha256',
    snmpPriv: 'aes',
    api: null,
    apiHost: '',
    apiPort: '',
    apiTls: true,
    fingerprint: '',
  },
} as EntityForm & Record<string, string | boolean | null>

/** An entity as its form shows it. */
export function entityForm({ entity, parents }: Pick<EntityPage, 'entity' | 'parents'>) {
  const { name, model, serial, rollout, simulated, polled, host, port, wan, snmp, api } = entity
  return {
    ...emptyEntity,
    ...{ name: name ?? '', model: model ?? '', serial: serial ?? '', rollout: rollout as string },
    ...{
      simulated,
      polled,
      host: host ?? '',
      port: String(port),
      wan,
      snmpVersion: entity.snmpVersion as string,
    },
    ...(snmp && {
      ...{ snmpUser: snmp.user, snmpLevel: snmp.level as string },
      ...{ snmpAuth: snmp.auth ?? 'sha256', snmpPriv: snmp.priv ?? 'aes' },
    }),
    ...(api && {
      ...{ api: api.kind as string, apiHost: api.host === host ? '' : api.host, apiPort: String(api.port) },
      ...{ apiTls: api.tls, fingerprint: api.fingerprint ?? '' },
    }),
    parents,
  }
}
