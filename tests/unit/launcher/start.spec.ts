import { test } from '@japa/runner'
import { roleUrls } from '../../../app/database/connections.ts'
import { script } from '../../../app/database/roles.ts'
import { backOff } from '../../../bin/launcher/child_process.ts'
import { isLoopback, localAddress, readOptions } from '../../../bin/launcher/options.ts'
import { isWeakKey, refuseDemoInPublic } from '../../../bin/launcher/safety.ts'
import { summaryText } from '../../../bin/launcher/summary.ts'
import english from '../../../bin/messages/en.json' with { type: 'json' }
import polish from '../../../bin/messages/pl.json' with { type: 'json' }

const PASSWORDS = { owner: 'a', app: 'p@ss/word', city: "c'c", system: 'd', ops: 'e' }

test.group('A city that starts', () => {
  test('gives each role its own address of the same database', ({ assert }) => {
    const urls = roleUrls('postgres://admin:x@db.example:6432/city?sslmode=require', PASSWORDS)
    assert.equal(urls.app, 'postgres://unia_app:p%40ss%2Fword@db.example:6432/city?sslmode=require')
    assert.equal(new URL(roleUrls(urls.app, PASSWORDS, 'unia').ops).pathname, '/unia')
  })

  test('writes down for an administrator what it may not do itself', ({ assert }) => {
    const sql = script('miasto', PASSWORDS)
    assert.include(sql, "create role unia_city login noinherit password 'c''c';")
    assert.include(sql, "alter role unia_city set default_transaction_read_only = 'on';")
    assert.include(sql, 'revoke create on schema public from public;')
    assert.notMatch(sql, /superuser|bypassrls|createrole/i)
  })

  test('answers on port 3333 of this machine unless told otherwise', ({ assert }) => {
    const usual = readOptions([], {})
    assert.containsSubset(usual, { host: '127.0.0.1', port: 3333, dev: false, demo: true, simulator: true })
    assert.containsSubset(readOptions(['--dev'], { PORT: '4000', UNIA_DEMO: '0' }), {
      port: 4000,
      dev: true,
      demo: false,
    })
    assert.isFalse(readOptions([], { OPS_REAL_DEVICES: '1' }).simulator)
    assert.throws(() => readOptions([], { PORT: 'abc' }), 'PORT=abc')
    assert.equal(localAddress({ host: '0.0.0.0', port: 80 }), 'http://127.0.0.1:80')
    assert.equal(localAddress({ host: '::1', port: 80 }), 'http://[::1]:80')
  })

  test('is not shown to a network with demo accounts or a key from a manual', ({ assert }) => {
    const open = readOptions([], { HOST: '0.0.0.0' })
    assert.throws(() => refuseDemoInPublic(open, {}), 'Refusing to listen on 0.0.0.0')
    assert.doesNotThrow(() => refuseDemoInPublic(open, { UNIA_ALLOW_DEMO: '1' }))
    assert.doesNotThrow(() => refuseDemoInPublic(readOptions([], {}), {}))
    const clean = readOptions([], { HOST: '0.0.0.0', UNIA_DEMO: '0' })
    assert.throws(() => refuseDemoInPublic(clean, {}, 7), 'Refusing to listen on 0.0.0.0')
    assert.throws(() => refuseDemoInPublic(readOptions(['--dev'], { HOST: '0.0.0.0' }), {}))
    assert.throws(() => refuseDemoInPublic(clean, { APP_KEY: 'change-me-change-me-change-me-change-me' }))
    assert.doesNotThrow(() => refuseDemoInPublic(clean, { APP_KEY: 'fD9vQ0rLz7Kq2mXw8sBnYt4uHj6eGp3c' }))
    assert.isTrue(isWeakKey('short'))
    assert.isFalse(isLoopback('127.0.0.1.example.com'))
  })

  test('waits longer after each crash, at most half a minute', ({ assert }) => {
    assert.deepEqual([1, 2, 3, 6, 20].map(backOff), [1_000, 2_000, 4_000, 30_000, 30_000])
  })

  test('ends with its address and the demo accounts', ({ assert }) => {
    const accounts = [{ login: 'dyrektor', password: 'x', role: 'dyrektor', unit: 'SP 12' }]
    const text = summaryText({
      address: 'http://127.0.0.1:3333',
      accounts,
      seconds: '4.2',
      memory: [['baza', 40]],
      logs: 'l',
    })
    assert.match(text, /Adres +http:\/\/127\.0\.0\.1:3333\n/)
    assert.match(text, /http:\/\/127\.0\.0\.1:3333\/city\/ops-console\/wall/)
    assert.match(text, /dyrektor +x +dyrektor +SP 12/)
  })

  test('says the same things in both languages', ({ assert }) => {
    assert.sameMembers(Object.keys(english), Object.keys(polish))
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
    for (const [key, text] of Object.entries(polish))
      assert.deepEqual(places(english[key as keyof typeof english]), places(text), key)
  })
})
