import { test } from '@japa/runner'
import { io as connect, type Socket } from 'socket.io-client'
import parser from 'socket.io-msgpack-parser'
import { live } from '../../../app/live/hub.ts'
import { later } from '../../../app/testing/cleanup.ts'
import { fatalDuring } from './fatal.ts'
import { aUnit, owner, personWith, switchInUnit, twoUnits, visit } from '../../../app/testing/index.ts'

interface Answer {
  ok: boolean
}

/** A socket as a browser opens it from a page of `origin`; rejects when the server refuses. */
async function socketOf(token: string, { namespace = '/', origin = '' } = {}) {
  const socket = connect(`http://${process.env.HOST}:${process.env.PORT}${namespace}`, {
    ...{ parser, transports: ['websocket'], forceNew: true, reconnection: false },
    extraHeaders: { cookie: `unia-session=${token}`, ...(origin && { origin }) },
  })
  later(async () => void socket.disconnect())
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  return socket
}

const join = (socket: Socket, room: string): Promise<Answer> =>
  socket.timeout(3000).emitWithAck('join', { room })

test.group('Live connections under attack', () => {
  test('nothing a pupil sends brings the server down')
    .with(['/', '/ops'])
    .run(async ({ assert }, namespace) => {
      const { token } = await personWith(['pupil'], await aUnit({ plugins: [] }))
      const socket = await socketOf(token, { namespace })
      const fatal = await fatalDuring(async () => {
        const odd = [
          undefined,
          null,
          7,
          [],
          'room',
          { room: { toString: 1 } },
          { room: ['city'] },
          { room: null },
        ]
        for (const body of odd) {
          socket.emit('join', body, 'no function')
          socket.emit('join', body)
          socket.emit('leave', body)
          await socket.timeout(3000).emitWithAck('join', body)
        }
      })
      assert.deepEqual(fatal, [])
      assert.isFalse((await join(socket, 'city')).ok)
    })

  test('a page of another site gets no connection, though the browser sends the cookie along')
    .with(['https://zle.example', 'null', `http://${process.env.HOST}:1`])
    .run(async ({ assert }, origin) => {
      const { token } = await personWith(['teacher'], await aUnit({ plugins: [] }))
      await assert.rejects(() => socketOf(token, { origin }))
      await assert.rejects(() => socketOf(token, { origin, namespace: '/ops' }))
      const own = await socketOf(token, { origin: `http://${process.env.HOST}:${process.env.PORT}` })
      assert.isTrue(own.connected)
    })

  test('a teacher hears the own unit and own account, nobody else’s', async ({ assert }) => {
    const [own, other] = await twoUnits({ plugins: [] })
    const teacher = await personWith(['teacher'], own)
    const stranger = await personWith(['teacher'], other)
    const socket = await socketOf(teacher.token)
    assert.isTrue((await join(socket, `unit:${own.slug}`)).ok)
    for (const room of [
      `unit:${other.slug}`,
      `account:${stranger.accountId}`,
      'city',
      'unit:',
      'unit:um-lublin',
    ]) {
      assert.isFalse((await join(socket, room)).ok, room)
    }
  })

  test('a role lost while connected opens no room any more', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const { token, personId, accountId } = await personWith(['teacher'], unit)
    const socket = await socketOf(token)
    await owner().from('core.identity_memberships').where('person_id', personId).delete()
    await live.recheck(accountId)
    assert.isFalse((await join(socket, `unit:${unit.slug}`)).ok)
  })

  test('a closed unit is silent', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const socket = await socketOf((await personWith(['director'], unit)).token)
    unit.status = 'closed'
    assert.isFalse((await join(socket, `unit:${unit.slug}`)).ok)
  })

  test('a director without the second factor that the role demands hears nothing', async ({ assert }) => {
    const { token } = await personWith(['director'], await aUnit(), { spared: false })
    await assert.rejects(() => socketOf(token))
    await assert.rejects(() => socketOf(token, { namespace: '/ops' }))
  })

  test('where the console is off, the director cannot listen to it either', async ({ assert }) => {
    const unit = await aUnit()
    const { token } = await personWith(['director'], unit)
    const before = await socketOf(token, { namespace: '/ops' })
    assert.isTrue((await join(before, `unit:${unit.slug}`)).ok)
    await switchInUnit(unit, 'ops-console', false)
    const after = await socketOf(token, { namespace: '/ops' })
    assert.isFalse((await join(after, `unit:${unit.slug}`)).ok)
  })

  test('a tab left open does not keep the session awake', async ({ assert }) => {
    const { token, accountId } = await personWith(['teacher'], await aUnit({ plugins: [] }))
    const socket = await socketOf(token)
    const session = () => owner().from('core.identity_sessions').where('account_id', accountId)
    await session().update({ last_seen_at: new Date(Date.now() - 29 * 60_000) })
    await live.recheck(accountId)
    const gone = new Promise((resolve) => socket.once('disconnect', resolve))
    await session().update({ last_seen_at: owner().raw(`last_seen_at - interval '2 minutes'`) })
    await live.recheck(accountId)
    assert.equal(await gone, 'io server disconnect')
    assert.equal((await visit(token).get('/account')).location, '/login?next=%2Faccount')
  })

  test('a flood of joins is answered without a look at the database for each', async ({ assert }) => {
    const unit = await aUnit()
    const socket = await socketOf((await personWith(['director'], unit)).token, { namespace: '/ops' })
    const answers = await Promise.all(Array.from({ length: 200 }, () => join(socket, `unit:${unit.slug}`)))
    assert.isBelow(answers.filter(({ ok }) => ok).length, 200)
    assert.isTrue((await join(socket, `unit:${unit.slug}`)).ok)
  })
})
