import type { State } from '@unia/ui'
import type { LinkState } from '#ops/inventory/link'

export const DEVICE_STAGES = ['delivered', 'installed', 'pilot', 'live', 'spare', 'rma'] as const

export function linkTone(state: LinkState): State {
  if (state === 'active') return 'ok'
  if (state === 'rework') return 'critical'
  if (state === 'suspended') return 'warning'
  return state === 'decommissioned' ? 'unknown' : 'maintenance'
}
