/** Outcome of a value rule: the value in its stored form, or why it was refused. */
export type Checked<Value, Reason extends string> = { ok: true; value: Value } | { ok: false; error: Reason }

export const accepted = <Value>(value: Value) => ({ ok: true, value }) as const

export const refused = <Reason extends string>(error: Reason) => ({ ok: false, error }) as const
