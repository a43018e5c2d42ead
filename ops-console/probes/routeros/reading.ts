import { RouterOsTrap, type RouterOsTransport, type Row } from './transport.ts'
import { ProbeError } from '#ops/probes/errors'
import type { Question } from './commands.ts'

const RESOURCE = 'uptime,version,cpu-load,cpu-count,free-memory,total-memory,board-name'
const INTERFACE =
  '.id,name,default-name,type,running,disabled,comment,rx-byte,tx-byte,rx-error,tx-error,rx-drop,tx-drop,link-downs,last-link-down-time'
const OPTICS =
  'name,status,rate,sfp-module-present,sfp-rx-loss,sfp-tx-fault,sfp-temperature,sfp-supply-voltage,sfp-tx-bias-current,sfp-tx-power,sfp-rx-power,sfp-wavelength,sfp-vendor-name,sfp-vendor-part-number,sfp-vendor-serial,eeprom-checksum'
const PING = 'seq,time,status,sent,received,packet-loss'
const PINGS = 5

const print = (path: string, fields: string): Question => ({
  path: `${path}/print`,
  fields: fields.split(','),
})

const QUESTIONS = {
  resource: print('/system/resource', RESOURCE),
  identity: print('/system/identity', 'name'),
  board: print('/system/routerboard', 'model,serial-number,current-firmware'),
  health: print('/system/health', 'name,value,type,temperature,cpu-temperature,voltage'),
  interfaces: print('/interface', INTERFACE),
} as const

type Name = keyof typeof QUESTIONS | 'optics' | 'ping'

/** What one round of questions brought; `failed` names those that the router would not answer. */
export interface RouterReading {
  at: number
  rows: Partial<Record<Name, Row[]>>
  failed: { name: Name; why: string }[]
  /** Name of the optical port, null when there is none. */
  uplink: string | null
}

/**
 * Asks everything over one connection, at once. A question that the router refuses costs only itself.
 * @throws ProbeError when the connection fails, or when nothing was answered
 */
export async function readRouter(
  router: RouterOsTransport,
  pingTarget: string | undefined,
  signal?: AbortSignal
): Promise<RouterReading> {
  const reading: RouterReading = { at: 0, rows: {}, failed: [], uplink: null }
  const take = async (name: Name, question: Question) => {
    try {
      reading.rows[name] = await router.ask(question, signal)
    } catch (error) {
      if (!(error instanceof RouterOsTrap)) throw error
      reading.failed.push({ name, why: error.message })
    }
  }
  const optics = async () => {
    await take('interfaces', QUESTIONS.interfaces)
    reading.uplink = opticalPort(reading.rows.interfaces ?? [])
    if (reading.uplink) await take('optics', monitor(reading.uplink))
  }
  const pending = (['resource', 'identity', 'board', 'health'] as const).map((name) =>
    take(name, QUESTIONS[name])
  )
  await Promise.all([...pending, optics(), pingTarget ? take('ping', ping(pingTarget)) : undefined])
  if (!Object.keys(reading.rows).length) throw new ProbeError('refused', reading.failed[0].why)
  return { ...reading, at: Date.now() }
}

const monitor = (port: string): Question => ({
  path: '/interface/ethernet/monitor',
  args: { numbers: port, once: '' },
  fields: OPTICS.split(','),
})

const ping = (address: string): Question => ({
  path: '/ping',
  args: { address, count: String(PINGS), interval: '200ms' },
  fields: PING.split(','),
})

/** The cage of a terminal; a running one before the others. */
function opticalPort(interfaces: readonly Row[]): string | null {
  const cages = interfaces.filter((row) => /^(sfp|combo)/.test(row['default-name'] ?? row.name ?? ''))
  const used = cages.find((row) => row.running === 'true') ?? cages.find((row) => row.disabled !== 'true')
  return used?.name ?? null
}
