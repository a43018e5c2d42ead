import { existsSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { dataFolder, writePrivate } from '../../app/database/data_folder.ts'
import type { Runtime } from '../../app/database/connections.ts'
import { ensureSecrets } from '../../app/database/secrets.ts'
import { makeFolder } from '../../app/database/cluster_home.ts'
import { SetupError } from '../../app/database/setup_error.ts'
import { message, seconds } from '../messages.ts'
import { KeptProcess, type ChildSpec } from './child_process.ts'
import { openDatabase, type OpenDatabase } from './database.ts'
import { demoAccounts, type DemoAccount } from './demo_accounts.ts'
import { cityEnvironment } from './environment.ts'
import { takeLock, type Lock } from './lock.ts'
import { memoryOf } from './memory.ts'
import { localAddress, type LaunchOptions } from './options.ts'
import { requirePort } from './port.ts'
import { prepareCity } from './preparation.ts'
import { untilReady } from './readiness.ts'
import { refuseDemoInPublic } from './safety.ts'
import { summaryText } from './summary.ts'

/** Milliseconds each part gets for an orderly end. */
const PATIENCE: Record<ChildSpec['name'], number> = { web: 15_000, collector: 8_000, simulator: 3_000 }
/** The watcher of development ends its server and then stays. */
const DEV_PATIENCE = 4_000
/** Processes of a killed launcher need a while to notice. */
const DYING_MS = 15_000

/** Everything `npm start` runs, from the lock file to the last process, and its end. */
export class City {
  readonly #abort = new AbortController()
  readonly #started = performance.now()
  #lock: Lock | null = null
  #opening: Promise<OpenDatabase> | null = null
  #children: KeptProcess[] = []
  #stopped: Promise<void> | null = null

  constructor(
    readonly options: LaunchOptions,
    readonly say: (text: string) => void,
    readonly onFailure: (error: unknown) => void
  ) {}

  /** Brings the city up and prints the summary. Throws a SetupError, or the abort reason when stopped meanwhile. */
  async start() {
    const { options, say } = this
    const { signal } = this.#abort
    const address = localAddress(options)
    refuseDemoInPublic(options, process.env)
    makeFolder(dataFolder())
    this.#lock = takeLock(dataFolder('unia.lock'), address)
    if (this.#lock.tookOverFrom) say(message('start.took_lock', { pid: this.#lock.tookOverFrom }))
    await requirePort(options.host, options.port, this.#lock.tookOverFrom ? DYING_MS : 0)
    say(message(existsSync(dataFolder('secrets.json')) ? 'start.again' : 'start.first'))
    const secrets = ensureSecrets()
    this.#opening = openDatabase(secrets, say)
    const { urls, cluster } = await this.#opening
    signal.throwIfAborted()
    void cluster?.ended.then(() => this.#databaseEnded())
    const environment = cityEnvironment(options, urls, secrets)
    await prepareCity({ options, urls, environment, say, signal })
    const accounts = await demoAccounts(urls.owner)
    refuseDemoInPublic(options, process.env, accounts.length)
    const runtime: Runtime = { pid: process.pid, address, urls }
    writePrivate(dataFolder('runtime.json'), runtime)
    this.#children = this.#specs(environment).map((spec) => new KeptProcess(spec, say, this.onFailure))
    for (const child of this.#children) child.start()
    say(message('start.waiting'))
    await untilReady(address, this.#children[0]!.logPath, say, signal)
    for (const child of this.#children) child.settled = true
    this.#summarise(address, accounts, cluster?.pid ?? null)
  }

  #specs(environment: NodeJS.ProcessEnv): ChildSpec[] {
    const { dev, simulator } = this.options
    const web = dev ? ['ace.js', 'serve', '--hmr', '--no-clear'] : ['bin/server.ts']
    const specs: ChildSpec[] = [
      { name: 'web', args: web, environment, echo: dev },
      { name: 'collector', args: ['ops-console/collector.ts'], environment, echo: dev },
    ]
    if (simulator) specs.push({ name: 'simulator', args: ['ops-console/simulator/main.ts'], environment })
    return specs.filter((spec) => existsSync(spec.args[0]!))
  }

  #summarise(address: string, accounts: DemoAccount[], database: number | null) {
    const took = seconds(this.#started)
    const memory: [string, number | null][] = [
      ...this.#children.map((child): [string, number | null] => [
        child.label,
        child.pid && memoryOf(child.pid),
      ]),
      [message('child.database'), database && memoryOf(database)],
    ]
    const children = memory.reduce((sum, [, size]) => sum + (size ?? 0), 0)
    const all = memoryOf(process.pid)
    if (all !== null) memory.push([message('summary.launcher'), Math.max(all - children, 0)])
    const logs = relative(process.cwd(), dataFolder('logs'))
    this.say(summaryText({ address, accounts, seconds: took, memory, logs }))
  }

  #databaseEnded() {
    if (this.#stopped) return
    const log = relative(process.cwd(), dataFolder('logs', 'postgres.log'))
    const text = message('child.database_ended', { log })
    this.onFailure(new SetupError('E_CHILD_GAVE_UP', text, { text }))
  }

  /** Ends all parts in order: web, collector, simulator, database. May be called at any moment and twice. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #stop() {
    this.#abort.abort(new SetupError('E_INTERRUPTED', 'Stopped while starting'))
    for (const child of this.#children) {
      if (child.pid) this.say(message('start.stopping', { name: child.label }))
      await child.stop(this.options.dev ? DEV_PATIENCE : PATIENCE[child.spec.name])
    }
    // Also one that is just being started must be ended.
    const database = await this.#opening?.catch(() => null)
    if (database?.cluster) {
      this.say(message('start.stopping', { name: message('child.database') }))
      await database.cluster.stop()
    }
    if (this.#lock) rmSync(dataFolder('runtime.json'), { force: true })
    this.#lock?.release()
  }

  /** Ends the children without asking. The database still gets its orderly end, for it holds the data. */
  force() {
    for (const child of this.#children) child.kill()
  }
}
