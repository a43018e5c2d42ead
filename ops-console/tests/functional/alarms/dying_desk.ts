// A desk in a process of its own that stops for good around its first letter, to be killed there.
import { runDesk } from '#ops/alarms/desk'
import { emailSender } from '#ops/alarms/send/email'
import { webhookSender } from '#ops/alarms/send/webhook'
import type { Sender } from '#ops/alarms/send/sender'
import { openDatabase } from '#ops/database'

const [where, url, now] = process.argv.slice(2)
const knex = openDatabase(process.env.DATABASE_OPS_URL, 3)
const send = emailSender({ url, from: 'unia@example.org', base: '' })

const email: Sender = async (notice, impacts) => {
  if (where === 'after') await send(notice, impacts)
  process.send!('now')
  await new Promise(() => setInterval(() => {}, 1000))
}

await runDesk(knex, { now: new Date(now!), senders: { email, webhook: webhookSender(knex) } })
