import { test } from '@japa/runner'
import { aUnit, personWith, visit } from '../../../app/testing/index.ts'

test.group('Language', () => {
  test('a visitor chooses English before logging in', async ({ assert }) => {
    const browser = visit(null)
    await browser.post('/locale', { locale: 'en' })
    assert.equal((await browser.get('/login')).props.locale, 'en')
  })

  test('the choice stays with the account, on every device', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const { token } = await personWith(['director'], unit)
    await visit(token).post('/locale', { locale: 'en' })
    const { props } = await visit(token).get(`/${unit.slug}`)
    assert.equal(props.locale, 'en')
    assert.equal((props.role as { label: string }).label, 'Head')
  })

  test('a language Unia does not speak is refused', async ({ assert }) => {
    const browser = visit(null)
    await browser.post('/locale', { locale: 'xx' })
    assert.equal((await browser.get('/login')).props.locale, 'pl')
  })
})

test('a page names its language to screen readers', async ({ assert }) => {
  const document = async (locale: string) =>
    (
      await fetch(`http://${process.env.HOST}:${process.env.PORT}/login`, {
        headers: { cookie: `unia-locale=${locale}` },
      })
    ).text()
  assert.match(await document('en'), /<html lang="en"/)
  assert.match(await document('pl'), /<html lang="pl"/)
})
