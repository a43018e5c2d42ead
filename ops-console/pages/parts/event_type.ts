import type { Translate } from '@unia/ui'
import { EVENT_FIELDS, EVENT_TYPES } from '../../domain/event_types.ts'

/** A type of event in words; what PAN-OS may add later keeps its own name. */
export const typeName = (t: Translate, type: string): string =>
  EVENT_TYPES.includes(type) ? t(`ops-console.events.type.${type}`) : type

/** A decoded field in words; what a device calls its own way stays as it is. */
export const fieldName = (t: Translate, name: string): string =>
  EVENT_FIELDS.includes(name) ? t(`ops-console.events.field.${name}`) : name
