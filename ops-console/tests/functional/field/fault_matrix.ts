/** What a fault must lead to at one device: its state, and what is said of it. Null: nothing, and no alarm. */
export interface End {
  state: string[]
  fact: string | null
}

export interface FaultCase {
  fault: string
  value?: number | boolean
  /** Which of a unit's devices it befalls. */
  at: 'edge' | 'cpe' | 'unit'
  ends: { edge?: End; cpe?: End }
  /** Seconds, with polls every 2 s, retries after 1 s and two transmissions of 0.5 s each. */
  within: number
  /** It ends only by a person's or a long pause's doing: a refused key is not tried again for 15 minutes. */
  lasts?: boolean
}

const FINE: End = { state: ['UP'], fact: null }
const DOWN: End = { state: ['DOWN'], fact: 'not_answering' }
const CUT_OFF: End = { state: ['UNREACHABLE'], fact: 'not_answering' }
const UNREADABLE: End = { state: ['UNKNOWN'], fact: 'unreadable' }
const says = (fact: string): End => ({ state: ['DEGRADED'], fact })

const edge = (fault: string, end: End, value?: number | boolean, within = 25): FaultCase => ({
  ...{ fault, value, at: 'edge', ends: { edge: end }, within },
})
const cpe = (fault: string, end: End, value?: number | boolean, within = 25): FaultCase => ({
  ...{ fault, value, at: 'cpe', ends: { cpe: end }, within },
})
const refused = (fault: string): FaultCase => ({ ...edge(fault, says('api_credentials')), lasts: true })

/** The faults of the specification, section 12, that reach the console through a device's own protocols. */
export const MATRIX: readonly FaultCase[] = [
  edge('stopped', DOWN),
  edge('mute', DOWN),
  edge('slow', DOWN, 5000),
  edge('foreign', DOWN),
  edge('drop', DOWN, 100),
  cpe('mute', DOWN),
  { fault: 'link-down', at: 'cpe', ends: { cpe: DOWN, edge: CUT_OFF }, within: 40 },
  { fault: 'power-off', at: 'unit', ends: { cpe: DOWN, edge: CUT_OFF }, within: 40 },
  ...[1, 2, 3, 4].map((kind) => edge('malformed', UNREADABLE, kind)),
  edge('wrong-request-id', UNREADABLE),
  edge('gen-err', UNREADABLE),
  ...['duplicate', 'no-pan', 'counters32', 'huge-counters', 'not-increasing'].map((one) => edge(one, FINE)),
  edge('slow', FINE, 50),
  edge('late', FINE, 150),
  edge('drop', FINE, 5),
  edge('too-big', FINE, 8),
  edge('silent-above', FINE, 8),
  ...['counter_reset', 'wrap32', 'uptime_wrap', 'reboot', 'renumber', 'engine_boots_jump'].map((one) =>
    edge(one, FINE)
  ),
  edge('no-such-object', FINE),
  edge('high-cpu', says('cpu_data_high')),
  edge('many-sessions', says('sessions_high')),
  edge('clock-skew', says('clock_skew'), 300),
  cpe('optical-loss', says('optical_low'), 4.2),
  ...['http403', 'forbidden', 'unauth', 'keyRevoked', 'certificateChanged'].map((one) =>
    refused(`panos.${one}`)
  ),
  ...[
    'html',
    'htmlOk',
    'truncated',
    'shortLength',
    'wrongLength',
    'cutMidway',
    'dtd',
    'tooLarge',
    'busy',
  ].map((one) => edge(`panos.${one}`, says('api_unreadable'))),
  edge('panos.sessionTimeout', FINE),
  edge('panos.mute', says('api_unreachable'), true, 55),
  edge('panos.stallMs', says('api_unreachable'), 30_000, 55),
  cpe('routeros.mute', says('api_unreachable'), true, 40),
  cpe('routeros.reset', says('api_unreachable')),
  cpe('routeros.rubbish', says('api_unreadable')),
  cpe('routeros.fatal', says('api_unreadable')),
  cpe('routeros.trap', says('api_unreadable')),
  ...['fragments', 'empty', 'splitEnd', 'lateTag', 'units'].map((one) => cpe(`routeros.${one}`, FINE)),
  ...['badUtf8', 'noYear', 'splitFrames', 'unknownSource', 'unknownSerial'].map((one) =>
    edge(`syslog.${one}`, FINE)
  ),
  edge('trap.wrongCommunity', FINE),
]
