/// <reference types="node" />
import '@japa/assert'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { test } from '@japa/runner'
import pl from '../../messages/pl.json' with { type: 'json' }
import en from '../../messages/en.json' with { type: 'json' }

const ui = fileURLToPath(new URL('../../', import.meta.url))
const sources = readdirSync(ui, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('tests'))
  .map((file) => readFileSync(join(ui, file), 'utf8'))

test.group('Texts of the shared components', () => {
  test('every text exists in Polish and in English', ({ assert }) => {
    assert.sameMembers(Object.keys(en), Object.keys(pl))
  })

  test('every text a component asks for exists', ({ assert }) => {
    const asked = sources.flatMap((source) =>
      [...source.matchAll(/'(ui\.[a-z_.]+[a-z_])'/g)].map(([, key]) => key!)
    )
    assert.isAbove(asked.length, 60)
    assert.deepEqual([...new Set(asked.filter((key) => !(key in pl)))], [])
  })
})
