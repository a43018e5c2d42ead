import { test } from '@japa/runner'
import { aUnit, personWith, visit } from '@unia/platform/testing'
import { admitted, section } from '#secretariat/tests/school'

const MOTHER = {
  ...{ surname: 'Żołądź', givenNames: 'Anna', kinship: 'mother', phone: '601 234 567' },
  ...{ mayReadRegister: true, mayExcuse: true, mayCollect: true, legalRepresentative: true },
}

test.group('Guardians of a pupil', () => {
  test('are added, corrected and taken off the card', async ({ assert }) => {
    const unit = await aUnit()
    const secretary = visit((await personWith(['secretary'], unit)).token)
    const card = `/${unit.slug}/secretariat/pupils/${await admitted(secretary, unit, await section(unit, 1, 'a'))}`
    const guardians = async () =>
      (
        (await secretary.get(card)).props.pupil as {
          guardians: { id: string; name: string; phone: string }[]
        }
      ).guardians

    assert.deepEqual(await guardians(), [])
    await secretary.post(`${card}/guardians`, MOTHER)
    await secretary.post(`${card}/guardians`, {
      ...MOTHER,
      givenNames: 'Piotr',
      kinship: 'father',
      same: 'new',
    })
    const [mother] = await guardians()
    assert.containsSubset(mother, { name: 'Anna Żołądź', phone: '+48 601 234 567' })

    await secretary.put(`${card}/guardians/${mother!.id}`, { ...MOTHER, surname: 'Lis' })
    assert.deepEqual(
      (await guardians()).map(({ name }) => name),
      ['Anna Lis', 'Piotr Żołądź']
    )

    await secretary.delete(`${card}/guardians/${mother!.id}`)
    assert.deepEqual(
      (await guardians()).map(({ name }) => name),
      ['Piotr Żołądź']
    )
  })
})
