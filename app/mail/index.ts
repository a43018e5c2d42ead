export { isFinalRefusal, mailTransport } from './transport.ts'
export { mailServer, publicAddress, sendMail, type Mail, type Sending } from './send_mail.ts'
