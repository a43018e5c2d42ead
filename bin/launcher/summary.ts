import { message } from '../messages.ts'
import type { DemoAccount } from './demo_accounts.ts'

export interface Summary {
  address: string
  accounts: DemoAccount[]
  seconds: string
  /** MB by what it belongs to; null where the system does not tell. */
  memory: [string, number | null][]
  logs: string
}

/** What a person needs after a start, as lines for a terminal. */
export function summaryText({ address, accounts, seconds, memory, logs }: Summary): string {
  const known = memory.filter((entry): entry is [string, number] => entry[1] !== null)
  const total = known.reduce((sum, [, size]) => sum + size, 0)
  const sizes = known.map(([name, size]) => `${name} ${size}`).join(', ')
  const facts: [string, string][] = [
    [message('summary.address'), address],
    [message('summary.wall'), `${address}/city/ops-console/wall`],
    [message('summary.timing'), `${seconds} s`],
    ...(total ? [[message('summary.memory'), `${total} MB (${sizes})`] as [string, string]] : []),
    [message('summary.logs'), logs],
  ]
  const width = Math.max(...facts.map(([name]) => name.length))
  return [
    '',
    `  ${message('summary.title')}`,
    '',
    ...facts.map(([name, value]) => `  ${name.padEnd(width)}   ${value}`),
    '',
    ...accountLines(accounts),
    '',
    `  ${message('summary.stop')}`,
    '',
  ].join('\n')
}

function accountLines(accounts: DemoAccount[]): string[] {
  if (!accounts.length) return [`  ${message('summary.no_accounts')}`]
  const head = ['login', 'password', 'role', 'unit'].map((name) => message(`summary.${name}`))
  const rows = [head, ...accounts.map((each) => [each.login, each.password, each.role, each.unit])]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) =>
    `    ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('   ')}`.trimEnd()
  )
  return [`  ${message('summary.accounts')}`, ...lines]
}
