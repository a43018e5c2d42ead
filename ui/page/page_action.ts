import { Link } from '@inertiajs/react'

export interface PageAction {
  label: string
  icon?: string
  href?: string
  onClick?: () => void
  disabled?: boolean
  danger?: boolean
}

/** A link when there is an address, a button otherwise. Mantine's polymorphic props cannot say “either”. */
export function target({ href, onClick, disabled }: PageAction): object {
  return href && !disabled ? { component: Link, href, onClick } : { onClick, disabled }
}
