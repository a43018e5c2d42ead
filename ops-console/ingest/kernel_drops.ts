import { readFile } from 'node:fs/promises'

/** Datagrams that the kernel threw away because the buffers of these ports were full; 0 where it does not tell. */
export async function kernelDrops(ports: readonly number[]): Promise<number> {
  const text = await readFile('/proc/net/udp', 'utf8').catch(() => '')
  return dropsIn(text, ports)
}

/** Out of the text of /proc/net/udp: the last column of the lines whose local port is one of ours. */
export function dropsIn(text: string, ports: readonly number[]): number {
  const wanted = new Set(ports.map((port) => port.toString(16).toUpperCase().padStart(4, '0')))
  let drops = 0
  for (const line of text.split('\n').slice(1)) {
    const columns = line.trim().split(/\s+/)
    if (wanted.has(columns[1]?.split(':')[1] ?? '')) drops += Number(columns.at(-1)) || 0
  }
  return drops
}
