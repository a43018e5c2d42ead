import { RouterOsServer, type RouterOsServerOptions } from './server.ts'
import type { RouterSource } from './router.ts'

export const ROUTEROS_PORT = 8729

/**
 * Starts a router beside each given device, on the device's own address where 127/8 has it and on a port of 127.0.0.1
 * otherwise. Where they answer, by key.
 */
export async function startRouterOs(
  field: Iterable<readonly [string, { device: RouterSource; address: { host: string } }]>,
  options: Omit<RouterOsServerOptions, 'host'>
) {
  const servers = new Map<string, RouterOsServer>()
  for (const [key, { device, address }] of field) {
    const own = address.host === '127.0.0.1' ? { port: 0 } : { port: options.port ?? ROUTEROS_PORT }
    servers.set(key, await new RouterOsServer(device, { ...options, ...own, host: address.host }).start())
  }
  return {
    addresses: () => Object.fromEntries([...servers].map(([key, server]) => [key, server.address])),
    stop: () => servers.forEach((server) => server.stop()),
  }
}
