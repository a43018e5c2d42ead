import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { openDesk, runDesk } from '#ops/alarms/desk'
import { keepIncidents } from '#ops/alarms/keep'
import { emailSender } from '#ops/alarms/send/email'
import { webhookSender } from '#ops/alarms/send/webhook'
import { aMailServer } from './mail_server.ts'
import { aContact, aNetwork, after, down, onDuty } from './network.ts'

const CHILD = fileURLToPath(new URL('./dying_desk.ts', import.meta.url))

test.group('A desk that is killed', (group) => {
  group.tap((each) => each.timeout(60_000))

  for (const where of ['before', 'after'] as const) {
    test(`${where} the letter has left loses nothing`, async ({ assert, cleanup }) => {
      const network = await aNetwork(1)
      const mail = await aMailServer()
      cleanup(async () => {
        await mail.close()
        await network.close()
      })
      const start = new Date('2026-11-24T10:00:00Z')
      await openDesk(network.ops, start)
      await onDuty(network, [await aContact(network)])
      await network.ops.transaction((trx) => keepIncidents(trx, [down(network.core)], start))

      const child = fork(CHILD, [where, mail.url, after(start, 1).toISOString()], {
        execArgv: ['--import', '@poppinss/ts-exec'],
        stdio: 'inherit',
      })
      await once(child, 'message')
      const dead = once(child, 'exit')
      child.kill('SIGKILL')
      await dead

      const email = emailSender({ url: mail.url, from: 'unia@example.org', base: '' })
      const senders = { email, webhook: webhookSender(network.ops) }
      // Whoever takes over waits until the dead one's hold on the notice has run out.
      await runDesk(network.ops, { now: after(start, 30), senders })
      await runDesk(network.ops, { now: after(start, 62), senders })
      await runDesk(network.ops, { now: after(start, 130), senders })
      email.close()
      // After the server took it, the second one carries the same id, by which it is known for the first.
      assert.lengthOf(mail.letters, where === 'before' ? 1 : 2)
      assert.lengthOf([...new Set(mail.letters.map(({ id }) => id))], 1)
      const notices = await network.ops('ops_console.ops_console_notices').select('state')
      assert.deepEqual(notices, [{ state: 'sent' }])
    })
  }
})
