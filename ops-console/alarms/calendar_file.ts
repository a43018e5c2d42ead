import type { Shift } from './on_call.ts'

const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

const escape = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n')

/** Lines of at most 75 bytes (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > (parts.length ? 74 : 75)) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part].join('\r\n ')
}

/** Turns of duty as an iCalendar file (RFC 5545); instants in UTC, so that every calendar shows its own time. */
export function calendarFile(rota: { id: string; name: string }, duty: readonly Shift[], now: Date): string {
  const events = duty.flatMap((shift) => [
    'BEGIN:VEVENT',
    `UID:${rota.id}-${stamp(shift.from)}@unia`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(shift.from)}`,
    `DTEND:${stamp(shift.until)}`,
    `SUMMARY:${escape(rota.name)}`,
    ...(shift.override ? [`DESCRIPTION:${escape(shift.override.reason)}`] : []),
    'END:VEVENT',
  ])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Unia//Ops console//PL',
    ...events,
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('\r\n') + '\r\n'
}
