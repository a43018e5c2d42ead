/** One watched entity of one unit. */
export interface DevicePlace {
  tenantId: number
  deviceId: string
}
