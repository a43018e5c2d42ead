import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { encodeResponse, parseRequest, type Answer, type Request } from '#ops/simulator/snmp/message'
import { integer } from '#ops/simulator/ber'

export async function boundSocket(host = '127.0.0.1'): Promise<Socket> {
  const socket = createSocket('udp4')
  const listening = once(socket, 'listening')
  socket.bind(0, host)
  await listening
  return socket
}

export interface UdpAgent {
  host: string
  port: number
  socket: Socket
  /** Datagrams that came. */
  asked: Buffer[]
  close(): void
}

/** A socket that answers as a spec wants it to. */
export async function udpAgent(
  answer: (bytes: Buffer, from: RemoteInfo, socket: Socket) => void = () => {}
): Promise<UdpAgent> {
  const socket = await boundSocket()
  const asked: Buffer[] = []
  socket.on('message', (bytes, from) => {
    asked.push(bytes)
    answer(bytes, from, socket)
  })
  return { host: '127.0.0.1', port: socket.address().port, socket, asked, close: () => void socket.close() }
}

/** The value 7 for everything that is asked. */
export function sevens(bytes: Buffer, change: Partial<Request> = {}): Buffer {
  const request = parseRequest(bytes)!
  const answers: Answer[] = request.names.map((name) => ({ name, value: integer(7) }))
  return encodeResponse({ ...request, ...change }, answers)
}

/** How a question ended: `answered`, or the kind of its error. */
export const endOf = (question: Promise<unknown>): Promise<string> =>
  question.then(
    () => 'answered',
    (error: { kind?: string }) => error.kind ?? 'thrown'
  )
