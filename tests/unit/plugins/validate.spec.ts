import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { definePlugin, type PluginManifest } from '../../../app/plugins/manifest.ts'
import { locate } from '../../../app/plugins/problem_fix.ts'
import { validatePlugin } from '../../../app/plugins/validate.ts'

const PLATFORM = '0.1.0'
const sound: PluginManifest = {
  id: 'canteen',
  version: '1.0.0',
  platform: '^0.1',
  area: 'care',
  kinds: ['primary'],
}
const texts = { 'canteen.name': 'Stołówka', 'canteen.description': 'Posiłki' }

/** A plugin's folder on disk, gone after the test. */
function folder(
  cleanup: (undo: () => void) => void,
  messages: Record<string, object> = { pl: texts, en: texts }
) {
  const root = mkdtempSync(join(tmpdir(), 'unia-plugin-'))
  cleanup(() => rmSync(root, { recursive: true, force: true }))
  const place = join(root, 'plugins', 'canteen')
  mkdirSync(join(place, 'messages'), { recursive: true })
  for (const [locale, keys] of Object.entries(messages)) {
    writeFileSync(join(place, 'messages', `${locale}.json`), JSON.stringify(keys, null, 2))
  }
  return place
}

test.group('Checking a plugin', () => {
  test('a sound one has no problems', ({ assert, cleanup }) => {
    assert.deepEqual(validatePlugin({ manifest: definePlugin(sound), folder: folder(cleanup) }, PLATFORM), [])
  })

  test('one made for another platform says which', ({ assert, cleanup }) => {
    const manifest = { ...sound, platform: '^2.0' }
    assert.deepEqual(validatePlugin({ manifest, folder: folder(cleanup) }, PLATFORM), [
      'needs platform ^2.0, this is 0.1.0',
    ])
  })

  test('all problems come at once, not one after another', ({ assert, cleanup }) => {
    const manifest = {
      ...sound,
      version: 'newest',
      area: '',
      kinds: ['castle'],
      permissions: { eat: { level: 'unit', roles: ['cook'] } },
      menu: [
        { id: 'meals', path: '/meals', icon: 'soup', section: 'today', permission: 'canteen.meal.view' },
      ],
    } as unknown as PluginManifest
    const problems = validatePlugin({ manifest, folder: folder(cleanup, { pl: {} }) }, PLATFORM)
    assert.includeMembers(problems, [
      'version "newest" is not a version, like "1.0.0"',
      'area is missing',
      'kind "castle" is unknown',
      'permission "eat" must look like "canteen.resource.action"',
      'permission "eat" names unknown role "cook"',
      'menu item "meals" uses permission "canteen.meal.view", which is not declared',
      'messages/en.json is missing',
      'messages/pl.json lacks "canteen.name"',
    ])
  })

  test('its texts are its own, and the same in both languages', ({ assert, cleanup }) => {
    const pl = { ...texts, 'library.name': 'Biblioteka', 'canteen.soup': 'Zupa' }
    assert.deepEqual(
      validatePlugin({ manifest: sound, folder: folder(cleanup, { pl, en: texts }) }, PLATFORM),
      [
        'messages/pl.json: key "library.name" must begin with "canteen."',
        'messages/en.json lacks "library.name"',
        'messages/en.json lacks "canteen.soup"',
      ]
    )
  })

  test('a drawer without a noun is no folder of a plugin', ({ assert, cleanup }) => {
    const place = folder(cleanup)
    mkdirSync(join(place, 'utils'))
    assert.match(
      validatePlugin({ manifest: sound, folder: place }, PLATFORM).join(),
      /folder "utils" is not one of the known/
    )
  })

  test('a folder called otherwise than the plugin is noticed', ({ assert, cleanup }) => {
    const manifest = { ...sound, id: 'kitchen' }
    assert.include(
      validatePlugin({ manifest, folder: folder(cleanup) }, PLATFORM),
      'folder is called "canteen" but the id is "kitchen"'
    )
  })
})

test.group('What plugin:check says', () => {
  test('names file, line and fix', ({ assert, cleanup }) => {
    const place = folder(cleanup, { pl: { ...texts, 'library.name': 'Biblioteka' }, en: texts })
    assert.deepEqual(
      locate(place, place, 'messages/pl.json: key "library.name" must begin with "canteen."'),
      {
        place: 'messages/pl.json:4',
        problem: 'messages/pl.json: key "library.name" must begin with "canteen."',
        fix: 'rename "library.name", or move it to the messages of the plugin it belongs to',
      }
    )
  })

  test('has a fix for a cycle and for a contract that is missing', ({ assert }) => {
    const fix = (problem: string) => locate('/', '/nowhere', problem).fix
    assert.match(fix('contracts form a cycle: a → b → a'), /make one of these needs optional/)
    assert.match(
      fix('needs contract "secretariat.pupils", which no loaded plugin provides'),
      /install "secretariat"/
    )
  })
})
