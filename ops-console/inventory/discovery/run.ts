import type { TaskContext } from '#ops/inventory/tasks/run_task'
import { secretOf, type Task } from '#ops/inventory/tasks/task'
import { askAddress, type DiscoveryCredential } from './ask_address.ts'
import type { Found } from './found.ts'
import { addressesOf } from './range.ts'

export interface Discovered {
  found: Found[]
  /** Addresses that answered something we may not or cannot read. */
  unreadable: { address: string; failure: string }[]
}

/** Addresses asked at once. */
const WIDTH = 48

/** Asks every address of the range; what came so far is kept when it is stopped. */
export async function runDiscovery(task: Task, { signal, progress }: TaskContext): Promise<Discovered> {
  const credential = secretOf<DiscoveryCredential>(task)
  if (!credential) throw Object.assign(new Error('The credential was forgotten'), { code: 'E_FORGOTTEN' })
  const addresses = addressesOf(String(task.payload.range))
  return discoverAddresses(addresses, credential, signal, progress)
}

/** @example await discoverAddresses(addressesOf('10.20.12.0/24'), { port: 161, community }, signal, console.log) */
export async function discoverAddresses(
  addresses: readonly string[],
  credential: DiscoveryCredential,
  signal: AbortSignal,
  progress: (done: number, result: Discovered) => void
): Promise<Discovered> {
  const result: Discovered = { found: [], unreadable: [] }
  const waiting = addresses.values()
  let done = 0
  const worker = async () => {
    for (const address of waiting) {
      if (signal.aborted) return
      const answer = await askAddress(address, credential, signal)
      if (typeof answer !== 'string') result.found.push(answer)
      else if (answer !== 'no_answer' && answer !== 'refused')
        result.unreadable.push({ address, failure: answer })
      progress(++done, result)
    }
  }
  await Promise.all(Array.from({ length: WIDTH }, worker))
  const order = new Map(addresses.map((address, index) => [address, index]))
  const byAddress = (a: { address: string }, b: { address: string }) =>
    order.get(a.address)! - order.get(b.address)!
  return { found: result.found.sort(byAddress), unreadable: result.unreadable.sort(byAddress) }
}
