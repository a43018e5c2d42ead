import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { TEMPLATE_ROOT } from '../../../app/printouts/compile.ts'
import { TypstProcess } from '../../../app/printouts/typst_process.ts'

const inputs = { data: '{}', title: 'T', language: 'pl' }

test.group('Queue of printouts', (group) => {
  let folder = ''
  const job = (name: string) => ({ template: join(folder, name), inputs, standard: '1.7' as const })

  group.setup(() => {
    folder = mkdtempSync(join(TEMPLATE_ROOT, 'tests/unit/printouts/.templates-'))
    writeFileSync(join(folder, 'quick.typ'), 'Dzień dobry')
    writeFileSync(join(folder, 'endless.typ'), '#for i in range(200000000) { calc.sqrt(2.0) ; none }')
    return () => rmSync(folder, { recursive: true })
  })

  test('a printout that never ends is stopped, and the next is printed', async ({ assert, cleanup }) => {
    const typst = new TypstProcess({ timeoutMs: 1500, queueLimit: 5 })
    cleanup(() => typst.close())
    const endless = typst.compile(job('endless.typ'))
    const quick = typst.compile(job('quick.typ'))
    await assert.rejects(() => endless, /took too long/)
    assert.equal((await quick).subarray(0, 5).toString(), '%PDF-')
  })

  test('more than the queue holds is refused at once', async ({ assert, cleanup }) => {
    const typst = new TypstProcess({ timeoutMs: 10_000, queueLimit: 2 })
    cleanup(() => typst.close())
    const accepted = [1, 2, 3].map(() => typst.compile(job('quick.typ')))
    await assert.rejects(() => typst.compile(job('quick.typ')), /Too many/)
    assert.lengthOf(await Promise.all(accepted), 3)
  })

  test('the web process goes on answering while pages are made', async ({ assert, cleanup }) => {
    const typst = new TypstProcess({ timeoutMs: 1000, queueLimit: 2 })
    cleanup(() => typst.close())
    let ticks = 0
    const clock = setInterval(() => ticks++, 10)
    await typst.compile(job('endless.typ')).catch(() => null)
    clearInterval(clock)
    assert.isAbove(ticks, 30)
  })
})
