/**
 * Plays so many simulated firewalls for measuring and writes the list of them.
 *
 *   node --import @poppinss/ts-exec bench/field.ts --devices 830 --targets FILE [--dead 20] [--slow 20] [--model PA-440]
 *
 * `--dead`: percent of devices that say nothing, `--slow`: milliseconds until a reply. Prints `ready` and runs until it
 * is ended.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Field } from '../ops-console/simulator/field.ts'

const { values: options } = parseArgs({
  options: {
    devices: { type: 'string', default: '830' },
    targets: { type: 'string' },
    dead: { type: 'string', default: '0' },
    slow: { type: 'string', default: '0' },
    model: { type: 'string', default: 'PA-440' },
    port: { type: 'string', default: '17100' },
  },
})
const [devices, dead, slowMs] = [options.devices, options.dead, options.slow].map(Number)
const COMMUNITY = 'symulator'
const field = new Field({ community: COMMUNITY, port: Number(options.port) })
await field.add(
  Array.from({ length: devices }, (_, index) => ({ key: `b-${index + 1}/edge`, model: options.model }))
)
const lines: string[] = []
let number = 0
for (const { device, address } of field.agents.values()) {
  if ((++number * dead) % 100 < dead) device.faults = { mute: true }
  else if (slowMs) device.faults = { slowMs }
  lines.push(`${address.host},${address.port},${COMMUNITY},${options.model}`)
}
if (options.targets) await writeFile(options.targets, ['host,port,community,model', ...lines, ''].join('\n'))
console.log('ready')
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
  process.once(signal, () => {
    field.stop()
    process.exit(0)
  })
