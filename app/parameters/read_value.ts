import type { ParameterType } from './define_parameter.ts'
import { acceptsValue } from './value_types.ts'

/** What a person typed, as a value of the parameter's type: `1 234,5` is `1234.50` złote. Null when it is none. */
export function readValue(type: ParameterType, text: string): unknown {
  const plain = text.trim()
  const number = plain.replaceAll(/[\s\u00a0]/g, '').replace(',', '.')
  const value = READERS[type]?.(plain, number) ?? plain
  return acceptsValue(type, value) ? value : null
}

const READERS: Partial<Record<ParameterType, (plain: string, number: string) => unknown>> = {
  integer: (_plain, number) => (/^-?\d+$/.test(number) ? Number(number) : null),
  decimal: (_plain, number) => number,
  money: (_plain, number) => (/^-?\d+(\.\d{1,2})?$/.test(number) ? withGrosze(number) : null),
  table: (plain) => parsed(plain),
}

function withGrosze(number: string): string {
  const [zloty, grosze = ''] = number.split('.')
  return `${zloty}.${grosze.padEnd(2, '0')}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
