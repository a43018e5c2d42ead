import { ProbeError } from '../errors.ts'
import type { SepmClient } from './client.ts'

/** What is read of a computer; names of logged-in users are not. */
export interface SepmComputer {
  uniqueId: string
  hardwareKey: string
  computerName: string
  group: { id: string; fullPathName: string }
  onlineStatus: number
  lastUpdateTime: number
  lastVirusTime: number
  avDefsetVersion: string | null
  infected: number
  deleted: number
}

interface Page {
  content: SepmComputer[]
  totalElements: number
  lastPage: boolean
}

const MOST_PAGES = 5000

/** Pages from the first to the last one, one in memory at a time. `pageIndex` starts at 1. */
export async function* computerPages(
  client: SepmClient,
  signal: AbortSignal,
  size = 100
): AsyncGenerator<Page> {
  for (let index = 1; index <= MOST_PAGES; index++) {
    const path = `/computers?pageIndex=${index}&pageSize=${size}&sort=COMPUTER_NAME`
    const page = await client.get<Page>(path, signal)
    if (!Array.isArray(page?.content) || typeof page.totalElements !== 'number') {
      throw new ProbeError('malformed', 'a page of computers has no content')
    }
    yield page
    if (page.lastPage || page.content.length === 0) return
  }
  throw new ProbeError('malformed', 'the list of computers has no end')
}

export interface ComputerList {
  computers: SepmComputer[]
  /** The list changed while it was walked: fewer computers came than the server counts. */
  incomplete: boolean
}

/** All computers once each: of several records with one hardware key the newest counts; deleted ones are left out. */
export async function allComputers(
  client: SepmClient,
  signal: AbortSignal,
  size?: number
): Promise<ComputerList> {
  const byKey = new Map<string, SepmComputer>()
  const records = new Set<string>()
  let total = 0
  for await (const page of computerPages(client, signal, size)) {
    total = page.totalElements
    for (const computer of page.content) {
      records.add(computer.uniqueId)
      const known = byKey.get(computer.hardwareKey)
      if (!known || known.lastUpdateTime < computer.lastUpdateTime) byKey.set(computer.hardwareKey, computer)
    }
  }
  const computers = [...byKey.values()].filter(({ deleted }) => !deleted)
  return { computers, incomplete: records.size < total }
}
