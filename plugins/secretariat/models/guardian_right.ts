import { BaseModel, column } from '@adonisjs/lucid/orm'

/** Rights of a guardian that hold from a day on, or between two days. */
export default class GuardianRight extends BaseModel {
  static table = 'secretariat_guardian_rights'

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare linkId: string

  @column()
  declare validFrom: string

  @column()
  declare validTo: string | null

  @column()
  declare mayReadRegister: boolean

  @column()
  declare mayExcuse: boolean

  @column()
  declare mayCollect: boolean

  @column()
  declare legalRepresentative: boolean

  @column()
  declare maySeeAddress: boolean
}
