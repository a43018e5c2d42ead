/** Where plugins come from besides `plugins/*` and `ops-console`: names of npm packages or folders. */
export default {
  packages: process.env.NODE_ENV === 'test' ? ['./tests/fixtures/plugins/sample-club'] : ([] as string[]),
}
