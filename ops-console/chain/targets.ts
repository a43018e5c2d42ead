import { isIP } from 'node:net'

/** One agent of a list. */
export interface Target {
  host: string
  port: number
  community: string
  /** As the list names it; null: not said. */
  model: string | null
}

export interface BadLine {
  /** From 1. */
  line: number
  /** `fields`, `host`, `port`, `community` or `twice`. */
  reason: string
}

const NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i
const DIGITS_AND_DOTS = /^[\d.]+$/

/**
 * Reads CSV `host,port,community,model`, one agent a line; `model` may be left out. A header, empty lines and lines
 * that begin with `#` are passed over. A line that cannot be meant is told and left out, its community never repeated.
 */
export function parseTargets(text: string): { targets: Target[]; bad: BadLine[] } {
  const targets: Target[] = []
  const bad: BadLine[] = []
  const seen = new Set<string>()
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (!line.trim() || line.trimStart().startsWith('#') || isHeader(line)) continue
    const found = parseLine(line)
    const address = typeof found === 'string' ? '' : `${found.host} ${found.port}`
    if (typeof found === 'string') bad.push({ line: index + 1, reason: found })
    else if (seen.has(address)) bad.push({ line: index + 1, reason: 'twice' })
    else targets.push(found)
    seen.add(address)
  }
  return { targets, bad }
}

const isHeader = (line: string) => /^\s*"?host"?\s*,\s*"?port"?\s*(,|$)/i.test(line)

function parseLine(line: string): Target | string {
  const [host, port, community, model, ...more] = fields(line)
  if (community === undefined || more.length) return 'fields'
  if (!isHost(host)) return 'host'
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) return 'port'
  if (!community) return 'community'
  return { host, port: Number(port), community, model: model || null }
}

const isHost = (host: string) => isIP(host) > 0 || (NAME.test(host) && !DIGITS_AND_DOTS.test(host))

/** Fields of one line by RFC 4180; a community may hold a comma when it is quoted. */
function fields(line: string): string[] {
  const found = [...line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*/g)]
  return found.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain.trim())
}
