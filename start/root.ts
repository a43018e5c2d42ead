/** Folder of the installation, with a slash at its end. */
export const APP_ROOT = new URL('../', import.meta.url)

export const importer = (path: string) =>
  path.startsWith('./') || path.startsWith('../') ? import(new URL(path, APP_ROOT).href) : import(path)
