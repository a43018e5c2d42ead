// Runs specs that need neither the application nor a database: node --import @poppinss/ts-exec bin/unit.ts --files <path>
import { assert } from '@japa/assert'
import { configure, processCLIArgs, run } from '@japa/runner'
processCLIArgs(process.argv.slice(2))
configure({ files: [], plugins: [assert()], importer: (f: URL) => import(f.href) })
void run()
