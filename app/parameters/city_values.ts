import type { DatedValue, ParameterDefinition } from './define_parameter.ts'
import { ParameterInvalid, ParameterOverlap } from './errors.ts'
import { acceptsValue, isDay } from './value_types.ts'

/** Runs SQL with `$1` placeholders and returns the rows. */
export type Query = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>

export interface CityValue extends DatedValue {
  id: string
  parameterId: string
  createdBy: string
  createdAt: Date
  revokedBy: string | null
  revokedAt: Date | null
  revokeReason: string | null
}

const COLUMNS = `id, parameter_id as "parameterId", valid_from::text as "from", valid_to::text as "to", value, verify,
  note, created_by as "createdBy", created_at as "createdAt", revoked_by as "revokedBy", revoked_at as "revokedAt",
  revoke_reason as "revokeReason"`

/** City values in force, of every parameter. */
export const currentCityValues = (query: Query) =>
  query<CityValue>(
    `select ${COLUMNS} from core.parameters_values where revoked_at is null order by valid_from`
  )

/** Everything the city ever entered for a parameter, withdrawn values included, newest first. */
export const cityValueHistory = (query: Query, parameterId: string) =>
  query<CityValue>(
    `select ${COLUMNS} from core.parameters_values where parameter_id = $1 order by created_at desc, id desc`,
    [parameterId]
  )

/** The same for every parameter. */
export const allCityValues = (query: Query) =>
  query<CityValue>(`select ${COLUMNS} from core.parameters_values order by created_at desc, id desc`)

/** Enters a city value and returns its id. Throws E_PARAMETER_INVALID, E_PARAMETER_OVERLAP. */
export async function enterCityValue(
  query: Query,
  definition: ParameterDefinition,
  entry: DatedValue & { by: string }
): Promise<string> {
  const { from, to, value, verify = false, note = null, by } = entry
  if (!isDay(from) || (to !== null && (!isDay(to) || to < from)))
    throw new ParameterInvalid(definition.id, `${from}–${to} is no range of days`)
  if (!acceptsValue(definition.type, value))
    throw new ParameterInvalid(definition.id, `${JSON.stringify(value)} is no ${definition.type}`)
  try {
    const [row] = await query<{ id: string }>(
      `insert into core.parameters_values (parameter_id, valid_from, valid_to, value, verify, note, created_by)
       values ($1, $2, $3, $4::jsonb, $5, $6, $7) returning id`,
      [definition.id, from, to, JSON.stringify(value), verify, note, by]
    )
    return row.id
  } catch (error) {
    if ((error as { code?: string }).code === '23P01') throw new ParameterOverlap(definition.id)
    throw error
  }
}

/** Withdraws a city value; it stays in the history. False when it does not exist or is withdrawn already. */
export async function revokeCityValue(
  query: Query,
  id: string,
  by: string,
  reason: string
): Promise<boolean> {
  const rows = await query(
    `update core.parameters_values set revoked_at = now(), revoked_by = $2, revoke_reason = $3
     where id = $1 and revoked_at is null returning id`,
    [id, by, reason]
  )
  return rows.length === 1
}
