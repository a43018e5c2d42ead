import { AxeBuilder } from '@axe-core/playwright'
import type { Assert } from '@japa/assert'
import type { BrowserContext, Page } from 'playwright-core'
import type { TestPerson } from '../../app/testing/index.ts'
import { SESSION_COOKIE } from '../../app/identity/sessions.ts'
import { baseUrl } from '../bootstrap.ts'

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** Makes the window this person's, as if logged in. */
export const become = (window: BrowserContext, { token }: Pick<TestPerson, 'token'>) =>
  window.addCookies([{ name: SESSION_COOKIE, value: token, url: baseUrl() }])

/** Opens a page and waits until it can be read. */
export async function open(page: Page, path: string) {
  await page.goto(path)
  await page.locator('main h1').waitFor()
}

/** WCAG 2.1 A and AA, and nothing wider than the window. */
export async function sound(page: Page, assert: Assert, where = page.url()) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  assert.deepEqual(
    violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`)),
    [],
    where
  )
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  assert.isAtMost(beyond, 0, `${where} scrolls sideways`)
}

/** The page at a desk and on a phone, in the colours asked for. */
export async function soundAtEverySize(
  page: Page,
  assert: Assert,
  colours: ('light' | 'dark')[] = ['light']
) {
  for (const colorScheme of colours) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // A page follows the system's colours a moment later; in between its contrasts are of neither scheme.
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' })
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size)
      await page.locator('main h1').waitFor()
      await sound(page, assert, `${page.url()} ${colorScheme} ${size.width}`)
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize(DESK)
}
