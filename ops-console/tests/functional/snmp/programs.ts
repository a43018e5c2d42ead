import { spawn, type ChildProcess } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SYSTEM } from '#ops/probes/snmp/oids'
import { openSnmp } from '#ops/probes/snmp/open'
import type { SnmpTarget } from '#ops/probes/snmp/transport'

const find = (name: string) =>
  ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin'].map((at) => join(at, name)).find(existsSync)
export const SNMPD = find('snmpd')
export const SNMPSIM = find('snmpsimd')
export const SNMPGET = find('snmpget')
export const SNMPBULKWALK = find('snmpbulkwalk')

export interface Program {
  port: number
  stop(): Promise<void>
}

async function freePort() {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}

/** Net-SNMP's agent with a configuration and a state folder of its own. */
export async function startSnmpd(lines: readonly string[], target: Partial<SnmpTarget>): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'unia-snmpd-'))
  const port = await freePort()
  const config = join(folder, 'snmpd.conf')
  await writeFile(config, [`agentaddress udp:127.0.0.1:${port}`, ...lines, ''].join('\n'))
  const child = spawn(SNMPD!, ['-f', '-C', '-c', config, '-Lf', join(folder, 'log'), '-I', '-smux'], {
    env: { ...process.env, SNMP_PERSISTENT_DIR: folder },
    stdio: 'ignore',
  })
  return answering(child, folder, port, target)
}

/** snmpsim with the recorded walks of a folder; the community names the file. */
export async function startSnmpsim(recorded: string, community: string): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'unia-snmpsim-'))
  await cp(recorded, join(folder, 'data'), { recursive: true })
  for (const part of ['', 'data']) await chmod(join(folder, part), 0o777)
  const port = await freePort()
  const asNobody = process.getuid?.() === 0 ? ['--process-user=nobody', '--process-group=nogroup'] : []
  const args = [
    `--data-dir=${join(folder, 'data')}`,
    `--cache-dir=${join(folder, 'cache')}`,
    `--agent-udpv4-endpoint=127.0.0.1:${port}`,
    '--logging-method=null',
    ...asNobody,
  ]
  const child = spawn(SNMPSIM!, args, { stdio: 'ignore' })
  return answering(child, folder, port, { community })
}

async function answering(
  child: ChildProcess,
  folder: string,
  port: number,
  target: Partial<SnmpTarget>
): Promise<Program> {
  const gone = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await gone
    await rm(folder, { recursive: true, force: true })
  }
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt++) {
    const client = await openSnmp({ host: '127.0.0.1', port, timeoutMs: 200, attempts: 1, ...target })
    const up = await client.get([SYSTEM.uptime]).then(
      () => true,
      () => false
    )
    client.close()
    if (up) return { port, stop }
    await wait(100)
  }
  await stop()
  throw new Error('the agent did not answer')
}
