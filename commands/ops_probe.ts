import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { SnmpUser } from '../ops-console/probes/snmp/transport.ts'
import { probeAgent, type ProbeResult } from '../ops-console/probe.ts'

/** Asks one SNMP agent and prints what was learnt; needs neither database nor application. */
export default class OpsProbe extends BaseCommand {
  static commandName = 'ops:probe'
  static description = 'Ask one SNMP agent (v2c, or v3 with --user) and print what was learnt'
  static options = { startApp: false }

  @flags.string({ description: 'Address or name of the agent', required: true })
  declare host: string

  @flags.number({ description: 'UDP port', default: 161 })
  declare port: number

  @flags.string({ description: 'Community', default: 'public' })
  declare community: string

  @flags.string({ description: 'SNMPv3 user; the keys come from OPS_SNMP_AUTH_KEY and OPS_SNMP_PRIV_KEY' })
  declare user: string

  @flags.string({ description: 'SNMPv3: sha, sha224, sha256, sha384, sha512', default: 'sha256' })
  declare auth: NonNullable<SnmpUser['auth']>

  @flags.string({ description: 'SNMPv3: aes, aes256b, aes256r', default: 'aes' })
  declare priv: NonNullable<SnmpUser['priv']>

  @flags.number({ description: 'Milliseconds to wait for one reply', default: 2000 })
  declare timeout: number

  @flags.boolean({ description: 'Print JSON' })
  declare json: boolean

  async run() {
    try {
      const { host, port, community, timeout: timeoutMs } = this
      this.#print(await probeAgent({ host, port, community, user: this.#snmpUser(), timeoutMs }))
    } catch (error) {
      const { kind = 'error', message } = error as { kind?: string; message: string }
      if (this.json) console.log(JSON.stringify({ error: kind, message }))
      else this.logger.error(`${kind}: ${message}`)
      this.exitCode = 1
    }
  }

  /** Keys are not taken from the command line, where every user of the machine can read them. */
  #snmpUser(): SnmpUser | undefined {
    if (!this.user) return undefined
    const { user, auth, priv } = this
    const [authKey, privKey] = [process.env.OPS_SNMP_AUTH_KEY, process.env.OPS_SNMP_PRIV_KEY]
    if (!authKey) return { user, level: 'noAuthNoPriv' }
    if (!privKey) return { user, level: 'authNoPriv', auth, authKey }
    return { user, level: 'authPriv', auth, authKey, priv, privKey }
  }

  #print(result: ProbeResult) {
    if (this.json) return console.log(JSON.stringify(result, null, 2))
    const { interfaces: _, processors, pan, ...learnt } = result.learnt
    const { gauges, ...reading } = result.reading
    const facts = {
      ...learnt,
      ...reading,
      ...gauges,
      processors: processors.length,
      panObjects: pan.length,
    }
    const shown = Object.entries(facts).filter(([, value]) => value !== null && typeof value !== 'object')
    const table = this.ui.table().head(['object', 'value'])
    for (const [name, value] of shown) table.row([name, String(value)])
    table.render()
    const counters = this.ui.table().head(['interface', 'up', 'Mbit/s', 'octets in', 'octets out'])
    for (const one of result.interfaces) {
      counters.row([one.name, one.up, one.speedMbps, one.in, one.out].map((cell) => String(cell ?? '–')))
    }
    counters.render()
    const beside = this.ui.table().head(['port', 'neighbour', 'its port'])
    for (const { localPort, name, chassis, port } of result.learnt.neighbours ?? []) {
      beside.row([localPort, name ?? chassis ?? '–', port ?? '–'])
    }
    if (result.learnt.neighbours?.length) beside.render()
  }
}
