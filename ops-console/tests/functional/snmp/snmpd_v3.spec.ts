import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import { probeAgent } from '#ops/probe'
import { INTERFACE, SYSTEM } from '#ops/probes/snmp/oids'
import { openSnmp } from '#ops/probes/snmp/open'
import type { SnmpUser } from '#ops/probes/snmp/transport'
import { Field } from '#ops/simulator/field'
import { SNMPBULKWALK, SNMPD, SNMPGET, startSnmpd, type Program } from './programs.ts'
import { endOf } from './udp_agent.ts'

const KEYS = { authKey: 'klucz-podpisu', privKey: 'klucz-szyfru' }
const user = (auth: SnmpUser['auth'], name = `u-${auth}`): SnmpUser => ({
  ...{ user: name, level: 'authPriv', auth, priv: 'aes' },
  ...KEYS,
})
const NAMES = { sha: 'SHA', sha256: 'SHA-256', sha512: 'SHA-512' } as const
const AUTHS = Object.keys(NAMES) as (keyof typeof NAMES)[]

test.group("SNMPv3 with Debian's snmpd", (group) => {
  let program: Program

  group.setup(async () => {
    if (!SNMPD) return () => {}
    const lines = AUTHS.flatMap((auth) => [
      `createUser u-${auth} ${NAMES[auth]} ${KEYS.authKey} AES ${KEYS.privKey}`,
      `rouser u-${auth} authPriv`,
    ])
    program = await startSnmpd([...lines, 'sysName sp-12'], { user: user('sha256') })
    return () => program.stop()
  })
  group.tap((one) => one.skip(!SNMPD, 'snmpd is not installed').timeout(20_000))

  const open = (who: SnmpUser) =>
    openSnmp({ host: '127.0.0.1', port: program.port, user: who, timeoutMs: 1000, attempts: 2 })

  for (const auth of AUTHS) {
    test(`a user with ${auth} and AES is answered`, async ({ assert }) => {
      const transport = await open(user(auth))
      const values = await transport.get([SYSTEM.name])
      assert.deepEqual(values.get(SYSTEM.name), { type: 'bytes', value: Buffer.from('sp-12') })
      transport.close()
    })
  }

  test('a bulk walk gives the whole table and nothing else', async ({ assert }) => {
    const transport = await open(user('sha256'))
    const names = await transport.walk(INTERFACE.name)
    transport.close()
    assert.isAbove(names.size, 0)
    assert.isTrue([...names.keys()].every((oid) => oid.startsWith(`${INTERFACE.name}.`)))
  })

  test('it is learnt whole, with counters that are exact', async ({ assert }) => {
    const who = { host: '127.0.0.1', port: program.port, user: user('sha512'), wanInterface: 'lo' }
    const { learnt, interfaces, reading } = await probeAgent(who)
    assert.deepInclude(learnt, { family: 'other', name: 'sp-12', pan: [] })
    assert.match(String(interfaces[0].in), /^\d+$/)
    assert.isBelow(Math.abs(reading.gauges!.clockSkewS!), 5)
    assert.isNumber(reading.gauges!.memoryUse)
  })

  test('wrong keys and unknown users are told from silence', async ({ assert }) => {
    const ends: [SnmpUser, string][] = [
      [{ ...user('sha256'), authKey: 'zly-klucz-podpisu' }, 'authentication'],
      [user('sha256', 'obcy'), 'authentication'],
      // snmpd drops what it cannot decrypt without a word.
      [{ ...user('sha256'), privKey: 'zly-klucz-szyfru' }, 'no_answer'],
    ]
    for (const [who, end] of ends) {
      const transport = await open(who)
      assert.equal(await endOf(transport.get([SYSTEM.uptime])), end)
      transport.close()
    }
  })
})

const USM = {
  user: 'unia',
  auth: 'sha256',
  authKey: 'klucz-podpisu',
  priv: 'aes',
  privKey: 'klucz-szyfru',
} as const

test.group("The field and Debian's tools", (group) => {
  let field: Field
  group.each.setup(async () => {
    field = new Field({ community: 'proba', usm: USM, layout: 'ports' })
    await field.add([
      { key: 'sp-1/cpe', model: 'RB5009', parents: [] },
      { key: 'sp-1/edge', model: 'PA-440', parents: ['sp-1/cpe'] },
    ])
    return () => field.stop()
  })
  group.tap((one) => one.skip(!SNMPGET || !SNMPBULKWALK, "Debian's snmp is not installed").timeout(20_000))

  const run = async (program: string, key: string, access: string[], ...oids: string[]) => {
    const { host, port } = field.agents.get(key)!.address
    const args = ['-On', '-Oe', '-t', '4', ...access, `${host}:${port}`, ...oids]
    return (await promisify(execFile)(program, args, { env: { ...process.env, MIBS: '' } })).stdout
  }
  const V3 = [
    '-v3',
    '-l',
    'authPriv',
    '-u',
    'unia',
    '-a',
    'SHA-256',
    '-A',
    USM.authKey,
    '-x',
    'AES',
    '-X',
    USM.privKey,
  ]

  test('snmpget speaks SNMPv3 with a simulated firewall', async ({ assert }) => {
    assert.include(await run(SNMPGET!, 'sp-1/edge', V3, SYSTEM.name), 'STRING: "fw-sp-1"')
  })

  test('a wrong key is refused by the simulated firewall', async ({ assert }) => {
    const wrong = V3.map((word, i) => (V3[i - 1] === '-A' ? 'inny-klucz-podpisu' : word))
    await assert.rejects(() => run(SNMPGET!, 'sp-1/edge', wrong, SYSTEM.name), /Authentication failure/)
  })

  test('snmpbulkwalk walks a simulated terminal in order to its end', async ({ assert }) => {
    for (const access of [['-v2c', '-c', 'proba'], V3]) {
      const walked = await run(SNMPBULKWALK!, 'sp-1/cpe', access, '.1')
      assert.notInclude(walked, 'not increasing')
      const optics = walked.match(/\.14988\.1\.1\.19\.1\.1\.10\.9 = INTEGER: (-\d+)/)
      assert.closeTo(Number(optics![1]) / 1000, field.device('sp-1/cpe')!.rxDbm, 0.3)
    }
  })
})
