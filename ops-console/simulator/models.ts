export type Family = 'panos' | 'routeros'

export interface ModelFigures {
  name: string
  family: Family
  software: string
  /** Ethernet ports beside management and fibre. */
  ports: number
  sessionsMax: number
  processors: number
  memoryMb: number
}

const panos = (name: string, sessionsMax: number, software: string, ports: number): ModelFigures => ({
  ...{ name, family: 'panos', software, ports, sessionsMax, processors: 2, memoryMb: 8192 },
})
const routeros = (name: string, ports: number, processors: number, memoryMb: number): ModelFigures => ({
  ...{ name, family: 'routeros', software: '7.16.2', ports, sessionsMax: 0, processors, memoryMb },
})

export const MODELS: Record<string, ModelFigures> = {
  'PA-220': panos('PA-220', 64_000, '10.2.9-h1', 8),
  'PA-440': panos('PA-440', 200_000, '11.1.4-h7', 8),
  'PA-820': panos('PA-820', 128_000, '10.2.10', 12),
  RB5009: routeros('RB5009UPr+S+', 8, 4, 1024),
  CCR2216: routeros('CCR2216-1G-12XS-2XQ', 2, 16, 16384),
}

const KINDS = ['edge', 'cpe', 'core', 'sepm', 'endpoints'] as const

export type SimulatedKind = (typeof KINDS)[number]

const USUAL: Partial<Record<SimulatedKind, string>> = { cpe: 'RB5009', core: 'CCR2216' }

/** The last part of a device's key says what it is; an unknown one is a firewall. */
export function kindOfKey(key: string): SimulatedKind {
  const last = key.slice(key.lastIndexOf('/') + 1)
  return KINDS.find((kind) => kind === last) ?? 'edge'
}

export const modelFor = (kind: SimulatedKind, name: string | null): ModelFigures =>
  MODELS[name ?? ''] ?? MODELS[USUAL[kind] ?? 'PA-440']
