import { defineConfig, formatters } from '@adonisjs/i18n'
import { MessagesLoader } from '../app/messages/messages_loader.ts'

export default defineConfig({
  defaultLocale: 'pl',
  supportedLocales: ['pl', 'en'],
  formatter: formatters.icu(),
  loaders: [() => new MessagesLoader()],
})
