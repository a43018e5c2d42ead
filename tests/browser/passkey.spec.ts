import { test } from '@japa/runner'
import { SESSION_COOKIE } from '../../app/identity/sessions.ts'
import { aUnit, owner, personWith } from '../../app/testing/index.ts'

// A passkey belongs to a name; numbers are none.
const BASE = () => `http://localhost:${process.env.PORT}`

test.group('A passkey', (group) => {
  group.each.timeout(60_000)

  test('is added on the account page and logs in without a password; once removed it does not', async ({
    assert,
    openBrowser,
  }) => {
    await owner().from('core.identity_throttle').delete()
    const unit = await aUnit()
    const { token, accountId } = await personWith(['guardian'], unit)
    const window = await openBrowser({ baseURL: BASE() })
    await window.addCookies([{ name: SESSION_COOKIE, value: token, url: BASE() }])
    const page = await window.newPage()
    const devtools = await window.newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
        ...{ isUserVerified: true, automaticPresenceSimulation: true },
      },
    })
    await page.goto('/account')
    await page.getByRole('button', { name: 'Dodaj klucz na tym urządzeniu' }).click()
    await page.getByRole('button', { name: /^Usuń klucz/ }).waitFor()

    await window.clearCookies()
    await page.goto(`/login?next=/${unit.slug}`)
    await page.getByRole('button', { name: 'Zaloguj się kluczem dostępu' }).click()
    await page.waitForURL(({ pathname }) => pathname === `/${unit.slug}`)
    const [key] = await owner().from('core.identity_passkeys').where('account_id', accountId)
    assert.isNotNull(key.last_used_at)

    await owner().from('core.identity_passkeys').where('account_id', accountId).delete()
    await window.clearCookies()
    await page.goto('/login')
    await page.getByRole('button', { name: 'Zaloguj się kluczem dostępu' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(page.url(), /login/)
  })
})
