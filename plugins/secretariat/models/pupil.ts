import { BaseModel, column } from '@adonisjs/lucid/orm'

/** A pupil's card in this unit. The PESEL itself is kept by the city's register of people. */
export default class Pupil extends BaseModel {
  static table = 'secretariat_pupils'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare personId: string

  @column()
  declare surname: string

  @column()
  declare givenNames: string

  @column()
  declare secondName: string | null

  /** `2016-05-04`. */
  @column()
  declare birthDate: string

  @column()
  declare birthPlace: string | null

  @column()
  declare sex: 'f' | 'm'

  @column()
  declare hasPesel: boolean

  @column()
  declare peselWarningReason: string | null

  @column()
  declare street: string | null

  @column()
  declare postalCode: string | null

  @column()
  declare city: string | null

  @column()
  declare phone: string | null

  @column()
  declare email: string | null

  /** Grows with every saving; who saves an older one is told. */
  @column()
  declare version: number
}
