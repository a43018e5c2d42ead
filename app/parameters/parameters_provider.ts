import { pathToFileURL } from 'node:url'
import type { ApplicationService } from '@adonisjs/core/types'
import { onNotification } from '../database/notifications.ts'
import { registry } from '../plugins/registry.ts'
import { systemClient } from '../tenancy/tenancy.ts'
import { Parameters, readParameterFiles, useParameters, type Query } from './index.ts'

/** Declares the dated values of all plugins and keeps the city's own at hand. */
export default class ParametersProvider {
  #parameters: Parameters | null = null

  constructor(private app: ApplicationService) {}

  async start() {
    if (!['web', 'test'].includes(this.app.getEnvironment())) return
    const parameters = new Parameters(query)
    for (const { id, folder } of registry.folders()) {
      for (const definition of await readParameterFiles(pathToFileURL(`${folder}/`), id))
        parameters.declare(definition)
    }
    const logger = await this.app.container.make('logger')
    await parameters.start((error) => logger.error({ err: error }, 'parameters could not be refreshed'))
    useParameters(parameters)
    onNotification('parameters', () => parameters.refresh())
    this.#parameters = parameters
  }

  async shutdown() {
    this.#parameters?.stop()
    const { closePrintouts } = await import('../printouts/index.ts')
    closePrintouts()
  }
}

/** Parameters speak plain PostgreSQL; the system connection's driver takes `$1` as it is. */
export const query: Query = async <Row>(sql: string, values: unknown[] = []) => {
  const knex = systemClient().getWriteClient()
  const connection = await knex.client.acquireConnection()
  try {
    const { rows } = await connection.query(sql, values)
    return rows as Row[]
  } finally {
    await knex.client.releaseConnection(connection)
  }
}
