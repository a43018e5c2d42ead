export interface Device {
  /** Names of products, the same in every language; null when the browser does not tell. */
  browser: string | null
  system: string | null
  phone: boolean
}

// Order matters: Edge and Opera also call themselves Chrome, Chrome calls itself Safari, Android calls itself Linux.
const BROWSERS = {
  'Edg/': 'Edge',
  'OPR/': 'Opera',
  'Firefox/': 'Firefox',
  'Chrome/': 'Chrome',
  'Safari/': 'Safari',
}
const SYSTEMS = {
  ...{ iPhone: 'iPhone', iPad: 'iPad', Android: 'Android', Windows: 'Windows', 'Mac OS X': 'macOS' },
  ...{ CrOS: 'ChromeOS', Linux: 'Linux' },
}

/** What the owner of a session recognises it by, from the browser's own description. */
export const deviceOf = (userAgent: string): Device => ({
  browser: found(userAgent, BROWSERS),
  system: found(userAgent, SYSTEMS),
  phone: /iPhone|iPad|Android|Mobile/.test(userAgent),
})

const found = (userAgent: string, names: Record<string, string>) =>
  Object.entries(names).find(([mark]) => userAgent.includes(mark))?.[1] ?? null
