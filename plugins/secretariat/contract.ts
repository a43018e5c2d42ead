export * from './published/pupils.ts'
export * from './published/sections.ts'
export * from './published/calendar.ts'
export * from './published/office.ts'
