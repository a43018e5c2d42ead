import { PanosServer } from './server.ts'
import type { PanosSubject } from './subject.ts'

/** The part of the field that is needed here: the firewalls and the addresses at which their SNMP agents are. */
export interface PanosField {
  agents: ReadonlyMap<string, { device: PanosSubject; address: { host: string } }>
}

/** Where a simulated firewall's XML API answers and what it wants to hear. */
export interface PanosPlace {
  host: string
  port: number
  key: string
  fingerprint: string
}

export interface PanosPlayed {
  /** By device key, `<unit>/<device>`. */
  places: Record<string, PanosPlace>
  /** Adds firewalls that came since; the others stay. */
  update(): Promise<void>
  stop(): void
}

const PORT = 8443

/**
 * Plays the XML API of every firewall of the field, on the address of its SNMP agent and port 8443; where that is not
 * free, on any port of 127.0.0.1.
 *
 * @example const panos = await startPanos(field); map.panos = panos.places
 */
export async function startPanos(field: PanosField, { port = PORT } = {}): Promise<PanosPlayed> {
  const server = new PanosServer()
  const places: Record<string, PanosPlace> = {}
  async function update() {
    for (const [key, { device, address }] of field.agents) {
      if (places[key] || !device.model.name.startsWith('PA-')) continue
      // 127.0.0.1 is the address of all firewalls that have none of their own.
      const own = address.host === '127.0.0.1' ? 0 : port
      const { firewall, ...at } = await server
        .listen(device, address.host, own)
        .catch(() => server.listen(device, '127.0.0.1', 0))
      places[key] = { ...at, key: firewall.key, fingerprint: server.certificate.fingerprint }
    }
  }
  await update()
  return { places, update, stop: () => server.stop() }
}
