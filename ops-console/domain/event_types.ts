/** Types of events that have a name of their own: logs of PAN-OS, other syslog messages, traps. */
export const EVENT_TYPES: readonly string[] = [
  ...['THREAT', 'TRAFFIC', 'SYSTEM', 'CONFIG', 'USERID', 'GLOBALPROTECT', 'AUTHENTICATION', 'SYSLOG', 'TRAP'],
]
