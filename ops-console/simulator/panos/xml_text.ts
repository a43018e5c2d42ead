const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => ENTITIES[char])

/** Elements in order: `elements({ name: 'ethernet1/1' })` → `<name>ethernet1/1</name>`. */
export const elements = (values: Record<string, string | number>) =>
  Object.entries(values)
    .map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`)
    .join('')

export const success = (result: string) => `<response status="success"><result>${result}</result></response>`

export const failure = (code: number | string, text: string, status = 'error') =>
  `<response status="${status}" code="${code}"><result><msg>${escaped(text)}</msg></result></response>`

/** Errors of a command have their text in lines. */
export const failureInLines = (code: number | string, text: string, status = 'error') =>
  `<response status="${status}" code="${code}"><msg><line>${escaped(text)}</line></msg></response>`
