/** Names of other protocols' faults: `panos.truncated`, `sepm.infectionWave` … */
export const PROTOCOL_FAULT = /^(panos|routeros|sepm|syslog|trap|icmp|snmp)\.[a-z][A-Za-z0-9-]{0,40}$/

const SHORT: Record<string, string> = {
  slow: 'slowMs',
  drop: 'dropPercent',
  late: 'lateMs',
  clockSkew: 'clockSkewS',
  tooBig: 'mostValues',
  opticalLoss: 'opticalLossDb',
  opticalDecay: 'opticalDecayDb',
  noReply: 'mute',
  outage: 'stopped',
}

/** `link-down` → `linkDown`, and what people call some faults to their names. */
export function kebabToCamel(name: string): string {
  const camel = name.replace(/[-_]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return Object.hasOwn(SHORT, camel) ? SHORT[camel] : camel
}

const OF_THE_LINK = ['linkDown', 'brownOut', 'opticalLossDb', 'opticalDecayDb', 'emptyCage']

/** Device of a unit that is meant when a command names the unit only. */
export function usualDevice(fault: string): 'cpe' | 'edge' | 'endpoints' {
  if (fault.startsWith('routeros.')) return 'cpe'
  if (fault.startsWith('sepm.')) return 'endpoints'
  return OF_THE_LINK.includes(kebabToCamel(fault)) ? 'cpe' : 'edge'
}
