/**
 * What the XML API shows of a simulated device. It is the same object that answers SNMP, so that both views agree;
 * figures that only some devices have may be missing.
 */
export interface PanosSubject {
  readonly key: string
  readonly serial: string
  readonly model: { name: string; software: string; sessionsMax: number; ports: number }
  /** 1/100 s. */
  readonly uptime: number
  readonly sessions: number
  readonly cpuData: number
  readonly cpuMgmt: number
  readonly temperature?: number
  readonly memoryUse?: number
  /** False: nothing gets here. */
  readonly reachable?: boolean
  readonly faults: object
  octets(way: 'in' | 'out'): bigint
}

/** A fault by its name after `panos.`; undefined when it does not hold. */
export function fault(subject: PanosSubject, name: string): boolean | number | undefined {
  const value = (subject.faults as Record<string, boolean | number | undefined>)[name]
  return value === false ? undefined : value
}

export const panosFault = (subject: PanosSubject, name: string) => fault(subject, `panos.${name}`)
