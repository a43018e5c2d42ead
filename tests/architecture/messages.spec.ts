import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { IntlMessageFormat } from 'intl-messageformat'
import { readMessages } from '../../app/messages/message_files.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Folders with texts: rooms of the core, shared components, the client's entry, the launcher, plugins, the console. */
function rooms(): string[] {
  const below = (folder: string) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name))
  return [...below('app'), ...below('plugins'), 'ui', 'inertia', 'ops-console', 'bin'].filter((room) =>
    existsSync(join(ROOT, room, 'messages/pl.json'))
  )
}

const texts = (room: string, locale: string): Record<string, string> =>
  readMessages(join(ROOT, room), locale) ?? {}

test.group('Texts', () => {
  test('are found in the rooms that show something', ({ assert }) => {
    assert.includeMembers(rooms(), ['app/plugins', 'app/identity', 'ui', 'plugins/secretariat'])
  })

  for (const room of rooms()) {
    test(`of ${room} stand in Polish and in English`, ({ assert }) => {
      const [pl, en] = [Object.keys(texts(room, 'pl')), Object.keys(texts(room, 'en'))]
      assert.deepEqual(
        pl.filter((key) => !en.includes(key)),
        [],
        'missing in English'
      )
      assert.deepEqual(
        en.filter((key) => !pl.includes(key)),
        [],
        'missing in Polish'
      )
    })

    test(`of ${room} can be formatted, and ask for the same values in both languages`, ({ assert }) => {
      const [pl, en] = [texts(room, 'pl'), texts(room, 'en')]
      for (const [key, text] of Object.entries(pl)) {
        assert.notEqual(text.trim(), '', `${key} is empty`)
        assert.deepEqual(valuesOf(text, 'pl', key), valuesOf(en[key] ?? text, 'en', key), key)
      }
    })
  }

  test('stand once: no key is defined in two rooms', ({ assert }) => {
    const seen = new Map<string, string>()
    const twice: string[] = []
    for (const room of rooms().filter((each) => each !== 'bin')) {
      for (const key of Object.keys(texts(room, 'pl'))) {
        if (seen.has(key)) twice.push(`${key}: ${seen.get(key)} and ${room}`)
        seen.set(key, room)
      }
    }
    assert.deepEqual(twice, [])
  })
})

test.group('Texts that pages and controllers name', () => {
  test('exist', ({ assert }) => {
    const known = new Set(rooms().flatMap((room) => Object.keys(texts(room, 'pl'))))
    const missing = sources().flatMap((file) =>
      [
        ...readFileSync(join(ROOT, file), 'utf8').matchAll(
          /(?:\bt\(|text: |label: )'((?:core|ui)\.[a-z_.]+)'/g
        ),
      ]
        .map(([, key]) => key!)
        .filter((key) => !known.has(key))
        .map((key) => `${file}: ${key}`)
    )
    assert.deepEqual(missing, [])
  })
})

function sources(): string[] {
  return ['app', 'inertia', 'ui', 'plugins', 'ops-console']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
    )
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules') && !file.includes('/tests/'))
}

type Node = ReturnType<IntlMessageFormat['getAst']>[number]

const ast = (text: string, locale: string, key = text) => {
  try {
    return new IntlMessageFormat(text, locale).getAst()
  } catch (error) {
    throw new Error(`${key} (${locale}): ${(error as Error).message}`)
  }
}

function valuesOf(text: string, locale: string, key: string): string[] {
  const found = new Set<string>()
  walk(ast(text, locale, key), (node) => {
    if (node.type !== 0 && node.type !== 7 && 'value' in node) found.add(node.value as string)
  })
  return [...found].sort()
}

function walk(nodes: Node[], see: (node: Node) => void) {
  for (const node of nodes) {
    see(node)
    if ('options' in node) for (const option of Object.values(node.options)) walk(option.value, see)
    if ('children' in node) walk(node.children as Node[], see)
  }
}
