import { BaseModel, column } from '@adonisjs/lucid/orm'

/** A class of one school year, `4b`. */
export default class Section extends BaseModel {
  static table = 'secretariat_sections'

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare unitId: string

  /** The year it begins in. */
  @column()
  declare schoolYear: number

  @column()
  declare gradeLevel: number

  @column()
  declare symbol: string

  @column()
  declare name: string

  @column()
  declare kind: string

  @column()
  declare tutorId: string | null
}
