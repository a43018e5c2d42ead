import { BaseModel, column } from '@adonisjs/lucid/orm'

/** What a court said about a guardian and a pupil; read only by those with a permission of its own. */
export default class CourtNote extends BaseModel {
  static table = 'secretariat_court_notes'

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare linkId: string

  @column()
  declare note: string

  /** Signature of the file, `III Nsm 123/26`. */
  @column()
  declare reference: string | null

  @column()
  declare validFrom: string

  @column()
  declare validTo: string | null
}
