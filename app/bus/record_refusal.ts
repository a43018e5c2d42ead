interface System {
  query(sql: string, values: unknown[]): PromiseLike<unknown>
}

/** Puts an event written for another tenant on the audit trail, outside the transaction that was refused. */
export async function recordRefusal(
  system: System,
  {
    tenantId,
    type,
    actor = null,
    address = null,
  }: { tenantId: number; type: string; actor?: string | null; address?: string | null }
): Promise<void> {
  await system.query('select core.access_log_crossing($1, $2, $3, $4)', [
    tenantId,
    actor,
    address,
    `bus:${type}`,
  ])
}
