import { publicAddress } from '@unia/platform/mail'
import { warsawDay } from '@unia/platform/values'
import QRCode from 'qrcode'
import type { Invitee } from '#users/domain/invitees'

export interface InvitationLetter {
  name: string
  children: string[]
  code: string
  /** Where the code is typed, without `https://`. */
  address: string
  /** QR code of the address with the code, as SVG. */
  qr: string
  /** Last day, `2026-12-24`. */
  until: string
}

/** One page for each letter. */
export interface InvitationLettersData {
  unit: { name: string; street: string; postcode: string; city: string }
  letters: InvitationLetter[]
}

export const invitationTemplate = new URL('./invitation.typ', import.meta.url)

export async function invitationLetter(
  { name, children }: Pick<Invitee, 'name' | 'children'>,
  { code, expiresAt }: { code: string; expiresAt: Date }
): Promise<InvitationLetter> {
  const address = `${publicAddress()}/start`
  const qr = await QRCode.toString(`${address}?code=${code}`, {
    type: 'svg',
    margin: 0,
    errorCorrectionLevel: 'M',
  })
  return {
    name,
    children,
    code,
    address: address.replace(/^https?:\/\//, ''),
    qr,
    until: warsawDay(expiresAt),
  }
}
