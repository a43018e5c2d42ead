import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import Guardian from '#secretariat/models/guardian'

/** What a guardian is to one pupil, and what they might do for that pupil when the link was made. */
export default class GuardianLink extends BaseModel {
  static table = 'secretariat_guardian_links'

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare guardianId: string

  @column()
  declare pupilId: string

  @column()
  declare kinship: string

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

  @column()
  declare contactOrder: number

  /** First day of the link; null: since ever. */
  @column()
  declare validFrom: string | null

  /** Last day of the link; null: still holds. */
  @column()
  declare validTo: string | null

  @belongsTo(() => Guardian)
  declare guardian: BelongsTo<typeof Guardian>
}
