export * from './days.ts'
export * from './holidays.ts'
export * from './deadlines.ts'
export * from './school_year.ts'
