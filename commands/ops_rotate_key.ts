import { BaseCommand } from '@adonisjs/core/ace'

/** Seals the credentials of all devices with a new key; may be broken off and run again. */
export default class OpsRotateKey extends BaseCommand {
  static override commandName = 'ops:rotate-key'
  static override description =
    'Seal device credentials with UNIA_DATA_KEY; the old key stands in UNIA_DATA_KEY_FORMER'
  static override options = { startApp: false }

  override async run() {
    const { openDatabase } = await import('../ops-console/database.ts')
    const { dataKeys } = await import('../ops-console/inventory/sealing.ts')
    const { rotateKey } = await import('../ops-console/inventory/rotate_key.ts')
    const keys = dataKeys()
    const knex = openDatabase()
    const { rotated, unreadable } = await rotateKey(knex, keys).finally(() => knex.destroy())
    this.logger.info(`${rotated} sealed with key ${keys.version}`)
    for (const { tenantId, deviceId, field } of unreadable) {
      this.logger.error(`cannot be opened: ${field} of device ${deviceId}, unit ${tenantId}`)
    }
    if (unreadable.length) this.exitCode = 1
  }
}
