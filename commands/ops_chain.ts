import { readFile } from 'node:fs/promises'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import { runChain } from '../ops-console/chain/run_chain.ts'
import { parseTargets } from '../ops-console/chain/targets.ts'

/** Measures the whole chain of the ops console against the agents of a list. */
export default class OpsChain extends BaseCommand {
  static commandName = 'ops:chain'
  static description =
    'Run the whole chain headless: poll, judge, store, stream to clients; print what it cost'
  static options = { startApp: false }
  static help = [
    'FILE holds one agent a line: host,port,community,model.',
    'Brings a PostgreSQL of its own; with OPS_CHAIN_DATABASE_URL (an administrator of a server without a city) uses that one.',
    '{{ binaryName }} ops:chain --targets agents.csv --period 5 --seconds 60 --clients 20 --json',
  ]

  @flags.string({ description: 'CSV file with the agents', required: true })
  declare targets: string

  @flags.number({ description: 'Seconds from one poll of a device to the next', default: 5 })
  declare period: number

  @flags.number({ description: 'Seconds to measure', default: 60 })
  declare seconds: number

  @flags.number({ description: 'Browsers on the stream', default: 20 })
  declare clients: number

  @flags.number({ description: 'Devices asked at once', default: 512 })
  declare concurrency: number

  @flags.number({ description: 'Milliseconds to wait for one reply', default: 1000 })
  declare timeout: number

  @flags.boolean({ description: 'Print JSON in one line' })
  declare json: boolean

  async run() {
    const { period, seconds, clients, concurrency, timeout } = this
    if ([period, seconds, concurrency, timeout].some((value) => !(value > 0)) || !(clients >= 0))
      return this.#refuse('numbers must be above 0')
    const text = await readFile(this.app.makePath(this.targets), 'utf8').catch((error: Error) => error)
    if (text instanceof Error) return this.#refuse(text.message)
    const { targets, bad } = parseTargets(text)
    if (!targets.length) return this.#refuse('no target can be read')
    try {
      const report = await runChain(targets, {
        ...{ periodMs: period * 1000, seconds, clients, concurrency, timeoutMs: timeout },
        adminUrl: process.env.OPS_CHAIN_DATABASE_URL,
      })
      this.#print({ ...report, badLines: bad })
    } catch (error) {
      this.#refuse((error as Error).message)
    }
  }

  #refuse(message: string) {
    if (this.json) console.log(JSON.stringify({ error: message }))
    else this.logger.error(message)
    this.exitCode = 1
  }

  #print(report: object) {
    if (this.json) return console.log(JSON.stringify(report))
    const table = this.ui.table().head(['figure', 'value'])
    for (const [name, value] of Object.entries(report)) {
      table.row([name, typeof value === 'object' ? JSON.stringify(value) : String(value)])
    }
    table.render()
  }
}
