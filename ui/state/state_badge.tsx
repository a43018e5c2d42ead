import type { ReactNode } from 'react'
import { useT } from '../i18n/provider.tsx'
import type { State } from '../theme/tokens.ts'
import { StateShape } from './state_shape.tsx'
import classes from './state.module.css'

/** A state in words with its shape; `children` replaces the general word. */
export function StateBadge({ state, children }: { state: State; children?: ReactNode }) {
  const t = useT()
  return (
    <span className={classes.badge} data-state={state}>
      <StateShape state={state} size={11} />
      {children ?? t(`ui.state.${state}`)}
    </span>
  )
}
