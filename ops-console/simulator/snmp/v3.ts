import { randomBytes } from 'node:crypto'
import { counter32, element, integerOf, oidBytes } from '../ber.ts'
import { BerWriter } from '../ber_writer.ts'
import type { SimulatedDevice } from '../device.ts'
import { answersOf, type Said } from './answers.ts'
import { engineTime } from './mib/system.ts'
import { parsePdu, REPORT, RESPONSE, writePdu, type Pdu } from './message.ts'
import { decrypt, digest, digestLength, encrypt, localizedKey, type UsmUser } from './usm.ts'

const AUTH = 1
const PRIV = 2
const WINDOW_S = 150

/** usmStats of RFC 3414: last parts below 1.3.6.1.6.3.15.1.1. */
const STATS = { level: 1, notInTime: 2, unknownUser: 3, unknownEngine: 4, wrongDigest: 5, decryption: 6 }

interface Asked {
  id: number
  flags: number
  engine: Buffer
  boots: number
  time: number
  user: string
  digest: Buffer
  salt: Buffer
  scoped: Buffer
}

/** The SNMPv3 engine of a simulated device (RFC 3412, RFC 3414): discovery, time window, authPriv. */
export class V3Engine {
  readonly id: Buffer
  #device: SimulatedDevice
  #user: UsmUser
  #keys: { auth: Buffer; priv: Buffer } | null = null

  constructor(device: SimulatedDevice, user: UsmUser) {
    this.#device = device
    this.#user = user
    this.id = Buffer.concat([Buffer.from([0x80, 0, 0x3a, 0x8c, 3]), device.mac])
  }

  /** The reply, or null where silence is right. */
  answer(bytes: Buffer, change: (pdu: Pdu) => Said = (pdu) => answersOf(this.#device, pdu)): Buffer | null {
    try {
      const asked = parse(bytes)
      if (!asked.engine.equals(this.id)) return this.#report(asked, STATS.unknownEngine, 0)
      const problem = this.#problem(asked, bytes)
      if (problem) return this.#report(asked, problem, problem === STATS.notInTime ? AUTH : 0)
      return this.#respond(asked, change)
    } catch {
      return null
    }
  }

  #problem(asked: Asked, bytes: Buffer): number | null {
    if (asked.user !== this.#user.user || this.#device.faults.unknownUser) return STATS.unknownUser
    if (!(asked.flags & AUTH)) return STATS.level
    const expected = digest(this.#user.auth, this.#secrets.auth, withoutDigest(bytes, asked.digest))
    if (!expected.equals(asked.digest)) return STATS.wrongDigest
    const { boots } = this.#device
    const inTime = asked.boots === boots && Math.abs(asked.time - engineTime(this.#device)) <= WINDOW_S
    return inTime ? null : STATS.notInTime
  }

  #respond(asked: Asked, change: (pdu: Pdu) => Said): Buffer | null {
    const scoped = asked.flags & PRIV ? this.#open(asked) : asked.scoped
    if (!scoped) return this.#report(asked, STATS.decryption, AUTH)
    const context = element(element(scoped).body)
    const pdu = parsePdu(element(context.rest).rest)
    if (!pdu) return null
    const { answers, error } = change(pdu)
    return this.#write(asked, asked.flags & (AUTH | PRIV), (writer) =>
      writePdu(writer, RESPONSE, pdu.id, answers, error)
    )
  }

  #open({ boots, time, salt, scoped }: Asked): Buffer | null {
    const { priv } = this.#user
    const plain = decrypt({ priv, key: this.#secrets.priv, boots, time, salt }, element(scoped).body)
    return plain[0] === 0x30 ? plain : null
  }

  #report(asked: Asked, stat: number, flags: number): Buffer {
    const name = oidBytes(`1.3.6.1.6.3.15.1.1.${stat}.0`)
    return this.#write(asked, flags, (writer) =>
      writePdu(writer, REPORT, 0, [{ name, value: counter32(1n) }])
    )
  }

  /** Message from the end to the beginning; the digest is put in last. */
  #write(asked: Asked, flags: number, pdu: (writer: BerWriter) => void): Buffer {
    const writer = new BerWriter()
    const [boots, time] = [this.#device.boots, engineTime(this.#device)]
    const salt = flags & PRIV ? randomBytes(8) : Buffer.alloc(0)
    const end = writer.mark
    const scoped = this.#scoped(pdu)
    if (flags & PRIV) {
      const sealing = { priv: this.#user.priv, key: this.#secrets.priv, boots, time, salt }
      writer.element(0x04, encrypt(sealing, scoped))
    } else writer.raw(scoped)
    const place = Buffer.alloc(flags & AUTH ? digestLength(this.#user.auth) : 0)
    writer.element(0x04, this.#security(boots, time, asked.user, place, salt))
    writeHeader(writer, asked.id, flags)
    writer.integer(0x02, 3)
    writer.wrap(0x30, end)
    const message = writer.take()
    return flags & AUTH ? this.#sign(message, place.length) : message
  }

  #sign(message: Buffer, length: number): Buffer {
    const signature = digest(this.#user.auth, this.#secrets.auth, message)
    if (this.#device.faults.wrongDigest) signature[0] ^= 0xff
    const asked = parse(message)
    signature.copy(message, asked.digest.byteOffset - message.byteOffset, 0, length)
    return message
  }

  #scoped(pdu: (writer: BerWriter) => void): Buffer {
    const writer = new BerWriter()
    const end = writer.mark
    pdu(writer)
    writer.element(0x04, Buffer.alloc(0))
    writer.element(0x04, this.id)
    writer.wrap(0x30, end)
    return writer.take()
  }

  #security(boots: number, time: number, user: string, place: Buffer, salt: Buffer): Buffer {
    const writer = new BerWriter()
    const end = writer.mark
    writer.element(0x04, salt)
    writer.element(0x04, place)
    writer.element(0x04, Buffer.from(user))
    writer.integer(0x02, time)
    writer.integer(0x02, boots)
    writer.element(0x04, this.id)
    writer.wrap(0x30, end)
    return writer.take()
  }

  get #secrets() {
    const { auth, authKey, privKey } = this.#user
    this.#keys ??= {
      auth: localizedKey(auth, authKey, this.id),
      priv: localizedKey(auth, privKey, this.id),
    }
    return this.#keys
  }
}

function writeHeader(writer: BerWriter, id: number, flags: number) {
  const end = writer.mark
  writer.integer(0x02, 3)
  writer.element(0x04, Buffer.from([flags]))
  writer.integer(0x02, 65_507)
  writer.integer(0x02, id)
  writer.wrap(0x30, end)
}

/** @throws RangeError on bytes that are no v3 message */
function parse(bytes: Buffer): Asked {
  const version = element(element(bytes).body)
  const header = element(version.rest)
  const id = element(header.body)
  const flags = element(element(id.rest).rest)
  const security = element(header.rest)
  const engine = element(element(security.body).body)
  const boots = element(engine.rest)
  const time = element(boots.rest)
  const user = element(time.rest)
  const auth = element(user.rest)
  return {
    id: integerOf(id.body),
    flags: flags.body[0] ?? 0,
    engine: engine.body,
    boots: integerOf(boots.body),
    time: integerOf(time.body),
    user: user.body.toString('utf8'),
    digest: auth.body,
    salt: element(auth.rest).body,
    scoped: security.rest,
  }
}

function withoutDigest(bytes: Buffer, found: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const at = found.byteOffset - bytes.byteOffset
  return copy.fill(0, at, at + found.length)
}
