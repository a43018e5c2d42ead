import { SetupError } from '../../app/database/setup_error.ts'

export interface LaunchOptions {
  dev: boolean
  host: string
  port: number
  demo: boolean
  simulator: boolean
}

/** Reads the variables that steer a start. Throws E_PORT_INVALID. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): LaunchOptions {
  const port = Number(env.PORT || 3333)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new SetupError('E_PORT_INVALID', `PORT=${env.PORT}`, { port: String(env.PORT) })
  return {
    dev: args.includes('--dev'),
    host: env.HOST || '127.0.0.1',
    port,
    demo: env.UNIA_DEMO !== '0',
    simulator: env.UNIA_SIMULATOR !== '0' && !hasRealDevices(env),
  }
}

/** Whether devices of the city are polled; then nothing simulated may mix in. */
export function hasRealDevices(env: NodeJS.ProcessEnv): boolean {
  return env.OPS_REAL_DEVICES === '1'
}

/** An address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Address for a browser on this machine. */
export function localAddress({ host, port }: Pick<LaunchOptions, 'host' | 'port'>): string {
  const name =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
