/** How the state of a transfer looks. */
export const STATE = {
  requested: 'warning',
  confirmed: 'maintenance',
  refused: 'critical',
  completed: 'ok',
} as const
