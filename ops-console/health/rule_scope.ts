import type { DeviceKind } from '#ops/inventory/device'
import type { RuleChange } from './rule_set.ts'

/** Where a changed limit applies; exactly one of the three is set. */
export type RuleScope = Pick<RuleChange, 'kind' | 'model' | 'deviceId'>

const NOWHERE: RuleScope = { kind: null, model: null, deviceId: null }

/** As a form says it: `kind:edge`, `model:PA-440`, `device:<id>`. */
export const scopeText = ({ kind, model, deviceId }: RuleScope) =>
  deviceId ? `device:${deviceId}` : model ? `model:${model}` : `kind:${kind}`

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The reverse of `scopeText`; null for anything else. */
export function scopeOf(text: string): RuleScope | null {
  const [, what, name] = /^(kind|model|device):(.+)$/.exec(text) ?? []
  if (!name || (what === 'device' && !UUID.test(name))) return null
  if (what === 'device') return { ...NOWHERE, deviceId: name }
  return what === 'model' ? { ...NOWHERE, model: name } : { ...NOWHERE, kind: name as DeviceKind }
}
