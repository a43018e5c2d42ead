import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Counters } from '#ops/ingest/counters'
import type { Notification } from '#ops/ingest/traps/message'
import { openTraps } from '#ops/ingest/traps/receiver'

const run = promisify(execFile)
const USER = ['-v', '3', '-u', 'unia', '-l', 'authPriv', '-a', 'SHA-256', '-x', 'AES']
const SECRETS = ['-A', 'haslo-auth-1', '-X', 'haslo-priv-1']
const COLD_START = ['', '1.3.6.1.6.3.1.1.5.1', '1.3.6.1.2.1.1.5.0', 's', 'sp-12']
const ENGINE = ['-e', '0x8000000001020304']

test.group('Notifications of SNMPv3', (group) => {
  group.tap((each) =>
    each.timeout(30_000).skip(!existsSync('/usr/bin/snmptrap'), 'snmptrap is not installed')
  )
  let heard: Notification[]
  let traps: Awaited<ReturnType<typeof openTraps>>
  let to: string

  group.each.setup(async () => {
    heard = []
    traps = await openTraps({
      host: '127.0.0.1',
      port: 0,
      counters: new Counters(),
      take: (trap) => heard.push(trap) > 0,
    })
    traps.setUsers([
      {
        name: 'unia',
        level: 'authPriv',
        auth: 'sha256',
        authKey: 'haslo-auth-1',
        priv: 'aes',
        privKey: 'haslo-priv-1',
      },
    ])
    to = `127.0.0.1:${traps.port}`
    return () => traps.close()
  })

  const arrived = async (count: number) => {
    for (let i = 0; i < 200 && heard.length < count; i++) await wait(20)
    return heard
  }

  test('a trap with authentication and privacy is read', async ({ assert }) => {
    await run('snmptrap', [...USER, ...SECRETS, ...ENGINE, to, ...COLD_START])
    const [trap] = await arrived(1)
    assert.deepInclude(trap, {
      version: '3',
      credential: 'unia',
      trapOid: '1.3.6.1.6.3.1.1.5.1',
      inform: false,
    })
    assert.equal(trap!.values.get('1.3.6.1.2.1.1.5.0'), 'sp-12')
  })

  test('an inform is discovered, read and acknowledged', async ({ assert }) => {
    await run('snmpinform', [...USER, ...SECRETS, '-t', '2', '-r', '1', to, ...COLD_START])
    const [inform] = await arrived(1)
    assert.deepInclude(inform, { version: '3', credential: 'unia', inform: true })
  })

  test('a wrong password, a foreign user and a lower level are not heard', async ({ assert }) => {
    await run('snmptrap', [...USER, '-A', 'zle-haslo-1', '-X', 'haslo-priv-1', ...ENGINE, to, ...COLD_START])
    await run('snmptrap', ['-v', '3', '-u', 'obcy', '-l', 'noAuthNoPriv', ...ENGINE, to, ...COLD_START])
    await run('snmptrap', ['-v', '3', '-u', 'unia', '-l', 'noAuthNoPriv', ...ENGINE, to, ...COLD_START])
    await run('snmptrap', [...USER, ...SECRETS, ...ENGINE, to, ...COLD_START])
    assert.lengthOf(await arrived(1), 1)
  })
})
