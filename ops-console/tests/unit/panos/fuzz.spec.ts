import { test } from '@japa/runner'
import { COMMANDS, type PanosCommand } from '#ops/probes/panos/commands'
import { openEnvelope, resultOf } from '#ops/probes/panos/envelope'
import { READERS } from '#ops/probes/panos/readers'
import { ProbeError } from '#ops/probes/errors'
import { SimulatedDevice } from '#ops/simulator/device'
import { PanosFirewall } from '#ops/simulator/panos/firewall'
import { chance } from '#ops/simulator/random'

/** `OPS_FUZZ=100000` for the full measurement. */
const ROUNDS = Number(process.env.OPS_FUZZ ?? 3000)
const PIECES = [
  '<',
  '>',
  '/>',
  '<![CDATA[',
  ']]>',
  '&amp;',
  '&#0;',
  '<a>',
  '</a>',
  '\0',
  '<!DOCTYPE x>',
  '&x;',
  '"',
  '<response',
  '</result>',
  '__proto__',
  '<constructor>1</constructor>',
  '99999999999999999999',
  '-',
  '\uFFFD',
]

const pick = (many: number, ...seed: (string | number)[]) => Math.floor(chance(...seed) * many)

/** One to four cuts, doublings or insertions, always the same for a round. */
function mutated(text: string, round: number): string {
  let now = text
  for (let i = 0; i <= pick(4, round, 'times'); i++) {
    const at = pick(now.length, round, i, 'at')
    const to = Math.min(now.length, at + pick(60, round, i, 'length'))
    const way = pick(4, round, i, 'way')
    const piece = PIECES[pick(PIECES.length, round, i, 'piece')]
    if (way === 0) now = now.slice(0, at) + now.slice(to)
    else if (way === 1) now = now.slice(0, at) + piece + now.slice(at)
    else if (way === 2) now = now.slice(0, to) + now.slice(at, to) + now.slice(to)
    else now = now.slice(0, at) + piece + now.slice(to)
  }
  return now
}

const SLOW_MS = 50

function timed(command: PanosCommand, text: string, round: number) {
  const started = performance.now()
  let whole = true
  try {
    const context = { zone: 'Europe/Warsaw', at: Date.now() }
    READERS[command](resultOf(openEnvelope({ status: 200, text })), context)
  } catch (error) {
    if (!(error instanceof ProbeError)) throw new Error(`round ${round}: ${String(error)}`, { cause: error })
    whole = false
  }
  return { ms: performance.now() - started, whole }
}

test.group('Damaged replies', () => {
  test(`${ROUNDS} of them end as a reading or as a ProbeError, each in a moment`, ({ assert }) => {
    const firewall = new PanosFirewall(new SimulatedDevice('sp-1/edge', 'PA-440'))
    const commands = Object.keys(COMMANDS) as PanosCommand[]
    const texts = commands.map(
      (command) =>
        firewall.answer(new URLSearchParams({ type: 'op', cmd: COMMANDS[command] }), firewall.key).text
    )
    const before = process.memoryUsage().heapUsed
    let read = 0
    for (let round = 0; round < ROUNDS; round++) {
      const one = round % commands.length
      const text = mutated(texts[one], round)
      // What is slow by itself is slow every time; what only met a busy machine is quick at another try.
      let quickest = Infinity
      for (let attempt = 0; attempt < 5 && quickest >= SLOW_MS; attempt++) {
        const { ms, whole } = timed(commands[one], text, round)
        quickest = Math.min(quickest, ms)
        if (attempt === 0 && whole) read++
      }
      assert.isBelow(quickest, SLOW_MS, `round ${round}`)
    }
    assert.isAbove(read, 0)
    assert.isBelow(read, ROUNDS, 'the mutations do damage')
    assert.isBelow(process.memoryUsage().heapUsed - before, 300e6)
    assert.equal(({} as Record<string, unknown>).a, undefined, 'no prototype was touched')
  }).timeout(30_000 + ROUNDS * 5)
})
