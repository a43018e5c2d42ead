import { test } from '@japa/runner'
import {
  checkIban,
  checkNip,
  checkNrb,
  checkPesel,
  checkPhone,
  checkPostcode,
  checkRegon,
  checkRspo,
  checkSlug,
  composePesel,
  formatNip,
  formatNrb,
  formatPhone,
  maskPesel,
  peselWarnings,
  slugInNumbers,
} from '../../../app/values/index.ts'

const outcome = (result: { ok: boolean; value?: unknown; error?: string }) =>
  result.ok ? result.value : result.error

test.group('PESEL', () => {
  test('{0} belongs to someone born on {1}, sex {2} (secretariat S1, S2)')
    .with([
      ['13251701246', '2013-05-17', 'F'],
      ['13251701352', '2013-05-17', 'M'],
      ['09323177730', '2009-12-31', 'M'],
      ['84022912367', '1984-02-29', 'F'],
      ['20210100118', '2020-01-01', 'M'],
    ] as const)
    .run(({ assert }, [number, birthDate, sex]) => {
      assert.deepEqual(checkPesel(number), { ok: true, value: { number, birthDate, sex } })
    })

  test('{0} is refused: {1} (secretariat S3, S4)')
    .with([
      ['13251701247', 'checksum'],
      ['13131701241', 'date'],
      ['13023001246', 'date'],
      ['1325170124', 'length'],
      ['132517012466', 'length'],
      ['1325170124a', 'length'],
      ['', 'length'],
      ['١٣٢٥١٧٠١٢٤٦', 'length'],
    ])
    .run(({ assert }, [number, reason]) => {
      assert.equal(outcome(checkPesel(number!)), reason)
    })

  test('the checksum is judged before the date', ({ assert }) => {
    assert.equal(outcome(checkPesel('13131701242')), 'checksum')
  })

  test('spaces around and inside a pasted number do not matter', ({ assert }) => {
    assert.isTrue(checkPesel(' 132517\u00a001246 \n').ok)
  })

  test('another birth date or sex is a warning, not an error (secretariat S5)', ({ assert }) => {
    const result = checkPesel('20210100118')
    assert.isTrue(result.ok)
    if (!result.ok) return
    assert.deepEqual(peselWarnings(result.value, { birthDate: '2020-01-02' }), ['birthDateMismatch'])
    assert.deepEqual(peselWarnings(result.value, { birthDate: '2020-01-02', sex: 'F' }), [
      'birthDateMismatch',
      'sexMismatch',
    ])
    assert.deepEqual(peselWarnings(result.value, { birthDate: '2020-01-01', sex: 'M' }), [])
    assert.deepEqual(peselWarnings(result.value, {}), [])
  })

  test('a masked number shows the birth date only', ({ assert }) => {
    assert.equal(maskPesel('13251701246'), '132517*****')
  })

  test('every century from 1800 to 2299 reads back what was composed', ({ assert }) => {
    for (const date of ['1899-12-31', '1900-01-01', '1999-12-31', '2000-02-29', '2100-03-01', '2299-12-31']) {
      const result = checkPesel(composePesel(date, 1234))
      assert.deepEqual(result.ok && result.value.birthDate, date)
    }
  })

  test('twins born on one day have numbers of their own', ({ assert }) => {
    assert.notEqual(composePesel('2015-03-04', 10), composePesel('2015-03-04', 12))
  })

  test('a wrong digit anywhere is noticed', ({ assert }) => {
    for (let at = 0; at < 11; at++) {
      const digit = (Number('13251701246'[at]) + 1) % 10
      const wrong = '13251701246'.slice(0, at) + digit + '13251701246'.slice(at + 1)
      assert.equal(outcome(checkPesel(wrong)), 'checksum')
    }
  })
})

test.group('Numbers of offices, accounts and telephones', () => {
  test('{1} → {2}')
    .with([
      [checkRegon, '431012340', '431012340'],
      [checkRegon, '431012341', 'checksum'],
      [checkRegon, '43101234', 'length'],
      [checkRegon, '12345678512347', '12345678512347'],
      [checkRegon, '12345678512348', 'checksum'],
      [checkRegon, '12345678412347', 'checksum'],
      [checkNip, '123-456-32-18', '1234563218'],
      [checkNip, 'PL 123 456 32 18', '1234563218'],
      [checkNip, '1234563219', 'checksum'],
      [checkNip, '0000000000', 'checksum'],
      [checkNip, '123456321', 'length'],
      [checkNip, '123456321８', 'length'],
      [checkNrb, '61 1090 1014 0000 0712 1981 2874', '61109010140000071219812874'],
      [checkNrb, 'PL61109010140000071219812874', '61109010140000071219812874'],
      [checkNrb, '61109010140000071219812875', 'checksum'],
      [checkNrb, '6110901014000007121981287', 'length'],
      [checkIban, 'pl61109010140000071219812874', 'PL61109010140000071219812874'],
      [checkIban, 'DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
      [checkIban, 'DE89370400440532013001', 'checksum'],
      [checkIban, 'PL6110901014000007121981287', 'length'],
      [checkRspo, ' 12345 ', '12345'],
      [checkRspo, '012', 'format'],
      [checkRspo, '12345678901', 'format'],
      [checkRspo, '', 'format'],
      [checkPostcode, '20-047', '20-047'],
      [checkPostcode, '20047', '20-047'],
      [checkPostcode, '20\u00a0047 ', '20-047'],
      [checkPostcode, '2004', 'format'],
      [checkPostcode, '20-04O', 'format'],
      [checkSlug, 'sp-21', 'sp-21'],
      [checkSlug, 'lceao', 'lceao'],
      [checkSlug, 'sp--21', 'format'],
      [checkSlug, '21-sp', 'format'],
      [checkSlug, 'sp-21 ', 'format'],
      [checkSlug, 'szkoła', 'format'],
      [checkSlug, 'a'.repeat(33), 'length'],
      [checkPhone, '601 234 567', '+48601234567'],
      [checkPhone, '(81) 466-00-00', '+48814660000'],
      [checkPhone, '0048 601234567', '+48601234567'],
      [checkPhone, '48601234567', '+48601234567'],
      [checkPhone, '+380 44 123 45 67', '+380441234567'],
      [checkPhone, '+48 60123456', 'format'],
      [checkPhone, '12345', 'format'],
      [checkPhone, '+', 'format'],
      [checkPhone, '601234567 wew. 2', 'format'],
    ] as [(text: string) => { ok: boolean }, string, string][])
    .run(({ assert }, [check, typed, expected]) => {
      assert.equal(outcome(check(typed)), expected)
    })

  test('numbers are shown as people read them', ({ assert }) => {
    assert.equal(formatNip('1234563218'), '123-456-32-18')
    assert.equal(formatNrb('61109010140000071219812874'), '61 1090 1014 0000 0712 1981 2874')
    assert.equal(formatPhone('+48601234567'), '+48 601 234 567')
    assert.equal(formatPhone('+380441234567'), '+380441234567')
    assert.equal(slugInNumbers('sp-21'), 'SP21')
  })
})
