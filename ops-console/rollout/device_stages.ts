import type { Rollout } from '#ops/inventory/device'

const NEXT: Record<Rollout, readonly Rollout[]> = {
  delivered: ['installed', 'spare', 'rma', 'retired'],
  installed: ['pilot', 'live', 'spare', 'rma'],
  pilot: ['live', 'installed', 'rma'],
  live: ['pilot', 'rma', 'retired'],
  spare: ['delivered', 'installed', 'rma', 'retired'],
  rma: ['delivered', 'spare', 'retired'],
  retired: ['spare'],
}

/**
 * Where a device may go. `delivered` is never polled; `pilot` is polled and alarms the IT department only; `live` is full
 * service (specification, section 1).
 */
export const nextRollouts = (rollout: Rollout): readonly Rollout[] => NEXT[rollout]
