import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import type { SimulatedDevice } from '../device.ts'
import { answersOf } from './answers.ts'
import { broken } from './broken.ts'
import { encodeResponse, parseRequest, versionOf, type Pdu } from './message.ts'
import type { UsmUser } from './usm.ts'
import { V3Engine } from './v3.ts'

export interface AgentAccess {
  community: string
  usm?: UsmUser
}

/** A simulated device on its own UDP address, in SNMP v2c and v3. */
export class SimulatedAgent {
  readonly device: SimulatedDevice
  #community: string
  #engine: V3Engine | null
  #host: string
  #port: number
  #socket: Socket | null = null

  constructor(device: SimulatedDevice, access: AgentAccess, host: string, port: number) {
    this.device = device
    this.#community = access.community
    this.#engine = access.usm ? new V3Engine(device, access.usm) : null
    this.#host = host
    this.#port = port
  }

  get address() {
    return { host: this.#host, port: this.#port }
  }

  async start() {
    if (this.#socket) return
    const socket = createSocket({ type: 'udp4', lookup: (host, _, done) => done(null, host, 4) })
    socket.on('message', (bytes, from) => this.#answer(bytes, from))
    // An address needs no look-up, so that the socket may listen before `bind` returns.
    const listening = once(socket, 'listening')
    socket.bind(this.#port, this.#host)
    await listening
    socket.on('error', () => {})
    this.#port = socket.address().port
    this.#socket = socket
  }

  stop() {
    this.#socket?.close()
    this.#socket = null
  }

  #answer(bytes: Buffer, from: RemoteInfo) {
    const { faults, loss, reachable } = this.device
    if (!reachable || faults.mute) return
    if (loss && Math.random() * 100 < loss) return
    const reply = this.#reply(bytes)
    if (!reply) return
    if (faults.slowMs) setTimeout(() => this.#send(reply, from), faults.slowMs)
    else this.#send(reply, from)
    if (faults.duplicate) this.#send(reply, from)
    if (faults.lateMs) setTimeout(() => this.#send(reply, from), faults.lateMs)
  }

  #reply(bytes: Buffer): Buffer | null {
    const { malformed } = this.device.faults
    if (versionOf(bytes) === 3) {
      const reply = this.#engine?.answer(bytes, (pdu) => this.#say(pdu)) ?? null
      return reply && malformed ? broken(reply, malformed) : reply
    }
    const request = parseRequest(bytes)
    if (!request || request.community !== this.#community || this.#isTooMuch(request)) return null
    const { answers, error } = this.#say(request)
    const id = this.device.faults.wrongRequestId ? (request.id ^ 0x5555) & 0x7fffffff : request.id
    const reply = encodeResponse({ ...request, id }, answers, error)
    return malformed ? broken(reply, malformed) : reply
  }

  #say(pdu: Pdu) {
    return answersOf(this.device, pdu)
  }

  #isTooMuch({ type, names, repetitions }: Pdu) {
    const { silentAbove } = this.device.faults
    return silentAbove !== undefined && names.length * (type === 'bulk' ? repetitions : 1) > silentAbove
  }

  #send(reply: Buffer, to: RemoteInfo) {
    if (!this.device.faults.foreign) return void this.#socket?.send(reply, to.port, to.address)
    const other = createSocket('udp4')
    other.send(reply, to.port, to.address, () => other.close())
  }
}
