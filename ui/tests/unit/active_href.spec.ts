import '@japa/assert'
import { test } from '@japa/runner'
import { activeHref } from '../../shell/active_href.ts'

const menu = ['/sp-21', '/sp-21/secretariat/pupils', '/sp-21/secretariat', '/sp-21/plan']

test.group('Which entry of the menu is lit', () => {
  test('a pupil’s card lights the pupils', ({ assert }) => {
    assert.equal(activeHref('/sp-21/secretariat/pupils/17?tab=notes', menu), '/sp-21/secretariat/pupils')
  })

  test('the home of the school is lit only at home', ({ assert }) => {
    assert.equal(activeHref('/sp-21', menu), '/sp-21')
    assert.isNull(activeHref('/sp-21/jobs', menu))
  })

  test('a path that only begins alike lights nothing', ({ assert }) => {
    assert.isNull(activeHref('/sp-21/planner', menu))
  })
})
