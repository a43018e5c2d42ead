import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { RemoteWriter } from '#ops/history/remote_write/remote_writer'

const PROMETHEUS = '/usr/bin/prometheus'

async function unusedPort() {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

test.group('A Prometheus that nobody here wrote', () => {
  test('takes polls by remote write and finds them again', async ({ assert, cleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'prometheus-'))
    writeFileSync(join(folder, 'prometheus.yml'), 'global: {}\n')
    const url = `http://127.0.0.1:${await unusedPort()}`
    const server = spawn(
      PROMETHEUS,
      [
        ...[`--config.file=${folder}/prometheus.yml`, `--storage.tsdb.path=${folder}/data`],
        ...[`--web.listen-address=${url.slice(7)}`, '--web.enable-remote-write-receiver'],
      ],
      { stdio: 'ignore' }
    )
    const ended = new Promise((done) => server.once('exit', done))
    const writer = new RemoteWriter({ url: `${url}/api/v1/write`, pauseMs: 50 })
    cleanup(async () => {
      await writer.close()
      server.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    })
    const at = new Date(Math.floor(Date.now() / 1000) * 1000)
    // Sent before the server listens: the first tries are refused connections.
    writer.push([
      { unit: 'sp-21', deviceId: 'd1', at, values: { 'inBps@ethernet1/1': 12345.5, rxDbm: -7.25 } },
    ])
    for (let n = 0; n < 1200 && writer.counts.sent === 0; n++)
      await new Promise((done) => setTimeout(done, 50))
    assert.equal(writer.counts.sent, 1)
    const query = encodeURIComponent('unia_ops_in_bps{interface="ethernet1/1"}')
    const answer = await fetch(`${url}/api/v1/query?query=${query}&time=${at.getTime() / 1000}`)
    const { data } = (await answer.json()) as { data: { result: { metric: object; value: unknown[] }[] } }
    assert.deepEqual(data.result, [
      {
        metric: { __name__: 'unia_ops_in_bps', device: 'd1', interface: 'ethernet1/1', unit: 'sp-21' },
        value: [at.getTime() / 1000, '12345.5'],
      },
    ])
  })
    .timeout(90_000)
    .skip(!existsSync(PROMETHEUS), 'Debian package prometheus is not installed')
})
