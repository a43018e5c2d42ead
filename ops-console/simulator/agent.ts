import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { answersOf } from './answers.ts'
import type { SimulatedDevice } from './device.ts'
import { encodeResponse, parseRequest } from './message.ts'

const TOO_BIG = 1

/** A simulated device on its own UDP address. */
export class SimulatedAgent {
  readonly device: SimulatedDevice
  #community: string
  #host: string
  #port: number
  #socket: Socket | null = null

  constructor(device: SimulatedDevice, community: string, host: string, port: number) {
    this.device = device
    this.#community = community
    this.#host = host
    this.#port = port
  }

  get address() {
    return { host: this.#host, port: this.#port }
  }

  async start() {
    if (this.#socket) return
    const socket = createSocket('udp4')
    socket.on('message', (bytes, from) => this.#answer(bytes, from))
    socket.bind(this.#port, this.#host)
    await once(socket, 'listening')
    socket.on('error', () => {})
    this.#port = socket.address().port
    this.#socket = socket
  }

  stop() {
    this.#socket?.close()
    this.#socket = null
  }

  #answer(bytes: Buffer, from: RemoteInfo) {
    const { faults } = this.device
    const request = parseRequest(bytes)
    if (!request || request.community !== this.#community || faults.mute) return
    if (faults.dropPercent && Math.random() * 100 < faults.dropPercent) return
    const tooBig = faults.mostValues !== undefined && request.oids.length > faults.mostValues
    const reply = faults.malformed
      ? Buffer.from([0x30, 0x82, 0x01, 0x00, 0x47])
      : tooBig
        ? encodeResponse(request, [], TOO_BIG)
        : encodeResponse(request, answersOf(this.device, request))
    if (faults.slowMs) setTimeout(() => this.#send(reply, from), faults.slowMs)
    else this.#send(reply, from)
  }

  #send(reply: Buffer, to: RemoteInfo) {
    if (!this.device.faults.foreign) return void this.#socket?.send(reply, to.port, to.address)
    const other = createSocket('udp4')
    other.send(reply, to.port, to.address, () => other.close())
  }
}
