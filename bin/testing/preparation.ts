import { existsSync } from 'node:fs'
import type { DatabaseUrls } from '../../app/database/connections.ts'
import { prepareDatabase, runAce } from '../../app/database/prepare.ts'

/** A few units of every kind; without them the whole city is taken. */
const FIXTURES = 'tests/fixtures/tenants'

/** Commands that fill the template database, in order, after the migrations. */
const COMMANDS = [
  ['tenants:sync', '--apply', '--quiet', ...(existsSync(FIXTURES) ? ['--from', FIXTURES] : [])],
]

/** Prepares the database every worker gets a copy of. Must leave no connection open. */
export async function prepareTemplate(
  urls: DatabaseUrls,
  environment: (urls: DatabaseUrls) => NodeJS.ProcessEnv
) {
  await prepareDatabase(urls, environment(urls))
  for (const command of COMMANDS) await runAce(command, environment(urls))
}
