import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { isStamped, stampOf } from '../../../bin/launcher/stamp.ts'

test.group('Pages are built anew only when', (group) => {
  let root: string
  const stamp = () => stampOf(root, ['pages/**/*', 'lock'])
  group.each.setup(() => {
    root = mkdtempSync(join(tmpdir(), 'unia-stamp-'))
    mkdirSync(join(root, 'pages/node_modules'), { recursive: true })
    writeFileSync(join(root, 'pages/pupil.tsx'), 'a')
    return () => rmSync(root, { recursive: true })
  })

  test('a page changed', ({ assert }) => {
    const before = stamp()
    assert.equal(stamp(), before)
    writeFileSync(join(root, 'pages/pupil.tsx'), 'b')
    assert.notEqual(stamp(), before)
  })

  test('a page was added, renamed or removed', ({ assert }) => {
    const before = stamp()
    writeFileSync(join(root, 'pages/class.tsx'), 'a')
    const both = stamp()
    rmSync(join(root, 'pages/pupil.tsx'))
    assert.lengthOf(new Set([before, both, stamp()]), 3)
  })

  test('not when an installed package did', ({ assert }) => {
    const before = stamp()
    writeFileSync(join(root, 'pages/node_modules/x.js'), 'a')
    assert.equal(stamp(), before)
  })

  test('the stamp of the last build is missing', ({ assert }) => {
    assert.isFalse(isStamped(join(root, 'client.stamp'), 'x'))
    writeFileSync(join(root, 'client.stamp'), 'x\n')
    assert.isTrue(isStamped(join(root, 'client.stamp'), 'x'))
  })
})
