export * from './published/pupils.ts'
export * from './published/guardians.ts'
export * from './published/sections.ts'
