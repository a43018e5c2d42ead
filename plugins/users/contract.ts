export * from './published/audiences.ts'
