// Runs specs that need neither the application nor a database: node --import @poppinss/ts-exec bin/unit.ts <file or glob> …
import { assert } from '@japa/assert'
import { configure, run } from '@japa/runner'

configure({ files: process.argv.slice(2), plugins: [assert()], importer: (file: URL) => import(file.href) })
void run()
