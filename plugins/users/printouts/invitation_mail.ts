import i18nManager from '@adonisjs/i18n/services/main'
import type { Mail } from '@unia/platform/mail'
import { warsawDay } from '@unia/platform/values'
import type { Invitee } from '#users/domain/invitees'

/** The invitation as an e-mail; it says nothing about the child, whose address may be mistyped. */
export function invitationMail(
  { email }: Invitee,
  { id, code, expiresAt }: { id: string; code: string; expiresAt: Date },
  unit: string,
  language: 'pl' | 'en'
): Mail {
  const t = (key: string, values: object = {}) => i18nManager.locale(language).t(`users.mail.${key}`, values)
  return {
    ...{ id, language, to: email!, subject: t('subject', { unit }) },
    lines: [
      t('lead', { unit }),
      t('code', { code }),
      t('until', { until: warsawDay(expiresAt) }),
      t('stranger'),
    ],
    link: { path: `/start?code=${code}`, label: t('link') },
  }
}
