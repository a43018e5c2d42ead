import type { TransferRow } from '#secretariat/queries/transfers'

/** A transfer as pages show it: ids of persons and tenants stay inside. */
export const shown = ({ personId: _person, otherTenantId: _tenant, ...transfer }: TransferRow) => transfer

export type ShownTransfer = ReturnType<typeof shown>
