import { BaseModel, column } from '@adonisjs/lucid/orm'

/** A pupil belongs to a unit from a day; the row's number is the entry in the pupil book. */
export default class Enrolment extends BaseModel {
  static table = 'secretariat_enrolments'

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare pupilId: string

  @column()
  declare unitId: string

  @column()
  declare status: 'admitted' | 'active' | 'suspended' | 'ended'

  @column()
  declare validFrom: string

  @column()
  declare validTo: string | null

  @column()
  declare bookNumber: number
}
