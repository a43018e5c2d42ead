import { test } from '@japa/runner'
import { deviceOf } from '../../../app/identity/device.ts'

test.group('A session is recognised by its device', () => {
  test('{browser} on {system}')
    .with([
      {
        browser: 'Chrome',
        system: 'Windows',
        phone: false,
        agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
      },
      {
        browser: 'Edge',
        system: 'Windows',
        phone: false,
        agent: 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      },
      {
        browser: 'Safari',
        system: 'iPhone',
        phone: true,
        agent:
          'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1',
      },
      {
        browser: 'Chrome',
        system: 'Android',
        phone: true,
        agent: 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
      },
      { browser: null, system: null, phone: false, agent: '' },
    ])
    .run(({ assert }, { agent, ...device }) => assert.deepEqual(deviceOf(agent), device))
})
