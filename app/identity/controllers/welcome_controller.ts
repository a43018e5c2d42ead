import type { HttpContext } from '@adonisjs/core/http'
import { notice, page } from '../../http/page.ts'
import { refuse } from '../../http/refuse.ts'
import { checkPhone } from '../../values/phone.ts'
import { childrenOf } from '../children.ts'
import { confirmContacts, contactsOf } from '../contacts.ts'
import { contactsValidator } from '../validators/start.ts'

/** After the first log-in: whose parent this is, in all units, and how to reach them. */
export default class WelcomeController {
  async show(ctx: HttpContext) {
    const { id } = ctx.identity!.person
    const contacts = await contactsOf(id)
    return page(ctx, 'core/account/welcome', {
      givenNames: ctx.identity!.person.givenNames.split(' ')[0],
      children: await childrenOf(id),
      email: contacts.find(({ kind }) => kind === 'email')?.value ?? '',
      phone: contacts.find(({ kind }) => kind === 'phone')?.value ?? '',
    })
  }

  async store(ctx: HttpContext) {
    const { email, phone } = await ctx.request.validateUsing(contactsValidator)
    const number = phone ? checkPhone(phone) : null
    if (number && !number.ok) refuse(ctx, { phone: `values.phone.${number.error}` })
    await confirmContacts(ctx.identity!, { email: email ?? null, phone: number?.ok ? number.value : null })
    notice(ctx, { tone: 'success', text: 'core.welcome.done' })
    return ctx.response.redirect('/')
  }
}
