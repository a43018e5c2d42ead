import vine from '@vinejs/vine'
import { uuid } from './moments.ts'

const text = (longest: number) => vine.string().trim().maxLength(longest).nullable().optional()
/** A name (RFC 1123) or an address. */
const host = () =>
  vine
    .string()
    .trim()
    .maxLength(253)
    .regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$/)
    .nullable()
    .optional()
const port = () => vine.number().min(1).max(65_535).withoutDecimals().nullable().optional()
const secret = () => vine.string().maxLength(1000).nullable().optional()

export const ADDABLE = ['edge', 'cpe', 'switch', 'other'] as const
export const ROLLOUTS = ['delivered', 'installed', 'pilot', 'live', 'spare', 'rma'] as const
export const SNMP_LEVELS = ['noAuthNoPriv', 'authNoPriv', 'authPriv'] as const
export const SNMP_AUTHS = ['sha', 'sha224', 'sha256', 'sha384', 'sha512'] as const
export const SNMP_PRIVS = ['aes', 'aes256b', 'aes256r'] as const
export const APIS = ['panos', 'routeros', 'sepm'] as const

export const entityFields = {
  name: text(120),
  model: text(80),
  serial: text(80),
  rollout: vine.enum(ROLLOUTS),
  simulated: vine.boolean().optional(),
  polled: vine.boolean().optional(),
  host: host(),
  port: port(),
  wan: text(60),
  snmpVersion: vine.enum(['2c', '3', 'none'] as const),
  snmpUser: text(120),
  snmpLevel: vine.enum(SNMP_LEVELS).nullable().optional(),
  snmpAuth: vine.enum(SNMP_AUTHS).nullable().optional(),
  snmpPriv: vine.enum(SNMP_PRIVS).nullable().optional(),
  api: vine.enum(APIS).nullable().optional(),
  apiHost: host(),
  apiPort: port(),
  apiTls: vine.boolean().optional(),
  fingerprint: vine
    .string()
    .trim()
    .regex(/^([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}$/)
    .nullable()
    .optional(),
}

export const entityValidator = vine.create({
  ...entityFields,
  parents: vine.array(uuid()).maxLength(8).optional(),
})

export const newEntityValidator = vine.create({
  ...entityFields,
  unit: vine.string().trim().maxLength(80),
  kind: vine.enum(ADDABLE),
})

const key = () => vine.string().minLength(8).maxLength(1000).nullable().optional()

/** Named so that no draft, no flash and no log keeps them. */
export const secretsValidator = vine.create({
  secret_community: secret(),
  secret_snmp_auth: key(),
  secret_snmp_priv: key(),
  secret_api_key: secret(),
  secret_api_user: secret(),
  secret_api_password: secret(),
  secret_username: secret(),
  secret_password: secret(),
})

export const discoveryValidator = vine.create({
  range: vine.string().trim().maxLength(60),
  requestKey: uuid(),
  port: port(),
  snmpVersion: vine.enum(['2c', '3'] as const),
  secret_community: secret(),
  snmpUser: text(120),
  snmpLevel: vine.enum(SNMP_LEVELS).nullable().optional(),
  snmpAuth: vine.enum(SNMP_AUTHS).nullable().optional(),
  snmpPriv: vine.enum(SNMP_PRIVS).nullable().optional(),
  secret_snmp_auth: key(),
  secret_snmp_priv: key(),
})

export const chosenValidator = vine.create({
  chosen: vine
    .array(
      vine.object({
        address: vine.string().trim().maxLength(60),
        unit: vine.string().trim().maxLength(80),
        kind: vine.enum(ADDABLE),
      })
    )
    .minLength(1)
    .maxLength(1024),
})

export const mappingValidator = vine.create({ mapping: vine.record(vine.string().maxLength(40)) })
