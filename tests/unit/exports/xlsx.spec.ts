import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { test } from '@japa/runner'
import Excel from 'exceljs'
import {
  csvStream,
  sheetTitle,
  xlsxBuffer,
  xlsxStream,
  type ExportColumn,
} from '../../../app/exports/index.ts'

interface Pupil {
  name: string
  born: string
  fee: string
  place: number
}
const columns: ExportColumn<Pupil>[] = [
  { title: 'Nazwisko', value: (row) => row.name },
  { title: 'Data urodzenia', type: 'date', value: (row) => row.born },
  { title: 'Opłata', type: 'money', value: (row) => row.fee, width: 20 },
  { title: 'Miejsce', type: 'integer', value: (row) => row.place },
]

async function open(rows: Pupil[], title = 'Uczniowie') {
  const book = new Excel.Workbook()
  const file = await xlsxBuffer(rows, columns, title)
  await book.xlsx.load(file as unknown as Parameters<typeof book.xlsx.load>[0])
  return book.worksheets[0]
}

async function* manyPupils(count: number) {
  for (let place = 1; place <= count; place++)
    yield { name: `Zofia Żak ${place}`, born: '2016-03-05', fee: '12.50', place }
}

test.group('Lists of a school as XLSX', () => {
  test('cells carry their type, the header stays and filters', async ({ assert }) => {
    const sheet = await open([{ name: 'Łoś', born: '2016-03-05', fee: '-12.5', place: 3 }])
    assert.deepEqual(sheet.getRow(1).values, [
      undefined,
      ...columns.map(({ title }) => title),
    ] as unknown as string[])
    assert.deepEqual(sheet.getCell('B2').value, new Date('2016-03-05T00:00:00Z'))
    assert.equal(sheet.getCell('C2').value, -12.5)
    assert.equal(sheet.getCell('C2').numFmt, '#,##0.00')
    assert.equal(sheet.getCell('D2').type, Excel.ValueType.Number)
    assert.include(sheet.views[0], { state: 'frozen', ySplit: 1 })
    assert.equal(sheet.getColumn(3).width, 20)
    assert.equal(sheet.autoFilter as unknown as string, 'A1:D1')
  })

  test('a name that looks like a formula stays text, and control characters are left out', async ({
    assert,
  }) => {
    const sheet = await open([{ name: '=HYPERLINK("x")\u0001\ud800', born: '', fee: '', place: 1 }])
    assert.equal(sheet.getCell('A2').type, Excel.ValueType.String)
    assert.equal(sheet.getCell('A2').value, '=HYPERLINK("x")')
    assert.isNull(sheet.getCell('B2').value)
  })

  test('the title of a sheet is one that Excel opens', ({ assert }) => {
    assert.equal(sheetTitle("'Klasa 4/b: [obiady]?'"), 'Klasa 4 b obiady')
    assert.equal(sheetTitle('ą'.repeat(40)).length, 31)
    assert.equal(sheetTitle('***'), 'Unia')
  })

  test('50,000 pupils are written without holding them all', async ({ assert }) => {
    for (const write of [csvStream, xlsxStream]) {
      let [bytes, peak] = [0, 0]
      const before = process.memoryUsage().rss
      const sink = new Writable({
        write(chunk: Buffer, _, done) {
          bytes += chunk.length
          peak = Math.max(peak, process.memoryUsage().rss - before)
          done()
        },
      })
      await pipeline(write(manyPupils(50_000), columns, 'Uczniowie'), sink)
      assert.isAbove(bytes, 500_000)
      assert.isBelow(peak, 150 * 1024 * 1024)
    }
  }).timeout(30_000)

  test('a list that breaks half-way is an error, not a short list', async ({ assert }) => {
    const broken = async function* () {
      yield* manyPupils(300)
      throw new Error('database gone')
    }
    await assert.rejects(() => xlsxBuffer(broken(), columns, 'Uczniowie'), 'database gone')
  })
})
