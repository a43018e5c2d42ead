export interface CheckResult {
  status: 'ok' | 'warn' | 'fail'
  /** Short and free of secrets: `oldest 12 s`, `E_TIMEOUT`. */
  detail?: string
}

export type Check = () => Promise<CheckResult>

const checks = new Map<string, Check>()
const TIMEOUT_MS = 2_000

/** Adds a check to /health/ready; a name checked before is replaced. Returns how to remove it. */
export function registerCheck(name: string, check: Check): () => void {
  checks.set(name, check)
  return () => {
    if (checks.get(name) === check) checks.delete(name)
  }
}

/** All checks at once, none longer than the timeout; one that throws or hangs fails with its code. */
export async function runChecks(timeoutMs = TIMEOUT_MS): Promise<Record<string, CheckResult>> {
  const results = [...checks].map(async ([name, check]) => [name, await guarded(check, timeoutMs)] as const)
  return Object.fromEntries(await Promise.all(results))
}

async function guarded(check: Check, timeoutMs: number): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<CheckResult>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'fail', detail: 'E_TIMEOUT' }), timeoutMs)
  })
  try {
    return await Promise.race([check(), late])
  } catch (error) {
    // Messages of database errors may name hosts and users; codes do not.
    return { status: 'fail', detail: String((error as { code?: string }).code ?? 'E_CHECK_FAILED') }
  } finally {
    clearTimeout(timer)
  }
}

/** Ready unless something failed; a warning lets requests in. */
export const overall = (results: Record<string, CheckResult>): CheckResult['status'] => {
  const found = Object.values(results).map(({ status }) => status)
  return found.includes('fail') ? 'fail' : found.includes('warn') ? 'warn' : 'ok'
}
