import db from '@adonisjs/lucid/services/db'

/** What came of sending an invitation by e-mail; a refused one is printed and shows as bounced. */
export const recordSending = (id: string, address: string, error: string | null) =>
  db
    .from('identity_invitations')
    .where('id', id)
    .update({
      sent_to: address,
      sent_at: error ? null : new Date(),
      send_error: error,
      updated_at: new Date(),
    })
