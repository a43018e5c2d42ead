import { createSocket, type Socket as Datagrams } from 'node:dgram'
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

export interface IngestPorts {
  udp?: number
  tcp?: number
  tls?: number
  trap?: number
}

type Way = 'udp' | 'tcp' | 'tls'
const [AWAY_MS, MOST_BUFFERED] = [5000, 1_000_000]

/** Sends one device's messages from its own address. What cannot be sent is lost, as in a real device. */
export class Transport {
  readonly way: Way
  readonly #from: string
  #datagrams: Datagrams | null = null
  #stream: { socket: Socket; port: number } | null = null
  #awayUntil = 0

  constructor(way: Way, from: string) {
    this.way = way
    this.#from = from
  }

  /** @param split the stream is cut into pieces of so many bytes */
  syslog(ports: IngestPorts, message: Buffer, split = 0) {
    const port = ports[this.way]
    if (port === undefined) return
    if (this.way === 'udp') return this.datagram(port, message)
    const socket = this.#streamTo(port)
    if (!socket || socket.writableLength > MOST_BUFFERED) return
    const framed = Buffer.concat([Buffer.from(`${message.length} `), message])
    if (!split) return void socket.write(framed)
    for (let at = 0; at < framed.length; at += split) socket.write(framed.subarray(at, at + split))
  }

  datagram(port: number, bytes: Buffer) {
    this.#datagrams ??= this.#open()
    this.#datagrams.send(bytes, port, '127.0.0.1', () => {})
  }

  #open() {
    const socket = createSocket('udp4')
    socket.on('error', () => {
      socket.close()
      this.#datagrams = null
    })
    socket.bind(0, this.#from)
    return socket.unref()
  }

  #streamTo(port: number): Socket | null {
    if (this.#stream?.port === port) return this.#stream.socket
    if (Date.now() < this.#awayUntil) return null
    this.#stream?.socket.destroy()
    const options = { host: '127.0.0.1', port, localAddress: this.#from }
    // The receiver's certificate is its own; what is sent is invented.
    const socket =
      this.way === 'tls' ? connectTls({ ...options, rejectUnauthorized: false }) : connect(options)
    const lost = () => {
      if (this.#stream?.socket === socket) this.#stream = null
      this.#awayUntil = Date.now() + AWAY_MS
    }
    socket.setNoDelay(true).on('error', lost).on('close', lost)
    this.#stream = { socket, port }
    return socket
  }

  close() {
    this.#datagrams?.close()
    this.#stream?.socket.destroy()
    this.#datagrams = this.#stream = null
  }
}
