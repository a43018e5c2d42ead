/** The only verbs that this console ever sends to a router. None of them changes anything. */
const VERBS = new Set(['print', 'monitor', 'ping', 'cancel'])
/** `/ping` is a command of its own, `/tool/ping` is its long name. */
const PATH = /^(\/[a-z0-9-]+)+$/

export interface Question {
  /** `/system/resource/print` */
  path: string
  /** What is wanted of each row; always sent. */
  fields: readonly string[]
  /** `numbers` → `sfp1`; an empty text sends a flag such as `once`. */
  args?: Readonly<Record<string, string>>
}

/**
 * The words of a question.
 * @throws TypeError when the verb is not one of print, monitor, ping, cancel, or nothing is named to be read
 */
export function wordsOf({ path, fields, args = {} }: Question): string[] {
  const verb = path.split('/').at(-1)!
  if (!PATH.test(path) || !VERBS.has(verb)) throw new TypeError(`Not a question to a router: ${verb}`)
  if (!fields.length && verb !== 'cancel') throw new TypeError('A question names the fields it wants')
  const words = Object.entries(args).map(([name, value]) => `=${name}=${value}`)
  return [path, ...words, ...(fields.length ? [`=.proplist=${fields.join(',')}`] : [])]
}
