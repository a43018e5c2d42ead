/** An address inside Unia, or `otherwise`: an outsider's link must not lead away after log-in. */
export function localPath(path: unknown, otherwise = '/'): string {
  if (typeof path !== 'string' || !/^\/(?![/\\])/.test(path) || /[\\\s\u0000-\u001f]/.test(path))
    return otherwise
  return new URL(path, 'http://unia.invalid').origin === 'http://unia.invalid' ? path : otherwise
}
