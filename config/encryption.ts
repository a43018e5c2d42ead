import { defineConfig, drivers } from '@adonisjs/core/encryption'
import { secrets } from '../app/database/connections.ts'

export default defineConfig({
  default: 'gcm',
  list: { gcm: drivers.aes256gcm({ keys: [secrets().appKey], id: 'gcm' }) },
})
