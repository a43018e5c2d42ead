import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { accepted, refused, type Checked } from './checked.ts'
import { isDay } from './days.ts'
import { checkNrb } from './iban_nrb.ts'
import { parseMoney, toDecimal } from './money.ts'
import { checkName } from './names.ts'
import { checkNip } from './nip.ts'
import { checkPesel } from './pesel.ts'
import { checkPhone } from './phone.ts'
import { checkPostcode } from './postcode.ts'
import { checkRegon } from './regon.ts'
import { checkRspo } from './rspo.ts'
import { checkSlug } from './slug.ts'

/**
 * Turns a value rule into a VineJS rule: the field takes the stored form, or reports the message `values.<id>.<reason>`
 * (the same text as rule and message, so that a form can translate either).
 */
const ruleOf = <Reason extends string>(id: string, check: (text: string) => Checked<string, Reason>) =>
  vine.createRule((value: unknown, _options: undefined, field: FieldContext) => {
    if (typeof value !== 'string') return
    const result = check(value)
    if (result.ok) return field.mutate(result.value, field)
    const message = `values.${id}.${result.error}`
    field.report(message, message, field)
  })

const mapped = <Value, Reason extends string>(
  result: Checked<Value, Reason>,
  map: (value: Value) => string
) => (result.ok ? accepted(map(result.value)) : result)

export const peselRule = ruleOf('pesel', (text) => mapped(checkPesel(text), ({ number }) => number))
export const nipRule = ruleOf('nip', checkNip)
export const regonRule = ruleOf('regon', checkRegon)
export const rspoRule = ruleOf('rspo', checkRspo)
export const nrbRule = ruleOf('nrb', checkNrb)
export const postcodeRule = ruleOf('postcode', checkPostcode)
export const slugRule = ruleOf('slug', checkSlug)
export const phoneRule = ruleOf('phone', checkPhone)
export const nameRule = ruleOf('name', checkName)
export const dayRule = ruleOf('day', (text) => (isDay(text) ? accepted(text) : refused('format')))
/** The field becomes a decimal text, `1234.50`. */
export const moneyRule = ruleOf('money', (text) => mapped(parseMoney(text), toDecimal))

export const pesel = () => vine.string().use(peselRule())
export const nip = () => vine.string().use(nipRule())
export const regon = () => vine.string().use(regonRule())
export const rspo = () => vine.string().use(rspoRule())
export const nrb = () => vine.string().use(nrbRule())
export const postcode = () => vine.string().use(postcodeRule())
export const slug = () => vine.string().use(slugRule())
export const phone = () => vine.string().use(phoneRule())
export const personName = () => vine.string().use(nameRule())
export const day = () => vine.string().use(dayRule())
export const money = () => vine.string().use(moneyRule())
