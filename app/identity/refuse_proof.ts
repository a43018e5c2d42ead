import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '../http/refuse.ts'
import type { Proof } from './proof.ts'

/** Returns only when the person has proved who they are. */
export function refuseProof(ctx: HttpContext, proof: Proof, field: 'code' | 'password'): void {
  if (proof.outcome === 'wrong') refuse(ctx, { [field]: `core.step_up.wrong_${field}` })
  if (proof.outcome === 'wait') {
    refuse(ctx, { [field]: { text: 'core.login.wait', values: { seconds: proof.seconds } } })
  }
}
