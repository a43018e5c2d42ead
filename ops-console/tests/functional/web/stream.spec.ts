import { test } from '@japa/runner'
import { cleanUp, personWith, twoUnits, owner } from '@unia/platform/testing'
import { aDevice, onStream, setState } from './school.ts'

test.group('The live stream of the console', (group) => {
  group.each.teardown(() => cleanUp())

  test('the director sees the own device fail, another director does not', async ({ assert }) => {
    const [ours, theirs] = await twoUnits()
    const device = await aDevice(ours)
    await aDevice(theirs)
    const director = await onStream(await personWith(['director'], ours))
    const other = await onStream(await personWith(['director'], theirs))

    const joined = await director.join(`unit:${ours.slug}`)
    assert.deepEqual(
      joined.snapshot?.devices.map(({ id }) => id),
      [device]
    )
    assert.equal((await other.join(`unit:${ours.slug}`)).reason, 'forbidden')
    assert.equal((await other.join(`device:${device}`)).reason, 'forbidden')
    assert.equal((await other.join('city')).reason, 'forbidden')
    assert.isTrue((await other.join(`unit:${theirs.slug}`)).ok)

    const changed = director.nextState(device)
    await setState(ours, device, 'DOWN', { code: 'not_answering', params: { since: Date.now() } })
    assert.equal(await changed, 'DOWN')
    assert.notInclude(other.seen, device)
  })

  test('the IT operator sees the whole city', async ({ assert }) => {
    const [one, two] = await twoUnits()
    const devices = [await aDevice(one), await aDevice(two)]
    const operator = await onStream(await personWith(['it_operator'], 'city'))
    const { snapshot } = await operator.join('city')
    assert.includeMembers(
      snapshot!.devices.map(({ id }) => id),
      devices
    )
  })

  test('a teacher of the unit may not look at its network', async ({ assert }) => {
    const [unit] = await twoUnits()
    const teacher = await onStream(await personWith(['teacher'], unit))
    assert.equal((await teacher.join(`unit:${unit.slug}`)).reason, 'forbidden')
  })

  test('nobody gets on without logging in', async ({ assert }) => {
    await assert.rejects(() => onStream(null), 'unauthorized')
    await assert.rejects(() => onStream({ token: 'made-up' }), 'unauthorized')
  })

  test('a session that was ended is disconnected at once', async ({ assert }) => {
    const [unit] = await twoUnits()
    const person = await personWith(['director'], unit)
    const director = await onStream(person)
    await director.join(`unit:${unit.slug}`)
    const gone = new Promise<string>((resolve) => director.socket.once('disconnect', resolve))
    await owner().rawQuery(`update core.identity_sessions set revoked_at = now() where account_id = ?`, [
      person.accountId,
    ])
    await owner().rawQuery(`select pg_notify('sessions', ?)`, [person.accountId])
    assert.equal(await gone, 'io server disconnect')
    await assert.rejects(() => onStream(person), 'unauthorized')
  })
})
