import { BaseCommand, flags } from '@adonisjs/core/ace'
import { probeAgent, type ProbeResult } from '../ops-console/probe.ts'

/** Asks one SNMP agent and prints what was learnt; needs neither database nor application. */
export default class OpsProbe extends BaseCommand {
  static commandName = 'ops:probe'
  static description = 'Ask one SNMP v2c agent and print what was learnt'
  static options = { startApp: false }

  @flags.string({ description: 'Address or name of the agent', required: true })
  declare host: string

  @flags.number({ description: 'UDP port', default: 161 })
  declare port: number

  @flags.string({ description: 'Community', default: 'public' })
  declare community: string

  @flags.number({ description: 'Milliseconds to wait for one reply', default: 2000 })
  declare timeout: number

  @flags.boolean({ description: 'Print JSON' })
  declare json: boolean

  async run() {
    try {
      const { host, port, community, timeout: timeoutMs } = this
      this.#print(await probeAgent({ host, port, community, timeoutMs }))
    } catch (error) {
      const { kind = 'error', message } = error as { kind?: string; message: string }
      if (this.json) console.log(JSON.stringify({ error: kind, message }))
      else this.logger.error(`${kind}: ${message}`)
      this.exitCode = 1
    }
  }

  #print(result: ProbeResult) {
    if (this.json) return console.log(JSON.stringify(result, null, 2))
    const { interfaces: _, processors, pan, optical: __, ...learnt } = result.learnt
    const facts = {
      ...learnt,
      ...result.reading,
      processors: processors.length,
      panObjects: pan.length,
    }
    const shown = Object.entries(facts).filter(([, value]) => value !== null)
    const table = this.ui.table().head(['object', 'value'])
    for (const [name, value] of shown) table.row([name, String(value)])
    table.render()
    const counters = this.ui.table().head(['interface', 'up', 'Mbit/s', 'octets in', 'octets out'])
    for (const one of result.interfaces) {
      counters.row([one.name, one.up, one.speedMbps, one.in, one.out].map((cell) => String(cell ?? '–')))
    }
    counters.render()
  }
}
