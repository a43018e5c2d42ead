import { test } from '@japa/runner'
import {
  defineContract,
  optional,
  provide,
  required,
  type Contract,
} from '../../../app/contracts/contract.ts'
import { definePlugin, type PluginManifest } from '../../../app/plugins/manifest.ts'
import { resolvePlugins } from '../../../app/plugins/resolve.ts'
import { validateEvents } from '../../../app/plugins/validate_events.ts'

const contract = (id: string) => defineContract<object>(id)
const answers = (...contracts: Contract<object>[]) =>
  contracts.map((each) => provide(each, async () => ({ default: class {} })))

const plugin = (id: string, more: Partial<PluginManifest> = {}, folder = `/plugins/${id}`) => ({
  folder,
  manifest: definePlugin({ id, version: '1.0.0', platform: '^0.1', area: 'people', kinds: 'all', ...more }),
})

const Pupils = contract('secretariat.pupils')
const Meals = contract('canteen.meals')
const Beds = contract('dormitory.beds')

const ids = (plugins: { manifest: PluginManifest }[]) => plugins.map(({ manifest }) => manifest.id)

test.group('The order of plugins', () => {
  test('who answers stands before who asks, however they are found', ({ assert }) => {
    const { ordered, refused } = resolvePlugins([
      plugin('dormitory', { needs: [required(Meals), optional(Pupils)] }),
      plugin('canteen', { needs: [required(Pupils)], provides: answers(Meals) }),
      plugin('secretariat', { provides: answers(Pupils) }),
    ])
    assert.deepEqual(refused, [])
    assert.deepEqual(ids(ordered), ['secretariat', 'canteen', 'dormitory'])
  })

  test('who needs what nobody answers is refused, and so is who needed it in turn', ({ assert }) => {
    const { ordered, refused } = resolvePlugins([
      plugin('dormitory', { needs: [required(Meals)] }),
      plugin('canteen', { needs: [required(Pupils)], provides: answers(Meals) }),
      plugin('library', { needs: [optional(Pupils)] }),
    ])
    assert.deepEqual(ids(ordered), ['library'])
    assert.deepEqual(
      refused.map(({ id, problems }) => [id, problems[0]]),
      [
        ['canteen', 'needs contract "secretariat.pupils", which no loaded plugin provides'],
        ['dormitory', 'needs contract "canteen.meals", which no loaded plugin provides'],
      ]
    )
  })

  test('a cycle is named step by step, and the rest of the city starts', ({ assert }) => {
    const { ordered, refused } = resolvePlugins([
      plugin('secretariat', { provides: answers(Pupils), needs: [required(Beds)] }),
      plugin('canteen', { provides: answers(Meals), needs: [required(Pupils)] }),
      plugin('dormitory', { provides: answers(Beds), needs: [required(Meals)] }),
      plugin('library'),
    ])
    assert.deepEqual(ids(ordered), ['library'])
    assert.include(
      refused.flatMap(({ problems }) => problems),
      'contracts form a cycle: secretariat → dormitory → canteen → secretariat'
    )
    assert.sameMembers(
      refused.map(({ id }) => id),
      ['secretariat', 'canteen', 'dormitory']
    )
  })

  test('a second plugin of the same id is refused, the first stays', ({ assert }) => {
    const { ordered, refused } = resolvePlugins([
      plugin('library'),
      plugin('library', {}, '/elsewhere/library'),
    ])
    assert.deepEqual(
      ordered.map(({ folder }) => folder),
      ['/plugins/library']
    )
    assert.deepEqual(refused, [
      {
        id: 'library',
        folder: '/elsewhere/library',
        problems: ['id "library" is taken by /plugins/library'],
      },
    ])
  })

  test('one contract has one provider', ({ assert }) => {
    const { refused } = resolvePlugins([
      plugin('secretariat', { provides: answers(Pupils) }),
      plugin('second-office', { provides: answers(Pupils) }),
    ])
    assert.deepEqual(refused[0]?.problems, ['contract is already provided by "secretariat"'])
  })
})

test.group('Events between plugins', () => {
  test('a subscription to an event that nobody publishes is a mistake', ({ assert }) => {
    const subscription = { event: { type: 'canteen.meal.eaten' } } as never
    const lonely = plugin('dormitory', { subscribes: [subscription] })
    assert.deepEqual(
      validateEvents([lonely], []).map(({ problems }) => problems),
      [['subscribes to "canteen.meal.eaten", which no loaded plugin publishes']]
    )
    assert.deepEqual(validateEvents([lonely], ['canteen.meal.eaten']), [])
  })
})
