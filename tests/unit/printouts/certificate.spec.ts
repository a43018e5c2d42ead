import { execFileSync, spawnSync } from 'node:child_process'
import { test } from '@japa/runner'
import { closePrintouts, renderPrintout, verificationMark } from '../../../app/printouts/index.ts'
import type { PdfStandard } from '../../../app/printouts/typst_messages.ts'

const template = new URL('../../../plugins/secretariat/printouts/certificate.typ', import.meta.url)
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined
const textOf = (pdf: Buffer) => execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })

async function certificate(name: string, sex: 'f' | 'm' = 'f') {
  return {
    head: {
      unit: { name: 'Szkoła Podstawowa nr 12', street: 'ul. Długa 1', postcode: '20-001', city: 'Lublin' },
      place: 'Lublin',
      date: '2026-11-23',
      number: 'SP12.57.2026',
      verification: await verificationMark('7K9Z-8TQH-AF6Y-XB3P', 'https://unia.example/dokument'),
    },
    pupil: { name, sex, bornOn: '2016-03-05' },
    schoolYear: '2026/2027',
    section: '4b',
    signatory: { name: 'Małgorzata Źdźbło', role: 'dyrektor szkoły' },
  }
}

async function print(names: string[], standard?: PdfStandard) {
  const certificates = await Promise.all(names.map((name) => certificate(name)))
  return renderPrintout({ template, data: { certificates }, title: 'Zaświadczenie', standard })
}

test.group('Certificate of a pupil', (group) => {
  group.teardown(() => closePrintouts())

  test('a screen reader finds tags, the language, the title and the promise of PDF/UA', async ({
    assert,
  }) => {
    const pdf = (await print(['Zofia Żak'])).toString('latin1')
    assert.match(pdf, /\/MarkInfo\s*<<[^>]*\/Marked true/)
    assert.include(pdf, '/StructTreeRoot')
    assert.match(pdf, /\/Lang\s*\(pl\)/)
    assert.match(pdf, /\/DisplayDocTitle true/)
    assert.match(pdf, /<pdfuaid:part>1<\/pdfuaid:part>/)
    assert.include(Buffer.from(pdf, 'latin1').toString('utf8'), 'Zaświadczenie')
  })

  test('a copy for the archive says that it is PDF/A-2', async ({ assert }) => {
    const pdf = (await print(['Zofia Żak'], 'a-2a')).toString('latin1')
    assert.match(pdf, /<pdfaid:part>2<\/pdfaid:part>/)
    assert.match(pdf, /<pdfaid:conformance>A<\/pdfaid:conformance>/)
  })

  test('Polish letters can be copied out of the page', async ({ assert }) => {
    const text = textOf(await print(['Żaneta Święcka-Łoś']))
    for (const part of ['Żaneta Święcka-Łoś', 'uczennicą klasy 4b', 'SP12.57.2026', '7K9Z-8TQH-AF6Y-XB3P'])
      assert.include(text, part)
    assert.match(text, /23.listopada.2026.r\./)
  }).skip(!hasPoppler, 'poppler-utils is not installed')

  test('a name full of markup, quotes and Ukrainian letters is printed as it is written', async ({
    assert,
  }) => {
    const name = 'Ївга #panic("x") *b* _i_ \\ $x$ @a <b> `r` Ґ'
    assert.include(textOf(await print([name])).replace(/\s+/g, ' '), name)
  }).skip(!hasPoppler, 'poppler-utils is not installed')

  test('emoji and letters no font has become a box instead of stopping a thousand certificates', async ({
    assert,
  }) => {
    assert.include(textOf(await print(['Jan 😀 学 Kot'])), 'Jan □ □ Kot')
  }).skip(!hasPoppler, 'poppler-utils is not installed')

  test('data that the template needs and did not get is an error, and the next printout works', async ({
    assert,
  }) => {
    const broken = renderPrintout({ template, data: { certificates: [{}] }, title: 'Zaświadczenie' })
    await assert.rejects(() => broken, /could not be made/)
    assert.isAbove((await print(['Jan Kot'])).length, 1000)
  })
})
