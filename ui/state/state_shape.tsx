import type { State } from '../theme/tokens.ts'
import classes from './state.module.css'

/** ● ok, ▲ warning, ■ critical, ◇ unknown, ◷ maintenance: the shape tells the state without its colour. */
export function StateShape({ state, size = 12, label }: { state: State; size?: number; label?: string }) {
  return (
    <svg
      className={classes.shape}
      data-state={state}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {shapes[state]}
    </svg>
  )
}

const shapes: Record<State, React.ReactNode> = {
  ok: <circle cx="8" cy="8" r="6.5" fill="currentColor" />,
  warning: <path d="M8 1.2 15.4 14.4H.6Z" fill="currentColor" />,
  critical: <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="1" fill="currentColor" />,
  unknown: <path d="M8 1.4 14.6 8 8 14.6 1.4 8Z" fill="none" stroke="currentColor" strokeWidth="2" />,
  maintenance: (
    <g fill="none" stroke="currentColor" strokeWidth="2">
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.2V8l2.8 1.8" strokeLinecap="round" />
    </g>
  ),
}
