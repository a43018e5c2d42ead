export { notice, page, type Notice } from './page.ts'
export { listQuery, type ListQuery } from './paging.ts'
export { Forbidden, NotFound } from '../access/errors.ts'
export { refuse } from './refuse.ts'
