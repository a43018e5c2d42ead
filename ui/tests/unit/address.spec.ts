import '@japa/assert'
import { test } from '@japa/runner'
import { ariaSort, exportAddress, nextSort, readAddress, writeAddress } from '../../data_table/address.ts'

const url = '/sp-21/secretariat/pupils?q=ada&page=3&f.class=4a&tab=list'

test.group('A list of pupils and its address', () => {
  test('a link sent to a colleague opens the same search, filter and page', ({ assert }) => {
    assert.deepEqual(readAddress(url, { sort: 'surname' }), {
      q: 'ada',
      page: 3,
      size: null,
      sort: 'surname',
      filters: { class: '4a' },
    })
  })

  test('choosing another class starts at the first page and keeps the search', ({ assert }) => {
    const next = writeAddress(url, { filters: { class: '5b' } })
    assert.equal(next, '/sp-21/secretariat/pupils?q=ada&tab=list&f.class=5b')
  })

  test('turning the page keeps everything else', ({ assert }) => {
    assert.equal(readAddress(writeAddress(url, { page: 4 }), { sort: '' }).filters.class, '4a')
    assert.include(writeAddress(url, { page: 4 }), 'page=4')
  })

  test('nonsense in the address falls back to the first page', ({ assert }) => {
    assert.equal(readAddress('/x?page=-4', { sort: '' }).page, 1)
    assert.equal(readAddress('/x?page=abc', { sort: '' }).page, 1)
  })

  test('a header sorts up, then down', ({ assert }) => {
    assert.equal(nextSort('surname', 'surname'), '-surname')
    assert.equal(nextSort('-surname', 'surname'), 'surname')
    assert.equal(ariaSort('-surname', 'surname'), 'descending')
    assert.equal(ariaSort('-surname', 'class'), 'none')
  })

  test('the export asks for the filtered list, not for one page of it', ({ assert }) => {
    const href = exportAddress('/sp-21/secretariat/pupils/export', url, 'xlsx')
    assert.include(href, 'f.class=4a')
    assert.include(href, 'format=xlsx')
    assert.notInclude(href, 'page=')
  })
})
