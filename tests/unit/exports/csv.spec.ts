import { buffer, text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import { csvStream, exportFileName, type ExportColumn } from '../../../app/exports/index.ts'

const name: ExportColumn<{ name: unknown }>[] = [{ title: 'Nazwisko', value: (row) => row.name }]
const read = async (value: unknown, type?: ExportColumn<unknown>['type']) => {
  const csv = await text(csvStream([{ name: value }], [{ ...name[0], type }]))
  return parse(csv, { bom: true, delimiter: ';', recordDelimiter: '\r\n' })[1][0]
}

test.group('Lists of a school as CSV', () => {
  test('a Polish spreadsheet recognises letters and columns', async ({ assert }) => {
    const rows = [{ name: 'Żak; "Mała"\nz Łęcznej' }, { name: null }]
    const csv = (
      await buffer(csvStream(rows, [...name, { title: 'Rok', value: () => 4, type: 'integer' }]))
    ).toString()
    assert.equal(csv, '\ufeffNazwisko;Rok\r\n"Żak; ""Mała""\nz Łęcznej";4\r\n;4\r\n')
  })

  test('a name that is a formula is defused: {$self}')
    .with(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\r=x', '＝1', '＋1', '－1', '＠a', ' =1', '+48 600'])
    .run(async ({ assert }, value) => assert.equal(await read(value), `'${value}`))

  test('real numbers stay numbers: {$self}')
    .with(['-5', '+5', '-5,50', '-0.25'])
    .run(async ({ assert }, value) => assert.equal(await read(value), value))

  test('money, days and instants are written the Polish way', async ({ assert }) => {
    assert.equal(await read('-1234.5', 'money'), '-1234,50')
    assert.equal(await read('2026-11-23', 'date'), '2026-11-23')
    assert.equal(await read(new Date('2026-07-01T22:30:00Z'), 'datetime'), '2026-07-02 00:30:00')
    await assert.rejects(() => read('=1', 'money'), /no money/)
    await assert.rejects(() => read('2026-02-30', 'date'), /no date/)
  })

  test('file names are plain: unit, list, day', ({ assert }) => {
    const file = exportFileName('sp-12', 'Lista uczniów: Łódź/../„4b”', '2026-11-23', 'csv')
    assert.equal(file, 'sp-12-lista-uczniow-lodz-4b-2026-11-23.csv')
    assert.equal(
      exportFileName(null, 'Źrebię\r\nX: y', '2026-11-23', 'xlsx'),
      'miasto-zrebie-x-y-2026-11-23.xlsx'
    )
  })
})
