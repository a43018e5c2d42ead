import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { open, seal } from './secret_box.ts'

interface Holder {
  id: string
  pesel_hash: string | null
  pesel_cipher: string | null
}

/** The number goes over to a person who has none, sealed anew for them; false when there is nothing to move. */
export async function movePesel(trx: TransactionClientContract, from: Holder, to: Holder): Promise<boolean> {
  if (!from.pesel_hash || to.pesel_hash) return false
  const cipher = from.pesel_cipher
    ? seal(open(from.pesel_cipher, `pesel:${from.id}`), `pesel:${to.id}`)
    : null
  await trx.from('core.identity_people').where('id', from.id).update({ pesel_hash: null, pesel_cipher: null })
  await trx
    .from('core.identity_people')
    .where('id', to.id)
    .update({ pesel_hash: from.pesel_hash, pesel_cipher: cipher })
  return true
}
