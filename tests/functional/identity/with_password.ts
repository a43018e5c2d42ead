import { systemClient } from '../../../app/tenancy/tenancy.ts'
import { hashPassword } from '../../../app/identity/passwords.ts'
import { visit, type TestPerson } from '../../../app/testing/index.ts'

export const PASSWORD = 'koń bateria zszywka'

/** Gives the person a password; returns the login name. Demo accounts are not led to set a second factor up. */
export async function withPassword({ accountId }: TestPerson, { demo = true } = {}): Promise<string> {
  const account = systemClient().from('core.identity_accounts').where('id', accountId)
  await account.clone().update({ password_hash: await hashPassword(PASSWORD), demo })
  return (await account.clone().select('login_name').firstOrFail()).login_name
}

export const logIn = (login: string, password = PASSWORD, next = '/') =>
  visit(null).post('/login', { login, password, next })

/** Nobody's failures count in the next test. */
export async function forgetAllFailures() {
  await systemClient().from('core.identity_throttle').delete()
}
