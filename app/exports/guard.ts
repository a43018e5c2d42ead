const STARTS_FORMULA = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/u
const REAL_NUMBER = /^[+-]?\d+([.,]\d+)?$/
const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text that a spreadsheet would run as a formula gets `'` before it (OWASP CSV injection); real numbers stay. */
export const guarded = (text: string) =>
  STARTS_FORMULA.test(text) && !REAL_NUMBER.test(text) ? `'${text}` : text

/** Text without the characters that XML does not allow. */
export const xmlText = (text: string) => text.replace(NOT_IN_XML, '')
