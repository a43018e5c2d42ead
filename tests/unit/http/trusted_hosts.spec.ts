import { test } from '@japa/runner'
import { isTrustedHost, trustedHosts } from '../../../app/http/trusted_hosts.ts'

const trusted = trustedHosts({
  UNIA_HOSTS: 'unia.lublin.eu, Szkoly.Lublin.eu',
  APP_URL: 'https://edu.lublin.eu',
})

test.group('The name a request is for', () => {
  test('{host}: {good}')
    .with([
      { host: 'unia.lublin.eu', good: true },
      { host: 'UNIA.lublin.eu:443', good: true },
      { host: 'szkoly.lublin.eu', good: true },
      { host: 'edu.lublin.eu', good: true },
      { host: '127.0.0.1:3333', good: true },
      { host: '[::1]:3333', good: true },
      { host: 'localhost:3333', good: true },
      { host: 'evil.example', good: false },
      { host: 'unia.lublin.eu.evil.example', good: false },
      { host: 'unia.lublin.eu@evil.example', good: false },
      { host: 'unia.lublin.eu/evil', good: false },
      { host: '', good: false },
      { host: undefined, good: false },
    ])
    .run(({ assert }, { host, good }) => {
      assert.equal(isTrustedHost(host, trusted), good)
    })
})
