import { between, chance } from '#ops/simulator/random'

/** Faults of a simulated router, found in `device.faults` of the field under these names. */
export interface RouterOsFaults {
  /** Accepts the connection and the log-in, then says nothing. */
  'routeros.mute'?: boolean
  /** Says nothing from the beginning. */
  'routeros.silent'?: boolean
  'routeros.fragments'?: boolean
  /** The last byte of every reply comes alone and late. */
  'routeros.splitEnd'?: boolean
  /** Tables without rows end in `!empty` as since 7.18. */
  'routeros.empty'?: boolean
  /** `!trap` to the question whose path begins like this. */
  'routeros.trap'?: string | true
  'routeros.fatal'?: boolean
  /** The connection is reset in the middle of a reply. */
  'routeros.reset'?: boolean
  /** Every reply is followed by one on a tag that nobody asked with. */
  'routeros.lateTag'?: boolean
  'routeros.v6'?: boolean
  'routeros.units'?: boolean
  'routeros.md5'?: boolean
  'routeros.badPassword'?: boolean
  'routeros.win1252'?: boolean
  'routeros.rubbish'?: boolean
  'routeros.noModule'?: boolean
  'routeros.badEeprom'?: boolean
  /** Percent of pings lost. */
  'routeros.pingLoss'?: number
}

/** What the router tells; `SimulatedDevice` of the field has all of it. */
export interface RouterSource {
  key: string
  serial: string
  /** 1/100 s. */
  uptime: number
  cpuMgmt: number
  rxDbm: number
  octets(direction: 'in' | 'out'): bigint
  faults: object
}

export const faultsOf = (source: RouterSource) =>
  source.faults as RouterOsFaults & { opticalLossDb?: number; uplinkDown?: boolean }

export type Sentence = Record<string, string>

/** Rows of a question by its path. Null: no such command. */
export function rowsOf(source: RouterSource, path: string, args: Sentence): Sentence[] | null {
  const tables: Record<string, () => Sentence[]> = {
    '/system/resource/print': () => [resource(source)],
    '/system/identity/print': () => [{ name: `cpe-${source.key.split('/')[0]}` }],
    '/system/routerboard/print': () => [
      { model: 'RB760iGS', 'serial-number': source.serial, 'current-firmware': '7.18.2' },
    ],
    '/system/health/print': () => health(source),
    '/interface/print': () => interfaces(source),
    '/interface/ethernet/monitor': () => [optics(source, args.numbers)],
    '/ip/neighbor/print': () => [],
    '/ping': () => pings(source, Number(args.count ?? 1), args.address),
    '/tool/ping': () => pings(source, Number(args.count ?? 1), args.address),
  }
  return tables[path]?.() ?? null
}

const resource = (source: RouterSource): Sentence => ({
  uptime: uptimeText(Math.floor(source.uptime / 100)),
  version: faultsOf(source)['routeros.v6'] ? '6.49.17 (long-term)' : '7.18.2 (stable)',
  'cpu-load': String(source.cpuMgmt),
  'cpu-count': '4',
  'free-memory': '201326592',
  'total-memory': '268435456',
  'board-name': 'hEX S',
})

function health(source: RouterSource): Sentence[] {
  const temperature = String(Math.round(between(38, 52, source.key, 'celsius')))
  if (faultsOf(source)['routeros.v6']) return [{ voltage: '24.1', temperature: `${temperature}C` }]
  return [
    { name: 'voltage', value: '24.1', type: 'V' },
    { name: 'temperature', value: temperature, type: 'C' },
  ]
}

/** What comes from NETTE by the fibre goes on to the firewall. */
function interfaces(source: RouterSource): Sentence[] {
  const [input, output] = [source.octets('in'), source.octets('out')]
  const row = (id: number, name: string, comment: string, rx: bigint, tx: bigint): Sentence => ({
    '.id': `*${id}`,
    name,
    'default-name': name,
    type: 'ether',
    running: String(!(faultsOf(source).uplinkDown && name === 'sfp1')),
    disabled: 'false',
    comment,
    'rx-byte': String(rx),
    'tx-byte': String(tx),
    'rx-error': '0',
    'tx-error': '0',
    'rx-drop': '0',
    'tx-drop': '0',
    'link-downs': '2',
    'last-link-down-time': 'nov/02/2026 04:12:09',
  })
  return [
    row(1, 'sfp1', 'Łącze NETTE – światłowód', input, output),
    row(2, 'ether1', 'zapora', output, input),
  ]
}

function optics(source: RouterSource, port: string): Sentence {
  const faults = faultsOf(source)
  if (port !== 'sfp1') return { name: port, status: 'link-ok', rate: '1Gbps' }
  if (faults['routeros.noModule']) return { name: port, status: 'no-link', 'sfp-module-present': 'false' }
  const dark = faults.uplinkDown === true
  const unit = (text: string, name: string) => (faults['routeros.units'] ? `${text}${name}` : text)
  const told = {
    name: port,
    status: dark ? 'no-link' : 'link-ok',
    ...(dark ? {} : { rate: '1Gbps' }),
    'sfp-module-present': 'true',
    'sfp-rx-loss': faults['routeros.v6'] ? (dark ? 'yes' : 'no') : String(dark),
    'sfp-tx-fault': faults['routeros.v6'] ? 'no' : 'false',
    'sfp-vendor-name': 'Mikrotik',
    'sfp-vendor-part-number': 'S-31DLC20D',
    'sfp-vendor-serial': `S${source.serial}`,
    'eeprom-checksum': faults['routeros.badEeprom'] ? 'bad' : 'good',
  }
  if (faults['routeros.badEeprom']) return told
  return {
    ...told,
    'sfp-wavelength': unit('1310', 'nm'),
    'sfp-temperature': unit('41', 'C'),
    'sfp-supply-voltage': unit('3.291', 'V'),
    'sfp-tx-bias-current': unit('14', 'mA'),
    'sfp-tx-power': unit((-5.6 + chance(source.key, 'tx')).toFixed(3), 'dBm'),
    'sfp-rx-power': dark ? unit('-40', 'dBm') : unit(source.rxDbm.toFixed(3), 'dBm'),
  }
}

function pings(source: RouterSource, count: number, host: string): Sentence[] {
  const lost = Math.round(((faultsOf(source)['routeros.pingLoss'] ?? 0) / 100) * count)
  return Array.from({ length: count }, (_, i) => {
    const sent = i + 1
    const received = Math.max(0, sent - lost)
    const head = {
      seq: String(i),
      host,
      sent: String(sent),
      received: String(received),
      'packet-loss': String(Math.round((1 - received / sent) * 100)),
    }
    return i < lost
      ? { ...head, status: 'timeout' }
      : { ...head, size: '56', ttl: '64', time: `1ms${200 + i * 25}us` }
  })
}

export function uptimeText(seconds: number): string {
  const parts = (
    [
      ['w', 604_800],
      ['d', 86_400],
      ['h', 3600],
      ['m', 60],
      ['s', 1],
    ] as const
  ).map(([unit, size], i, all) => {
    const above = i ? all[i - 1][1] : Infinity
    return [Math.floor((above === Infinity ? seconds : seconds % above) / size), unit] as const
  })
  return (
    parts
      .filter(([count]) => count)
      .map(([count, unit]) => `${count}${unit}`)
      .join('') || '0s'
  )
}
