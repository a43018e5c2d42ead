export interface DatedValue {
  from: string
  to: string | null
  value: unknown
  verify: boolean
  note?: string | null
}

export interface CityValue extends DatedValue {
  id: string
  createdAt: string
  createdBy: string | null
  revokedAt: string | null
  revokedBy: string | null
  revokeReason: string | null
}

export interface Parameter {
  id: string
  name: string
  plugin: string
  type: 'integer' | 'money' | 'decimal' | 'text' | 'date' | 'table'
  unit: string
  source: string
  now: (DatedValue & { origin: 'law' | 'city' }) | null
  declared: DatedValue[]
  city: CityValue[]
}
