export { defineContract, optional, provide, required, type Contract } from './contract.ts'
export { contracts } from './registry.ts'
