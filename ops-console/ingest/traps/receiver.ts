import type { Counters } from '../counters.ts'
import { openDatagrams } from '../syslog/udp.ts'
import { acknowledgement, parseNotification, versionOf, type Notification } from './message.ts'
import { TrapV3, type TrapUser } from './v3.ts'

const V3 = 3

interface Options {
  host: string
  port: number
  counters: Counters
  /** False: not acknowledged, so the sender tries again. */
  take: (trap: Notification, source: string) => boolean
}

/**
 * Traps and informs of all SNMP versions on one port. v1 and v2c are read by our own decoder, which is several times
 * quicker than net-snmp's and throws nothing; v3 goes through net-snmp. What is no notification is counted.
 */
export async function openTraps({ host, port, counters, take }: Options) {
  const socket = await openDatagrams(host, port, receive)
  const v3 = new TrapV3((answer, to) => socket.send(answer, to))

  function receive(datagram: Buffer, from: { address: string; port: number }) {
    const version = versionOf(datagram)
    if (version === V3) {
      const trap = v3.take(datagram, from)
      if (trap) take(trap, from.address)
      return
    }
    const trap = version === null ? null : parseNotification(datagram)
    if (!trap) return void counters.malformed++
    if (take(trap, from.address) && trap.inform) socket.send(acknowledgement(datagram), from)
  }

  return {
    ...socket,
    setUsers: (users: readonly TrapUser[]) => v3.setUsers(users),
    async close() {
      v3.close()
      await socket.close()
    },
  }
}
