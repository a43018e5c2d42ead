import { BaseModel, column } from '@adonisjs/lucid/orm'

/** A guardian as this unit knows them. */
export default class Guardian extends BaseModel {
  static table = 'secretariat_guardians'

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare personId: string

  @column()
  declare surname: string

  @column()
  declare givenNames: string

  @column()
  declare phone: string | null

  @column()
  declare email: string | null

  @column()
  declare hasPesel: boolean

  @column()
  declare version: number
}
