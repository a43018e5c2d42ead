import { connect } from 'node:tls'
import { PROBES, openProbes, apiFactory } from '#ops/collector/open_probes'
import type { RosterEntry } from '#ops/collector/roster'
import { ProbeError, type ProbeFailure } from '#ops/probes/errors'
import type { Probe, ProbeKind } from '#ops/probes/probe'
import { SepmClient } from '#ops/probes/sepm/client'
import { managementAddress } from './management_address.ts'
import type { TestAnswer } from './test_answer.ts'

const DEADLINE_MS = 12_000
const TIMING = { timeoutMs: 1500, attempts: 2 }

/** Asks the server for its licences, which needs a log-in; reading all computers would take too long. */
const SEPM = apiFactory('sepm', 60_000, DEADLINE_MS, ({ host, port, fingerprint, secrets }) => {
  const { username = '', password = '' } = secrets
  const client = new SepmClient({ host, port, username, password, ...(fingerprint && { fingerprint }) })
  return {
    kind: 'sepm',
    close: () => client.close(),
    async ask(signal) {
      await client.get('/licenses/summary', signal)
      const { version } = await client.get<{ version?: string }>('/version', signal)
      return { at: Date.now(), values: {}, learnt: { software: version } }
    },
  } satisfies Probe
})

const FACTORIES = [...PROBES.filter(({ kind }) => kind !== 'icmp'), SEPM]

/**
 * Asks an entity once in every way that the inventory names, by the collector's own probes. Nothing is stored.
 *
 * @example const [snmp] = await testEntity(entry) // { way: 'snmp', answered: true, name: 'fw-sp-12', … }
 */
export async function testEntity(entry: RosterEntry, deadlineMs = DEADLINE_MS): Promise<TestAnswer[]> {
  const probes = openProbes(entry, TIMING, {}, FACTORIES)
  return Promise.all(probes.map(({ factory, probe }) => testOne(entry, factory.kind, probe, deadlineMs)))
}

async function testOne(
  entry: RosterEntry,
  way: ProbeKind,
  probe: Probe,
  deadlineMs: number
): Promise<TestAnswer> {
  const began = Date.now()
  const bare = { ...{ name: null, model: null, serial: null, software: null, fingerprint: null }, way }
  try {
    const unpinned = way !== 'snmp' && entry.api?.tls && !entry.api.fingerprint
    if (unpinned) {
      const fingerprint = await shownFingerprint(entry, deadlineMs)
      return { ...bare, ...failed('authentication', 'certificate_unknown', began), fingerprint }
    }
    const { learnt = {}, partial } = await probe.ask(AbortSignal.timeout(deadlineMs))
    const text = (...keys: string[]) =>
      keys.map((key) => learnt[key]).find((one) => typeof one === 'string' && one) as string | undefined
    return {
      ...{ way, answered: true, failure: null, detail: partial ?? null, fingerprint: null },
      name: text('name', 'hostname') ?? null,
      model: text('model', 'board') ?? null,
      serial: text('serial') ?? null,
      software: text('software', 'version') ?? null,
      ms: Date.now() - began,
    }
  } catch (error) {
    const { kind, message } = error instanceof ProbeError ? error : asSilence(error)
    return { ...bare, ...failed(kind, message, began) }
  } finally {
    probe.close()
  }
}

const failed = (failure: ProbeFailure, detail: string, began: number) => ({
  ...{ answered: false, failure, detail, ms: Date.now() - began },
})

/** A probe's deadline, or an error of the operating system: nothing came. */
function asSilence(error: unknown) {
  const { kind, code, name } = error as { kind?: ProbeFailure; code?: string; name?: string }
  return { kind: kind ?? 'no_answer', message: code ?? name ?? 'error' }
}

/** The certificate a device shows; nothing is sent to it. A person compares it before it is pinned. */
async function shownFingerprint({ api, real }: RosterEntry, deadlineMs: number): Promise<string> {
  const host = real ? await managementAddress(api!.host) : api!.host
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: api!.port, rejectUnauthorized: false, minVersion: 'TLSv1.2' })
    const end = (work: () => void) => {
      socket.destroy()
      work()
    }
    socket.setTimeout(deadlineMs, () => end(() => reject(new ProbeError('no_answer', 'timeout'))))
    socket.once('error', (error: NodeJS.ErrnoException) =>
      end(() =>
        reject(new ProbeError(error.code === 'ECONNREFUSED' ? 'refused' : 'no_answer', error.code ?? 'tls'))
      )
    )
    socket.once('secureConnect', () =>
      end(() =>
        resolve((socket.getPeerX509Certificate()?.fingerprint256 ?? '').replaceAll(':', '').toLowerCase())
      )
    )
  })
}
