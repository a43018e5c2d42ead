import type { Knex } from 'knex'
import type { Link } from '#ops/inventory/link'
import { Defect } from './defect.ts'
import { LinkDocument } from './link_document.ts'
import type { LinkEvidence } from './link_stages.ts'
import { Protocol } from './protocol.ts'
import { TestRun } from './test_run.ts'

/** What is on record of a link, for the guards of its next step. */
export async function evidenceOf(
  knex: Knex,
  { tenant_id, id }: Pick<Link, 'tenant_id' | 'id'>
): Promise<LinkEvidence> {
  const of = { tenant_id, link_id: id }
  const kinds = await LinkDocument.query(knex).where(of).distinct('kind')
  const protocol = await Protocol.query(knex).where(of).orderBy('version', 'desc').first()
  const [{ open }] = (await Defect.query(knex)
    .where({ ...of, blocking: true })
    .whereNull('resolved_at')
    .count('* as open')) as unknown as [{ open: string }]
  const run = await TestRun.query(knex)
    .where(of)
    .whereNot({ state: 'aborted' })
    .orderBy('started_at', 'desc')
    .first()
  const has = (kind: string) => kinds.some((one) => one.kind === kind)
  return {
    hasAsBuilt: has('as_built'),
    hasCabinetPhoto: has('photo'),
    protocol: protocol?.result ?? null,
    openBlockingDefects: Number(open),
    testsPassed: run?.state === 'passed',
    testsRunning: run?.state === 'running',
  }
}
