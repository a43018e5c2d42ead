import { BaseModel, column } from '@adonisjs/lucid/orm'

/** A pupil belongs to a section from a day to a day, both included. */
export default class SectionMembership extends BaseModel {
  static table = 'secretariat_section_memberships'

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare pupilId: string

  @column()
  declare sectionId: string

  @column()
  declare validFrom: string

  @column()
  declare validTo: string | null

  @column()
  declare rollNumber: number | null

  /** Why the section may be over its limit, in the director's words. */
  @column()
  declare overLimitBasis: string | null
}
