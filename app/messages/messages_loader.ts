import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TranslationsLoaderContract } from '@adonisjs/i18n/types'
import { registry } from '../plugins/registry.ts'
import { readMessages } from './message_files.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Texts of the core's rooms, of shared components and of every loaded plugin; one key may stand once only. */
export class MessagesLoader implements TranslationsLoaderContract {
  async load() {
    return { pl: read('pl'), en: read('en') }
  }
}

function read(locale: string): Record<string, string> {
  const all: Record<string, string> = {}
  for (const folder of [...coreFolders(), ...registry.folders().map((plugin) => plugin.folder)]) {
    for (const [key, text] of Object.entries(readMessages(folder, locale) ?? {})) {
      if (key in all) throw new Error(`E_DUPLICATE_MESSAGE: "${key}" stands again in ${folder}`)
      all[key] = text
    }
  }
  return all
}

function coreFolders(): string[] {
  const rooms = readdirSync(join(ROOT, 'app'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [...rooms.map((room) => join(ROOT, 'app', room.name)), join(ROOT, 'ui'), join(ROOT, 'inertia')]
}
