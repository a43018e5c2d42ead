import { between, chance } from '../random.ts'
import type { SepmFaults } from './faults.ts'

const DAY_MS = 86_400_000

/** `sp-21` is the group "My Company\Szkoły\SP 21" and its computers are called SP21-S12-04. */
export const groupOf = (unit: string) => `My Company\\Szkoły\\${unit.toUpperCase().replaceAll('-', ' ')}`

export const definitionsOn = (at: number) => `${new Date(at).toISOString().slice(0, 10)} rev. 003`

/** Believable computers of a unit, the same ones on every run. */
export function playedComputers(unit: string, now: number, faults: SepmFaults) {
  const count = Math.floor(between(18, 90, unit, 'computers'))
  return Array.from({ length: count }, (_, i) => {
    const name = `${unit.toUpperCase().replaceAll('-', '')}-S${10 + Math.floor(i / 15)}-${String((i % 15) + 1).padStart(2, '0')}`
    const online = !faults['sepm.offline'] && chance(name, 'online') < 0.82
    const infected = chance(name, 'infected') < (faults['sepm.infected'] ? 0.3 : 0.002)
    const behind = chance(name, 'old') < 0.06 ? Math.floor(between(4, 40, name, 'behind')) : 0
    return {
      uniqueId: `ID-${name}`,
      hardwareKey: `HW-${name}`,
      computerName: name,
      group: { id: `G-${unit}`, fullPathName: groupOf(unit) },
      onlineStatus: online ? 1 : 0,
      lastUpdateTime: now - (online ? 60_000 : Math.floor(between(1, 20, name, 'seen') * DAY_MS)),
      lastVirusTime: infected ? now - 3_600_000 : 0,
      avDefsetVersion: definitionsOn(now - behind * DAY_MS),
      infected: infected ? 1 : 0,
      deleted: 0,
    }
  })
}
