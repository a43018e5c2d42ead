import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '@unia/platform/http'
import type { DevicePlace } from '#ops/history/place'
import { findDevice } from '#ops/queries/device_page'
import { scopedKnex } from '#ops/queries/scoped'

/** The device that the address names. Throws E_NOT_FOUND, also for one that the place may not see. */
export async function deviceOf(ctx: HttpContext): Promise<DevicePlace> {
  const place = await findDevice(scopedKnex(), String(ctx.params.id))
  const own = ctx.place!.tenant
  if (!place || (own && own.id !== place.tenantId)) throw new NotFound()
  return place
}
