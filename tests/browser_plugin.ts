import { TestContext } from '@japa/runner/core'
import type { PluginFn } from '@japa/runner/types'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core'
import { findBrowser } from '../bin/setup_system.mjs'

let running: Promise<Browser> | null = null

declare module '@japa/runner/core' {
  interface TestContext {
    /** A browser window of its own (cookies apart), closed with the test. Polish, Warsaw time, 1440 × 900. */
    openBrowser(options?: BrowserContextOptions): Promise<BrowserContext>
  }
}

/** Gives tests the system's Chromium; it starts with the first window and serves all files of a worker. */
export function browser(baseURL: string): PluginFn {
  return () => {
    // A getter, so that `async ({ openBrowser }) => …` keeps the test the window closes with.
    TestContext.getter('openBrowser', function (this: TestContext) {
      return async (options: BrowserContextOptions = {}) => {
        const window = await newWindow(baseURL, options)
        this.cleanup(() => window.close())
        return window
      }
    })
  }
}

/** A window of the same kind for a whole group; the group closes it. */
export async function newWindow(
  baseURL: string,
  options: BrowserContextOptions = {}
): Promise<BrowserContext> {
  return (await launched()).newContext({
    baseURL,
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
}

async function launched(): Promise<Browser> {
  running ??= chromium.launch({
    executablePath: findBrowser() ?? undefined,
    // Chromium's sandbox does not work for root; the pages are our own.
    args:
      process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : ['--disable-dev-shm-usage'],
  })
  return running
}

export async function closeBrowser() {
  await (await running)?.close()
  running = null
}
