import { test } from '@japa/runner'
import { notify } from '../../../app/identity/notify.ts'
import { aUnit, personWith, visit } from '../../../app/testing/index.ts'

test('a notice waits under the bell until it is read, in the reader’s language, and only for the reader', async ({
  assert,
}) => {
  const unit = await aUnit({ plugins: [] })
  const [reader, other] = [await personWith(['director'], unit), await personWith(['teacher'], unit)]
  await notify([reader.accountId, reader.accountId], {
    key: 'core.memberships.granted',
    values: { role: 'Sekretariat' },
    href: '/account',
  })
  const bell = async (token: string) => JSON.parse((await visit(token).get('/notifications')).text).items
  const [item, ...more] = await bell(reader.token)
  assert.isEmpty(more)
  assert.containsSubset(item, { title: 'Nadano rolę: Sekretariat.', href: '/account', read: false })
  assert.isEmpty(await bell(other.token))
  const unread = async () =>
    ((await visit(reader.token).get('/account')).props.notifications as { unread: number }).unread
  assert.equal(await unread(), 1)
  await visit(reader.token).post('/notifications/read')
  assert.equal(await unread(), 0)
})
