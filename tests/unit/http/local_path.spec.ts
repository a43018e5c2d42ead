import { test } from '@japa/runner'
import { localPath } from '../../../app/http/local_path.ts'

test.group('Where a log-in leads', () => {
  test('to the page that was asked for', ({ assert }) => {
    assert.equal(localPath('/sp-21/secretariat?q=Łoś&page=2'), '/sp-21/secretariat?q=Łoś&page=2')
  })

  test('never to a stranger’s site')
    .with([
      'https://zle.example',
      '//zle.example',
      '/\\zle.example',
      '/\t/zle.example',
      'javascript:alert(1)',
      '',
      null,
      ['/a'],
    ])
    .run(({ assert }, path) => assert.equal(localPath(path), '/'))
})
