export const language: 'pl' | 'en'
export function message(key: string, values?: Record<string, string | number>): string
export function hasMessage(key: string): boolean
