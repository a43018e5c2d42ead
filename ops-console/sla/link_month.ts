import type { Knex } from 'knex'
import type { ContractLink } from './links.ts'
import { readInputs } from './read_inputs.ts'
import { reportsOf, type SlaReport } from './reports.ts'
import { settle, type Limits, type SlaInputs, type SlaResult } from './settle.ts'

/** One link's month as people see it: a settled version, or the account as it stands. */
export interface LinkMonth {
  link: {
    id: string
    unit: string
    unitName: string
    supplier: string
    state: string
    activatedAt: string | null
  }
  month: string
  inputs: SlaInputs | null
  result: SlaResult | null
  /** Null: not settled yet. */
  settled: Omit<SlaReport, 'inputs' | 'result' | 'tenantId' | 'deviceId' | 'month'> | null
  versions: { version: number; generatedAt: string; generatedName: string }[]
}

/** @param version null: the newest, or the account as it stands when there is none */
export async function linkMonth(
  knex: Knex,
  link: ContractLink,
  month: string,
  limits: Limits,
  version: number | null
): Promise<LinkMonth> {
  const reports = await reportsOf(knex, link, month)
  const chosen = reports.find((one) => one.version === version) ?? reports[0] ?? null
  const inputs = chosen ? chosen.inputs : await readInputs(knex, link, month, limits)
  const result = chosen ? chosen.result : inputs && settle(inputs)
  return {
    link: {
      ...{
        id: link.deviceId,
        unit: link.unit,
        unitName: link.unitName,
        supplier: link.supplier,
        state: link.state,
      },
      activatedAt: link.activatedAt?.toISOString() ?? null,
    },
    ...{ month, inputs, result },
    settled: chosen && {
      ...{ version: chosen.version, ruleVersion: chosen.ruleVersion, inputsHash: chosen.inputsHash },
      ...{ generatedAt: chosen.generatedAt, generatedName: chosen.generatedName },
    },
    versions: reports.map((one) => ({
      ...{ version: one.version, generatedAt: one.generatedAt, generatedName: one.generatedName },
    })),
  }
}
