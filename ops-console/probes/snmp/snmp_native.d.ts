/** The part of snmp-native 1.2.0 that is used here; the package brings no types. */
declare module 'snmp-native' {
  import type { EventEmitter } from 'node:events'
  import type { Socket } from 'node:dgram'

  export interface VarBind {
    oid: number[]
    /** BER tag of the value; 0x80–0x82 say that there is none. */
    type: number
    value: unknown
    valueRaw: Buffer
    valueHex: string
  }

  export class Packet {
    version: number
    community: string
    pdu: { type: number; reqid: number; error: number; errorIndex: number; varbinds: Partial<VarBind>[] }
  }

  export interface SessionOptions {
    host?: string
    port?: number
    community?: string
    /** One entry per transmission, milliseconds. */
    timeouts?: number[]
    family?: 'udp4' | 'udp6'
    version?: number
  }

  export interface ManyOptions extends SessionOptions {
    oids: number[][]
    abortOnError?: boolean
    combinedTimeout?: number
  }

  type Done = (error: Error | null, varbinds?: VarBind[]) => void

  export class Session extends EventEmitter {
    constructor(options: SessionOptions)
    socket: Socket | undefined
    sendMsg(packet: Packet, options: SessionOptions, callback: Done): void
    getAll(options: ManyOptions, callback: Done): void
    close(): void
  }

  const snmp: {
    Session: typeof Session
    Packet: typeof Packet
    parse(message: Buffer): Packet
    encode(packet: Packet): Buffer
  }
  export default snmp
}
