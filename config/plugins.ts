/** Where plugins come from besides `plugins/*` and `ops-console`: names of npm packages or folders. */
export default {
  packages: [] as string[],
}
