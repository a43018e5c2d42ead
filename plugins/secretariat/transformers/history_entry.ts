import type { I18n } from '@adonisjs/i18n'
import type { HistoryRow } from '#secretariat/queries/pupil_history'

const SILENT = ['id', 'tenant_id', 'pupil_id', 'person_id', 'version', 'created_at', 'updated_at', 'search']

/** One line of the card's history: what was done, as whom, and which fields it touched. */
export const historyEntry = (row: HistoryRow, i18n: I18n) => ({
  id: row.id,
  at: row.at.toISOString(),
  by: row.actor_role && i18n.t(`core.role.${row.actor_role}`, {}, row.actor_role),
  title: i18n.t(
    `secretariat.history.${row.object}.${row.action}`,
    {},
    i18n.t(`secretariat.history.${row.action}`)
  ),
  changes: row.action === 'update' ? changesOf(row, i18n) : [],
})

export type HistoryEntry = ReturnType<typeof historyEntry>

const changesOf = ({ before, after }: HistoryRow, i18n: I18n) =>
  Object.keys(after ?? {})
    .filter((column) => !SILENT.includes(column))
    .map((column) => ({
      field: i18n.t(`secretariat.field.${column}`, {}, column),
      before: textOf(before?.[column]),
      after: textOf(after?.[column]),
    }))

const textOf = (value: unknown) => (value === null || value === undefined ? '–' : String(value))
