import QRCode from 'qrcode'

/** What the letterhead prints at the foot of a document that can be checked. */
export interface VerificationMark {
  code: string
  address: string
  /** QR code of the address as SVG. */
  qr: string
}

/** The mark of a document: its code, and the page where anyone can check it, as text and as QR code. */
export async function verificationMark(code: string, page: string): Promise<VerificationMark> {
  const address = `${page.replace(/\/$/, '')}/${code}`
  return {
    code,
    address,
    qr: await QRCode.toString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
  }
}
