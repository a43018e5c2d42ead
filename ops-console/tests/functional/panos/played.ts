import { SimulatedDevice } from '#ops/simulator/device'
import { PanosServer } from '#ops/simulator/panos/server'
import type { PanosSubject } from '#ops/simulator/panos/subject'

/** A played firewall with faults that a spec changes while it runs. */
export async function playFirewall(server: PanosServer, key = 'sp-1/edge', software?: string) {
  const device = new SimulatedDevice(key, 'PA-440')
  const subject = Object.create(device, {
    faults: { value: {}, writable: true },
    ...(software && { model: { value: { ...device.model, software } } }),
  }) as PanosSubject & { faults: Record<string, boolean | number> }
  const bound = new Proxy(subject, { get: (own, name) => read(own, device, name) })
  const { firewall, host, port } = await server.listen(bound, '127.0.0.1', 0)
  const target = {
    host,
    port,
    key: firewall.key,
    fingerprint: server.certificate.fingerprint,
    timeoutMs: 8000,
  }
  return { device, subject, firewall, target }
}

/** Private fields exist only on the device itself. */
function read(own: object, device: SimulatedDevice, name: string | symbol): unknown {
  if (Object.hasOwn(own, name)) return Reflect.get(own, name)
  const value: unknown = Reflect.get(device, name, device)
  return typeof value === 'function' ? value.bind(device) : value
}
