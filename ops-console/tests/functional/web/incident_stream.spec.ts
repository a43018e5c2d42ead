import { test } from '@japa/runner'
import { cleanUp, later, personWith, twoUnits, visit } from '@unia/platform/testing'
import { keepIncidents } from '#ops/alarms/keep'
import { openDatabase } from '#ops/database'
import type { IncidentView } from '#ops/stream/incidents'
import { aDevice, onStream, type Client } from './school.ts'

/** Generous: the machine may be four times slower; `bench/stream.ts` says how long it takes. */
const DECIDED_TO_TOLD_MS = 8_000

const SILENT = { check: 'reachability', severity: 'critical' as const, fact: null }

/** Incidents that a client was told of, with the moment; `next` waits for one that fits. */
function incidentsOf({ socket }: Client) {
  const told: IncidentView[] = []
  const numbers: number[] = []
  let wake = () => {}
  socket.on('delta', ({ seq, changes }: { seq: number; changes: { incidents?: IncidentView[] } }) => {
    numbers.push(seq)
    told.push(...(changes.incidents ?? []))
    wake()
  })
  const next = (fits: (one: IncidentView) => boolean) =>
    new Promise<IncidentView>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('not told in time')), DECIDED_TO_TOLD_MS)
      wake = () => {
        const found = told.find(fits)
        if (!found) return
        clearTimeout(timer)
        resolve(found)
      }
      wake()
    })
  return { told, numbers, next }
}

test.group('Incidents in the stream', (group) => {
  group.tap((each) => each.timeout(60_000))
  group.each.teardown(() => cleanUp())

  test('one that opens, is taken over and ends is told to the wall and to its own school only', async ({
    assert,
  }) => {
    const [ours, theirs] = await twoUnits()
    const deviceId = await aDevice(ours)
    const ops = openDatabase(undefined, 2)
    later(() => ops.destroy())
    const keep = (wanted: (typeof SILENT)[]) =>
      ops.transaction((trx) => keepIncidents(trx, [{ tenantId: ours.id, deviceId, wanted }], new Date()))
    const operator = await personWith(['it_operator'], 'city')
    const [wall, director, stranger, page] = [
      await onStream(operator),
      await onStream(await personWith(['director'], ours)),
      await onStream(await personWith(['director'], theirs)),
      await onStream(await personWith(['director'], ours)),
    ]
    const [atWall, atSchool, elsewhere, atDevice] = [wall, director, stranger, page].map(incidentsOf)
    const { seq } = (await wall.join('city')) as { seq?: number }
    await director.join(`unit:${ours.slug}`)
    await stranger.join(`unit:${theirs.slug}`)
    await page.join(`device:${deviceId}`)

    const mine = (one: IncidentView) => one.deviceId === deviceId
    await keep([SILENT])
    const opened = await atWall!.next((one) => mine(one) && one.closedAt === null)
    assert.include(opened, { check: 'reachability', severity: 'critical', owner: null, unit: ours.slug })
    await atSchool!.next(mine)
    await atDevice!.next(mine)

    await visit(operator.token).post(`/city/ops-console/incidents/${opened.id}/acknowledgement`, {
      comment: 'Dzwonię',
    })
    const taken = await atWall!.next((one) => mine(one) && one.owner !== null)
    assert.equal(taken.comment, 'Dzwonię')
    const seen = await atSchool!.next((one) => mine(one) && one.owner !== null)
    assert.include(seen, { owner: '', comment: null })

    const late = await onStream(operator)
    const joined = (await late.join('city')) as { snapshot?: { incidents: IncidentView[] } }
    assert.include(
      joined.snapshot!.incidents.map(({ id }) => id),
      opened.id
    )

    await keep([])
    const closed = await atWall!.next((one) => mine(one) && one.closedAt !== null)
    assert.equal(closed.closeReason, 'recovered')
    await atSchool!.next((one) => mine(one) && one.closedAt !== null)
    assert.deepEqual(elsewhere!.told, [])
    assert.deepEqual(
      atWall!.numbers,
      atWall!.numbers.map((_, index) => seq! + 1 + index)
    )
  })
})
