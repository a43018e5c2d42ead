import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '@unia/platform/http'
import { opsPool } from '#ops/acting'
import { Device } from '#ops/inventory/device'
import { recordId } from './record_id.ts'

/** The entity of the inventory that the address names. Throws E_NOT_FOUND. Only for routes of the city. */
export async function entityOf(ctx: HttpContext): Promise<Device> {
  const device = await Device.query(opsPool()).findOne({ id: recordId(ctx) })
  if (!device) throw new NotFound()
  return device
}
