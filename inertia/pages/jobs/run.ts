export interface Run {
  id: string
  job: string
  title: string
  status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number
  remaining: number | null
  note: string | null
  result: unknown
  error: string | null
  by: string | null
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
  cancelling: boolean
}
