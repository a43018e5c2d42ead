import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { test } from '@japa/runner'
import { sendExport } from '../../../app/exports/index.ts'

const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('unia-export-')).length

function answer() {
  const headers: Record<string, string> = {}
  const sent: Readable[] = []
  const response = {
    header: (name: string, value: string) => (headers[name] = value),
    stream: (body: Readable) => sent.push(body),
  }
  return { headers, sent, ctx: { response } as unknown as Pick<HttpContext, 'response'> }
}

const list = {
  format: 'csv' as const,
  columns: [{ title: 'Nazwisko', value: (row: { name: string }) => row.name }],
  unit: 'sp-12',
  name: 'Lista uczniów',
  date: '2026-11-23',
}

test.group('Download of a list', () => {
  test('it is a file with a plain name, kept by no cache, and leaves nothing on the disk', async ({
    assert,
  }) => {
    const before = left()
    const { ctx, headers, sent } = answer()
    await sendExport(ctx, { ...list, rows: [{ name: 'Żak' }] })
    assert.equal(headers['Content-Disposition'], 'attachment; filename="sp-12-lista-uczniow-2026-11-23.csv"')
    assert.equal(headers['Cache-Control'], 'no-store')
    assert.include(await text(sent[0]), 'Żak')
    await pause(50)
    assert.equal(left(), before)
  })

  test('a list that breaks half-way sends nothing and leaves nothing', async ({ assert }) => {
    const before = left()
    const { ctx, sent } = answer()
    const rows = (async function* () {
      yield { name: 'Żak' }
      throw new Error('database gone')
    })()
    await assert.rejects(() => sendExport(ctx, { ...list, rows }), 'database gone')
    await pause(50)
    assert.lengthOf(sent, 0)
    assert.equal(left(), before)
  })
})
