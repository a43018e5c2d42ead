import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { uncompress } from 'snappyjs'
import { writeRequest } from '#ops/history/remote_write/protobuf'
import { RemoteWriter } from '#ops/history/remote_write/remote_writer'
import { nameOf, seriesOf } from '#ops/history/remote_write/series'

type Field = { number: number; value: number | Buffer }

/** Protobuf read without any knowledge of how it was written: numbers, doubles and bytes by field. */
function fieldsOf(bytes: Buffer): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = () => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return Number(value)
    }
  }
  while (at < bytes.length) {
    const tag = varint()
    const [number, wire] = [tag >>> 3, tag & 7]
    if (wire === 0) fields.push({ number, value: varint() })
    else if (wire === 1) fields.push({ number, value: bytes.readDoubleLE((at += 8) - 8) })
    else if (wire === 2) {
      const length = varint()
      fields.push({ number, value: bytes.subarray(at, (at += length)) })
    } else throw new Error(`wire type ${wire}`)
  }
  if (at !== bytes.length) throw new Error('cut short')
  return fields
}

const all = (bytes: Buffer, number: number) =>
  fieldsOf(bytes)
    .filter((field) => field.number === number)
    .map(({ value }) => value as Buffer)

function decoded(request: Buffer) {
  return all(request, 1).map((series) => ({
    labels: all(series, 1).map((label) => all(label, 1)[0] + '=' + all(label, 2)[0]),
    samples: all(series, 2).map((sample) => fieldsOf(sample).map(({ value }) => value)),
  }))
}

const AT = Date.parse('2026-11-24T12:00:00Z')
const poll = (n: number, values: Record<string, number | null> = { inBps: n }) => ({
  ...{ unit: 'sp-21', deviceId: 'd1', at: new Date(AT + n * 1000), values },
})

test.group('Remote write', (group) => {
  let server: Server | null = null
  group.each.teardown(() => {
    server?.closeAllConnections()
    server?.close()
    server = null
  })

  /** A receiver that answers with these statuses in turn, the last for ever. */
  async function receiver(...statuses: number[]) {
    const bodies: Buffer[] = []
    const seen: Record<string, unknown>[] = []
    server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk) => chunks.push(chunk))
      request.on('end', () => {
        const status = statuses.length > 1 ? statuses.shift()! : statuses[0]
        if (status < 300) bodies.push(Buffer.from(uncompress(Buffer.concat(chunks))))
        seen.push(request.headers)
        response.writeHead(status).end()
      })
    })
    await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done))
    return { url: `http://127.0.0.1:${(server!.address() as AddressInfo).port}/api/v1/write`, bodies, seen }
  }

  async function until(true_: () => boolean) {
    for (let n = 0; n < 1000 && !true_(); n++) await new Promise((done) => setTimeout(done, 5))
  }

  test('names a metric and its interface as Prometheus does', ({ assert }) => {
    assert.deepEqual(nameOf('inBps@ethernet1/1'), { name: 'unia_ops_in_bps', instance: 'ethernet1/1' })
    assert.deepEqual(nameOf('latencyMs'), { name: 'unia_ops_latency_ms', instance: null })
  })

  test('encodes labels by name, values as doubles and times in milliseconds', ({ assert }) => {
    const samples = [poll(2, { rxDbm: -7.25, 'inBps@łącze': 1e9, txDbm: null }), poll(1, { rxDbm: -8 })]
    assert.deepEqual(decoded(writeRequest(seriesOf(samples))), [
      {
        labels: ['__name__=unia_ops_rx_dbm', 'device=d1', 'unit=sp-21'],
        samples: [
          [-8, AT + 1000],
          [-7.25, AT + 2000],
        ],
      },
      {
        labels: ['__name__=unia_ops_in_bps', 'device=d1', 'interface=łącze', 'unit=sp-21'],
        samples: [[1e9, AT + 2000]],
      },
    ])
  })

  test('reaches a receiver in batches, with the headers of the protocol', async ({ assert }) => {
    const { url, bodies, seen } = await receiver(204)
    const writer = new RemoteWriter({ url, batch: 2, authorization: 'Bearer tajne' })
    writer.push([1, 2, 3, 4, 5].map((n) => poll(n)))
    await until(() => writer.counts.sent === 5)
    await writer.close()
    assert.lengthOf(bodies, 3)
    assert.deepEqual(
      bodies.flatMap((body) => decoded(body).flatMap(({ samples }) => samples.map(([value]) => value))),
      [1, 2, 3, 4, 5]
    )
    assert.containSubset(seen[0], {
      'content-type': 'application/x-protobuf',
      'content-encoding': 'snappy',
      'x-prometheus-remote-write-version': '0.1.0',
      authorization: 'Bearer tajne',
    })
  })

  test('tries again while the receiver is busy, and loses nothing', async ({ assert }) => {
    const { url, bodies } = await receiver(503, 429, 500, 204)
    const writer = new RemoteWriter({ url, pauseMs: 1 })
    writer.push([poll(1), poll(2)])
    await until(() => writer.counts.sent === 2)
    await writer.close()
    assert.equal(writer.counts.retries, 3)
    assert.lengthOf(bodies, 1)
  })

  test('drops what the receiver refuses for good, and goes on', async ({ assert }) => {
    const { url, bodies } = await receiver(400, 204)
    const writer = new RemoteWriter({ url, batch: 1 })
    writer.push([poll(1), poll(2)])
    await until(() => writer.counts.sent === 1)
    await writer.close()
    assert.deepEqual([writer.counts.refused, bodies.length], [1, 1])
  })

  test('keeps no more than it may and counts what it dropped', async ({ assert }) => {
    const errors: string[] = []
    const options = { url: 'http://127.0.0.1:9/', queue: 10, batch: 5, pauseMs: 10_000 }
    const writer = new RemoteWriter({ ...options, onError: ({ message }) => errors.push(message) })
    writer.push(Array.from({ length: 25 }, (_, n) => poll(n)))
    assert.deepEqual([writer.counts.dropped, writer.waiting <= 10], [15, true])
    await until(() => writer.counts.retries === 1)
    await writer.close()
    assert.equal(writer.waiting, 10)
    assert.lengthOf(errors, 1)
  })
})
