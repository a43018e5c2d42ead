import db from '@adonisjs/lucid/services/db'

/** The owner's client: only tests and migrations use it. */
export const owner = () => db.connection('owner')
