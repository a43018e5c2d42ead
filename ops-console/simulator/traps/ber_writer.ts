/** The little of BER (X.690) that a notification needs. */
export type Value = { tag: number; body: Buffer }

export function tlv(tag: number, body: Buffer): Buffer {
  const { length } = body
  const header =
    length < 128
      ? [tag, length]
      : length < 256
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(header), body])
}

function integerBytes(value: number): Buffer {
  const bytes = Buffer.alloc(6)
  bytes.writeIntBE(value, 0, 6)
  let start = 0
  while (
    start < 5 &&
    (bytes[start] === 0 ? bytes[start + 1]! < 128 : bytes[start] === 255 && bytes[start + 1]! > 127)
  )
    start++
  return bytes.subarray(start)
}

export function oidBytes(oid: string): Buffer {
  const [first, second, ...rest] = oid.split('.').map(Number) as [number, number]
  return Buffer.from([first * 40 + second, ...rest.flatMap(base128)])
}

function base128(part: number): number[] {
  const bytes = [part % 128]
  for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
    bytes.unshift((left % 128) | 0x80)
  return bytes
}

export const integer = (value: number): Value => ({ tag: 0x02, body: integerBytes(value) })
export const ticks = (value: number): Value => ({ tag: 0x43, body: integerBytes(value % 2 ** 32) })
export const octets = (value: string): Value => ({ tag: 0x04, body: Buffer.from(value) })
export const objectId = (value: string): Value => ({ tag: 0x06, body: oidBytes(value) })

export const encoded = ({ tag, body }: Value): Buffer => tlv(tag, body)
