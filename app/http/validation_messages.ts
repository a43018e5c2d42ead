import type { I18n } from '@adonisjs/i18n'
import type { FieldContext } from '@vinejs/vine/types'

/**
 * Says what is wrong with a field, in the reader's language: the rule's own message (`core.validation.minLength`), else
 * the rule read as a key (`values.pesel.checksum`, `secretariat.pupils.too_young`), else VineJS's English.
 */
export const validationMessages = (i18n: I18n) => ({
  getMessage(fallback: string, rule: string, _field: FieldContext, meta?: Record<string, unknown>): string {
    const key = [`core.validation.${rule}`, rule].find((candidate) => i18n.hasMessage(candidate))
    return key ? i18n.t(key, meta ?? {}) : fallback
  },
})
