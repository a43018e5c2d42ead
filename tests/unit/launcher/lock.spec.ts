import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { bornAt, takeLock } from '../../../bin/launcher/lock.ts'
import { readPrivate } from '../../../app/database/data_folder.ts'

test.group('The lock of a city', (group) => {
  let path: string
  group.each.setup(() => {
    const folder = mkdtempSync(join(tmpdir(), 'unia-lock-'))
    path = join(folder, 'unia.lock')
    return () => rmSync(folder, { recursive: true })
  })
  const hold = (pid: number, born: string | null) =>
    writeFileSync(path, JSON.stringify({ pid, born, address: 'http://127.0.0.1:3333' }))

  test('keeps a second start out and tells it where the first one answers', ({ assert }) => {
    hold(process.ppid, bornAt(process.ppid))
    assert.throws(() => takeLock(path, 'x'), `Running as ${process.ppid}`)
    try {
      takeLock(path, 'x')
    } catch (error) {
      assert.containsSubset(error, {
        code: 'E_ALREADY_RUNNING',
        details: { pid: process.ppid, address: 'http://127.0.0.1:3333' },
      })
    }
  })

  test('passes to the next start after kill -9, naming the dead process', ({ assert }) => {
    hold(4_194_999, '1')
    assert.equal(takeLock(path, 'x').tookOverFrom, 4_194_999)
    assert.equal(readPrivate<{ pid: number }>(path)?.pid, process.pid)
  })

  test('is not held by a stranger who was given the number of the dead process', ({ assert }) => {
    hold(process.ppid, 'another birth')
    assert.equal(takeLock(path, 'x').tookOverFrom, process.ppid)
  })

  test('is free after a file that was cut short', ({ assert }) => {
    writeFileSync(path, '{"pid": 1')
    assert.isNull(takeLock(path, 'x').tookOverFrom)
  })

  test('is gone after an orderly end, but never taken from another holder', ({ assert }) => {
    const lock = takeLock(path, 'x')
    hold(process.ppid, bornAt(process.ppid))
    lock.release()
    assert.isNotNull(readPrivate(path))
    rmSync(path)
    takeLock(path, 'x').release()
    assert.isNull(readPrivate(path))
  })
})
