import { readFile } from 'node:fs/promises'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import { pollTargets, type PolledTarget, type PollReport } from '../ops-console/chain/poll_targets.ts'
import { parseTargets, type BadLine } from '../ops-console/chain/targets.ts'

/** Polls the agents of a list; needs neither database nor application. */
export default class OpsPoll extends BaseCommand {
  static commandName = 'ops:poll'
  static description =
    'Poll the SNMP v2c agents of a list and print what they said, how long it took and what it cost'
  static options = { startApp: false }
  static help = [
    'FILE holds one agent a line: host,port,community,model. A header and # comments may stand in it.',
    'One cycle:     {{ binaryName }} ops:poll --targets agents.csv --once',
    'For a minute:  {{ binaryName }} ops:poll --targets agents.csv --period 5 --seconds 60 --json',
  ]

  @flags.string({ description: 'CSV file with the agents', required: true })
  declare targets: string

  @flags.boolean({ description: 'One cycle (as without --seconds)' })
  declare once: boolean

  @flags.number({ description: 'Seconds from one cycle to the next', default: 5 })
  declare period: number

  @flags.number({ description: 'Repeat for so many seconds' })
  declare seconds: number

  @flags.number({ description: 'Devices asked at once; silent ones do not count', default: 256 })
  declare concurrency: number

  @flags.number({ description: 'Milliseconds to wait for one reply', default: 1000 })
  declare timeout: number

  @flags.number({ description: 'How often a question is sent in all', default: 2 })
  declare attempts: number

  @flags.boolean({ description: 'Print JSON in one line' })
  declare json: boolean

  @flags.boolean({ description: 'Without the devices one by one' })
  declare brief: boolean

  async run() {
    const { timeout: timeoutMs, attempts, concurrency, period, seconds, once } = this
    const wrong = [timeoutMs, attempts, concurrency, period, seconds ?? 1].some((value) => !(value > 0))
    if (wrong) return this.#refuse('numbers must be above 0')
    const text = await readFile(this.app.makePath(this.targets), 'utf8').catch((error: Error) => error)
    if (text instanceof Error) return this.#refuse(text.message)
    const { targets, bad } = parseTargets(text)
    if (!targets.length) return this.#refuse('no target can be read', bad)
    const repeat = seconds && !once ? { periodMs: period * 1000, seconds } : undefined
    const { report, devices } = await pollTargets(targets, { timeoutMs, attempts, concurrency, repeat })
    if (this.json) this.#printJson(report, bad, devices)
    else this.#print(report, bad, devices)
  }

  #refuse(message: string, bad: BadLine[] = []) {
    if (this.json) console.log(JSON.stringify({ error: message, badLines: bad }))
    else this.logger.error(message)
    this.exitCode = 1
  }

  #printJson(report: PollReport, badLines: BadLine[], devices: PolledTarget[]) {
    const details = this.brief ? {} : { devices: devices.map(inJson) }
    console.log(JSON.stringify({ ...report, badLines, ...details }))
  }

  #print(report: PollReport, bad: BadLine[], devices: PolledTarget[]) {
    for (const { line, reason } of bad) this.logger.warning(`line ${line}: ${reason}`)
    if (!this.brief) this.#printDevices(devices)
    const { errors, ...figures } = report
    const table = this.ui.table().head(['figure', 'value'])
    for (const [name, value] of Object.entries(figures)) table.row([name, String(value ?? '–')])
    for (const [kind, count] of Object.entries(errors)) table.row([`error ${kind}`, String(count)])
    table.render()
  }

  #printDevices(devices: PolledTarget[]) {
    const table = this.ui
      .table()
      .head(['agent', 'device', 'values', 'Mbit/s in', 'Mbit/s out', 'CPU %', 'error'])
    for (const { target, polled } of devices) {
      const { inBps, outBps, cpuData } = 'values' in polled ? polled.values : {}
      const cells = [
        `${target.host}:${target.port}`,
        'learnt' in polled ? (polled.learnt.name ?? polled.learnt.descr) : target.model,
        polled.received,
        megabits(inBps),
        megabits(outBps),
        cpuData,
        'error' in polled ? polled.error : '',
      ]
      table.row(cells.map((cell) => String(cell ?? '–')))
    }
    table.render()
  }
}

const megabits = (bps: number | null | undefined) =>
  bps === null || bps === undefined ? null : (bps / 1e6).toFixed(1)

function inJson({ target: { host, port, model }, polled }: PolledTarget) {
  if ('error' in polled) return { host, port, model, error: polled.error }
  const { name, model: found } = polled.learnt
  return { host, port, model: found ?? model, name, received: polled.received, values: polled.values }
}
