import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { readTenantFiles } from '../../../app/tenancy/files/read_tenant_files.ts'

const declaration = (over: Record<string, unknown> = {}) => ({
  slug: 'sp-1',
  name: 'Szkoła Podstawowa nr 1',
  shortName: 'SP 1',
  kind: 'primary',
  parent: null,
  address: { street: null, postalCode: '20-001', city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 240,
  status: 'active',
  verified: { record: true, unverified: [], source: 'test' },
  ...over,
})

const text = (over: Record<string, unknown> = {}) =>
  `export default ${JSON.stringify(declaration(over), null, 2)}\n`

test.group('Files of the city’s units', (group) => {
  let dir: string
  group.each.setup(async () => {
    dir = await mkdtemp(join(tmpdir(), 'unia-tenants-'))
    await mkdir(join(dir, 'units'))
    await mkdir(join(dir, 'profiles'))
    await write('units/sp-1.ts', text())
    await write('profiles/primary.ts', `export default { kind: 'primary', plugins: ['secretariat'] }`)
    return () => rm(dir, { recursive: true })
  })
  const write = (file: string, content: string) => writeFile(join(dir, file), content)

  test('a good file is read, with the profile of its kind', async ({ assert }) => {
    const files = await readTenantFiles(dir)
    assert.deepEqual(files.problems, [])
    assert.deepEqual(
      files.tenants.map(({ slug }) => slug),
      ['sp-1']
    )
    assert.deepEqual(files.profiles.get('primary'), ['secretariat'])
  })

  test('a syntax error names its line and leaves the other school alone', async ({ assert }) => {
    await write('units/sp-2.ts', `export default {\n  slug: 'sp-2',\n  name: 'x'\n  kind: 'primary',\n}\n`)
    const files = await readTenantFiles(dir)
    assert.lengthOf(files.tenants, 1)
    assert.containSubset(files.problems, [{ file: 'units/sp-2.ts', line: 4 }])
    assert.match(files.problems[0]!.reason, /Expected/)
    assert.isTrue(files.held.has('sp-2'))
  })

  test('an error while the file runs names its line', async ({ assert }) => {
    await write('units/sp-2.ts', `const a = 1\n\nexport default { slug: nowhere, a }\n`)
    const { problems } = await readTenantFiles(dir)
    assert.deepEqual(problems, [{ file: 'units/sp-2.ts', line: 3, reason: 'nowhere is not defined' }])
  })

  test('a file without a default export is refused', async ({ assert }) => {
    await write('units/sp-2.ts', `export const school = 1\n`)
    const { problems } = await readTenantFiles(dir)
    assert.deepEqual(problems, [{ file: 'units/sp-2.ts', line: 1, reason: 'has no default export' }])
  })

  test('{file}.ts with a mistake in line {line} is refused, the other school is kept')
    .with([
      { file: 'sp-2', over: { slug: 'SP-2' }, line: 2, reason: /^slug: must match pattern/ },
      { file: 'sp-2', over: { slug: `a${'b'.repeat(32)}` }, line: 2, reason: /32 characters/ },
      { file: 'sp-2', over: { slug: 'sp-2-' }, line: 2, reason: /^slug: must match pattern/ },
      { file: 'city', over: { slug: 'city' }, line: 2, reason: /"city" is reserved/ },
      { file: 'login', over: { slug: 'login' }, line: 2, reason: /"login" is reserved/ },
      { file: 'sp-2', over: { slug: 'sp-3' }, line: 2, reason: /differs from the name of the file/ },
      {
        file: 'sp-2',
        over: { slug: 'sp-2', kind: 'castle' },
        line: 5,
        reason: /^kind: must be one of presch/,
      },
      { file: 'sp-2', over: { slug: 'sp-2', parent: 'zs-9' }, line: 6, reason: /parent "zs-9" is unknown/ },
      { file: 'sp-2', over: { slug: 'sp-2', parent: 'sp-2' }, line: 6, reason: /its own parent/ },
      { file: 'sp-2', over: { slug: 'sp-2', pupils: 3 }, line: 22, reason: /unknown field "pupils"/ },
      {
        file: 'sp-2',
        over: { slug: 'sp-2', pupilsEstimate: '240' },
        line: 15,
        reason: /must be integer,null/,
      },
      { file: 'sp-2', over: { slug: 'sp-2', pupilsEstimate: -1 }, line: 15, reason: /must be >= 0/ },
      { file: 'sp-2', over: { slug: 'sp-2', name: '  ' }, line: 3, reason: /^name: must match/ },
      { file: 'sp-2', over: { slug: 'sp-2', status: 'gone' }, line: 16, reason: /^status: must be one of/ },
      { file: 'sp-2', over: { slug: 'sp-2', patron: undefined }, line: 1, reason: /"patron" is missing/ },
      { file: 'sp-2', over: { slug: 'sp-2', plugins: { add: ['Not An Id'] } }, line: 23, reason: /pattern/ },
      {
        file: 'sp-2',
        over: {
          slug: 'sp-2',
          address: { street: null, postalCode: '20001', city: 'Lublin', district: null },
        },
        line: 9,
        reason: /^address.postalCode: must match/,
      },
      {
        file: 'sp-2',
        over: { slug: 'sp-2', verified: { record: 'yes', unverified: [], source: '' } },
        line: 18,
        reason: /^verified.record: must be boolean/,
      },
    ])
    .run(async ({ assert }, { file, over, line, reason }) => {
      await write(`units/${file}.ts`, text(over))
      const { problems, tenants } = await readTenantFiles(dir)
      assert.lengthOf(problems, 1)
      assert.equal(problems[0]!.file, `units/${file}.ts`)
      assert.match(problems[0]!.reason, reason)
      assert.equal(problems[0]!.line, line)
      assert.deepEqual(
        tenants.map(({ slug }) => slug),
        ['sp-1']
      )
    })

  test('every mistake of a file is reported at once', async ({ assert }) => {
    await write('units/sp-2.ts', text({ slug: 'sp-2', kind: 'castle', status: 'gone', colour: 'red' }))
    const { problems } = await readTenantFiles(dir)
    assert.lengthOf(problems, 3)
  })

  test('a slug used twice is refused in the second file', async ({ assert }) => {
    await write('units/sp-9.ts', text())
    const { problems, tenants } = await readTenantFiles(dir)
    assert.lengthOf(tenants, 1)
    assert.include(
      problems.map(({ reason }) => reason),
      'slug "sp-1" is already used by units/sp-1.ts'
    )
  })

  test('a component of a component is refused', async ({ assert }) => {
    await write('units/sp-2.ts', text({ slug: 'sp-2', parent: 'sp-1' }))
    await write('units/sp-3.ts', text({ slug: 'sp-3', parent: 'sp-2' }))
    const { problems } = await readTenantFiles(dir)
    assert.deepEqual(problems, [
      { file: 'units/sp-3.ts', line: 6, reason: 'parent "sp-2" is itself part of "sp-1"' },
    ])
  })

  test('components of a broken complex are held back with it', async ({ assert }) => {
    await write('units/zs-1.ts', `export default {`)
    await write('units/sp-2.ts', text({ slug: 'sp-2', parent: 'zs-1' }))
    const { problems, held } = await readTenantFiles(dir)
    assert.lengthOf(problems, 2)
    assert.deepEqual([...held].sort(), ['sp-2', 'zs-1'])
  })

  test('a broken profile is named, the units stay', async ({ assert }) => {
    await write('profiles/primary.ts', `export default { kind: 'primary', plugin: [] }`)
    const files = await readTenantFiles(dir)
    assert.lengthOf(files.tenants, 1)
    assert.equal(files.problems.length, 2)
    assert.isFalse(files.profiles.has('primary'))
  })

  test('a file repaired while the process runs is read again', async ({ assert }) => {
    await write('units/sp-2.ts', `export default {`)
    assert.lengthOf((await readTenantFiles(dir)).problems, 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await write('units/sp-2.ts', text({ slug: 'sp-2' }))
    assert.lengthOf((await readTenantFiles(dir)).tenants, 2)
  })

  test('an empty folder is an error, not a city that closed every school', async ({ assert }) => {
    await rm(join(dir, 'units'), { recursive: true })
    await assert.rejects(() => readTenantFiles(dir), /E_NO_TENANT_FILES/)
  })
})
