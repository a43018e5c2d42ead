export function findBrowser(): string | null
export function findSnmpd(): string | null
export function ensureSystemPrograms(fail: (text: string) => void): void
