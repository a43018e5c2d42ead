/** Fields that events of this plugin share. */
export const id = { type: 'string', format: 'uuid' } as const
export const day = { type: 'string', format: 'date' } as const
