import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import Guardian from '#secretariat/models/guardian'

/** What a guardian is to one pupil, and what they may do for that pupil. */
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
  declare contactOrder: number

  @belongsTo(() => Guardian)
  declare guardian: BelongsTo<typeof Guardian>
}
