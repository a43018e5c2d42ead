import type { ApiAddress } from '#ops/inventory/device'
import type { Field } from './field.ts'
import { selfSigned } from './panos/certificate.ts'
import { startPanos, type PanosPlayed } from './panos/start.ts'
import { startRouterOs } from './routeros/start.ts'

/** A vendor's interface that is played, with what one needs to be let in. */
export type PlayedApi = ApiAddress & { secrets: Record<string, string> }

const USER = 'unia'
const PASSWORD = 'symulator-api'

/** Plays the vendors' interfaces of the field's devices: XML API of firewalls, RouterOS of terminals and the core. */
export class PlayedApis {
  #field: Field
  #panos: PanosPlayed | null = null
  #pair = selfSigned('routeros')
  #routers = new Map<string, PlayedApi>()
  #stops: (() => void)[] = []

  constructor(field: Field) {
    this.#field = field
  }

  /** Starts what is missing for the devices that are there now. */
  async update() {
    if (this.#panos) await this.#panos.update()
    else this.#panos = await startPanos(this.#field as never)
    const added = [...this.#field.agents].filter(
      ([key, { device }]) => !this.#routers.has(key) && device.kind !== 'edge'
    )
    if (!added.length) return
    const played = await startRouterOs(added as never, { user: USER, password: PASSWORD, tls: this.#pair })
    this.#stops.push(played.stop)
    for (const [key, { host, port }] of Object.entries(played.addresses())) {
      const { fingerprint } = this.#pair
      const secrets = { api_user: USER, api_password: PASSWORD }
      this.#routers.set(key, { kind: 'routeros', host, port, tls: true, fingerprint, secrets })
    }
  }

  /** By device key, for the map file. */
  get places(): Record<string, PlayedApi> {
    const firewalls = Object.entries(this.#panos?.places ?? {}).map(
      ([key, { host, port, key: secret, fingerprint }]) => [
        key,
        { kind: 'panos', host, port, tls: true, fingerprint, secrets: { api_key: secret } },
      ]
    )
    return {
      ...(Object.fromEntries(firewalls) as Record<string, PlayedApi>),
      ...Object.fromEntries(this.#routers),
    }
  }

  stop() {
    this.#panos?.stop()
    this.#stops.forEach((stop) => stop())
  }
}
