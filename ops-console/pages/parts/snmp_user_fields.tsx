import { SelectField, TextField, useT } from '@unia/ui'
import classes from './alarms.module.css'

const option = (value: string) => ({ value, label: value })
const AUTHS = { sha: 'SHA-1', sha224: 'SHA-224', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' }
const PRIVS = { aes: 'AES-128', aes256b: 'AES-256 (Blumenthal)', aes256r: 'AES-256 (Reeder)' }
const named = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** The SNMPv3 user of a device, without its keys. */
export function SnmpUserFields({ level }: { level: string | null }) {
  const t = useT()
  const label = (name: string) => t(`ops-console.inventory.field.${name}`)
  return (
    <div className={classes.fields}>
      <TextField name="snmpUser" label={label('snmp_user')} maxLength={120} autoComplete="off" required />
      <SelectField
        name="snmpLevel"
        label={label('snmp_level')}
        options={['authPriv', 'authNoPriv', 'noAuthNoPriv'].map(option)}
        required
      />
      {level !== 'noAuthNoPriv' && (
        <SelectField name="snmpAuth" label={label('snmp_auth')} options={named(AUTHS)} required />
      )}
      {level === 'authPriv' && (
        <SelectField name="snmpPriv" label={label('snmp_priv')} options={named(PRIVS)} required />
      )}
    </div>
  )
}
