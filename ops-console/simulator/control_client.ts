import { NUMBERS, FLAGS, INCIDENTS } from './faults.ts'
import { readMap, type SimulatorMap } from './map.ts'
import type { RecordedFault } from './record.ts'

/** `E_NO_SIMULATOR`: none has written the map, or none answers any more. `E_NO_DEVICE`, `E_NO_FAULT`: it refused. */
export class FieldError extends Error {
  code: 'E_NO_SIMULATOR' | 'E_NO_DEVICE' | 'E_NO_FAULT'

  constructor(code: FieldError['code'], message: string) {
    super(message)
    this.code = code
  }
}

export interface PlayedDevice {
  key: string
  model: string
  reachable: boolean
  faults: Record<string, boolean | number>
}

/** Every fault of the field by name: the number it has when none is given, `flag`, or `once`. */
export const KNOWN_FAULTS: Record<string, number | 'flag' | 'once'> = {
  ...Object.fromEntries(FLAGS.map((name) => [name, 'flag' as const])),
  ...NUMBERS,
  ...Object.fromEntries(INCIDENTS.map((name) => [name, 'once' as const])),
}

/**
 * Talks to the simulator whose map is given.
 *
 * @example await new FieldControl('.data/simulator.json').command('sp-21', 'link-down')
 * @throws FieldError
 */
export class FieldControl {
  #mapPath: string

  constructor(mapPath: string) {
    this.#mapPath = mapPath
  }

  /** @returns keys of the devices that the fault befell */
  async command(place: string, fault: string, value?: number | boolean): Promise<string[]> {
    const body = JSON.stringify({ fault, value })
    const response = await this.#fetch(`/devices/${encodeURIComponent(place)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    if (response.status === 404) throw new FieldError('E_NO_DEVICE', place)
    if (!response.ok) throw new FieldError('E_NO_FAULT', fault)
    return ((await response.json()) as { devices: string[] }).devices
  }

  async devices(): Promise<PlayedDevice[]> {
    return (await this.#fetch('/devices')).json() as Promise<PlayedDevice[]>
  }

  /** What was done to the field and when. */
  async record(): Promise<RecordedFault[]> {
    return (await this.#fetch('/record')).json() as Promise<RecordedFault[]>
  }

  async #fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const { control } = await this.#map()
    try {
      return await fetch(`http://${control.host}:${control.port}${path}`, {
        ...init,
        signal: AbortSignal.timeout(5000),
      })
    } catch {
      throw new FieldError('E_NO_SIMULATOR', this.#mapPath)
    }
  }

  async #map(): Promise<SimulatorMap> {
    const map = await readMap(this.#mapPath)
    if (!map) throw new FieldError('E_NO_SIMULATOR', this.#mapPath)
    return map
  }
}
