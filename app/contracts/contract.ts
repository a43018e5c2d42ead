/** A typed question or command that one plugin answers for others. The type parameter is the interface. */
export interface Contract<T> {
  readonly id: string
  readonly version: number
  /** Never present at run time; carries the type. */
  readonly answers?: T
}

export interface Provision {
  contract: Contract<unknown>
  load: () => Promise<{ default: new () => unknown }>
}

export interface Need {
  contract: Contract<unknown>
  required: boolean
}

/**
 * @example
 * export interface Loans { overdueOf(pupilIds: string[]): Promise<Record<string, number>> }
 * export const Loans = defineContract<Loans>('library.loans')
 */
export const defineContract = <T>(id: string, version = 1): Contract<T> => ({ id, version })

export const provide = <T>(
  contract: Contract<T>,
  load: () => Promise<{ default: new () => T }>
): Provision => ({
  contract,
  load,
})

export const required = (contract: Contract<unknown>): Need => ({ contract, required: true })
export const optional = (contract: Contract<unknown>): Need => ({ contract, required: false })
