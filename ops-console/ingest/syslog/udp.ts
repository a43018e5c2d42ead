import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { plainAddress } from '../address.ts'

/** Room for bursts in the kernel; it grants what its own limit allows (`net.core.rmem_max`). */
export const RECEIVE_BUFFER = 4 * 1024 * 1024

/** A datagram socket that hands over each datagram. @throws Error `EADDRINUSE` and the like */
export async function openDatagrams(
  host: string,
  port: number,
  take: (bytes: Buffer, from: { address: string; port: number }) => void
) {
  const socket = createSocket({ type: host.includes(':') ? 'udp6' : 'udp4' })
  socket.on('message', (bytes, { address, port: from }) =>
    take(bytes, { address: plainAddress(address), port: from })
  )
  socket.bind(port, host)
  await once(socket, 'listening')
  socket.on('error', () => {})
  try {
    socket.setRecvBufferSize(RECEIVE_BUFFER)
  } catch {
    // Some kernels refuse what they will not grant; theirs stays.
  }
  return {
    port: socket.address().port,
    receiveBuffer: socket.getRecvBufferSize(),
    send: (bytes: Buffer, to: { address: string; port: number }) =>
      socket.send(bytes, to.port, to.address, () => {}),
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  }
}
