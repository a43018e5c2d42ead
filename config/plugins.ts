const named = (process.env.UNIA_PLUGINS ?? '').split(',').filter(Boolean)

/** Where plugins come from besides `plugins/*` and `ops-console`: names of npm packages or folders, also in UNIA_PLUGINS. */
export default {
  packages: [...named, ...(process.env.NODE_ENV === 'test' ? ['./tests/fixtures/plugins/sample-club'] : [])],
}
