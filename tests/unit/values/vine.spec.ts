import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import vine, { errors } from '@vinejs/vine'
import { day, money, personName, pesel, phone, postcode } from '../../../app/values/vine.ts'

const person = vine.create({
  name: personName(),
  pesel: pesel().optional(),
  postcode: postcode().optional(),
  phone: phone().nullable(),
  bornOn: day(),
  fee: money().optional(),
})
const good = { name: ' Żaneta  Łoś ', phone: '601 234 567', bornOn: '2013-05-17' }

const file = async (language: string): Promise<Record<string, string>> =>
  JSON.parse(
    await readFile(new URL(`../../../app/values/messages/${language}.json`, import.meta.url), 'utf8')
  )

test.group('Values in forms', () => {
  test('fields arrive in their stored form', async ({ assert }) => {
    const value = await person.validate({
      ...good,
      pesel: '132517 01246',
      postcode: '20047',
      fee: '1 234,5 zł',
    })
    assert.deepEqual(value, {
      name: 'Żaneta Łoś',
      pesel: '13251701246',
      postcode: '20-047',
      phone: '+48601234567',
      bornOn: '2013-05-17',
      fee: '1234.50',
    })
  })

  test('each field reports the id of its message', async ({ assert }) => {
    try {
      await person.validate({
        name: 'Jan3',
        pesel: '13251701247',
        postcode: '1',
        phone: 'x',
        bornOn: '2026-02-30',
      })
      assert.fail('must be refused')
    } catch (error) {
      if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
      assert.deepEqual(
        error.messages.map(({ field, message }: { field: string; message: string }) => [field, message]),
        [
          ['name', 'values.name.characters'],
          ['pesel', 'values.pesel.checksum'],
          ['postcode', 'values.postcode.format'],
          ['phone', 'values.phone.format'],
          ['bornOn', 'values.day.format'],
        ]
      )
    }
  })

  test('an optional number may be absent', async ({ assert }) => {
    const value = await person.validate({ ...good, phone: null })
    assert.isNull(value.phone)
    assert.isUndefined(value.pesel)
  })

  test('every reason has a message in Polish and in English', async ({ assert }) => {
    const [polish, english] = [await file('pl'), await file('en')]
    assert.deepEqual(Object.keys(polish), Object.keys(english))
    for (const id of [
      'pesel',
      'nip',
      'regon',
      'rspo',
      'nrb',
      'postcode',
      'slug',
      'phone',
      'money',
      'day',
      'name',
    ]) {
      assert.isTrue(
        Object.keys(polish).some((key) => key.startsWith(`values.${id}.`)),
        id
      )
    }
  })
})
