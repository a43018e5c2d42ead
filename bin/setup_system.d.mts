export function findBrowser(): string | null
export function findProgram(name: 'snmpd' | 'snmp' | 'snmpsim' | 'fping' | 'redis-server'): string | null
export function findSnmpd(): string | null
export function ensureSystemPrograms(fail: (text: string) => void): void
