import { usePage } from '@inertiajs/react'

export interface Role {
  id: string
  label: string
}

export interface Unit {
  slug: string
  name: string
  shortName: string
  kind: string
}

/** A unit (or `city`) the person may enter, with the roles held there. */
export interface Place extends Unit {
  roles: Role[]
}

export interface MenuEntry {
  id: string
  label: string
  icon: string
  href: string
  badge?: { value: string; tone: 'neutral' | 'warning' | 'critical' }
}

export interface MenuSection {
  section: string
  label: string
  items: MenuEntry[]
}

export interface Flash {
  tone: 'success' | 'warning' | 'error' | 'info'
  text: string
  undo?: { href: string; method: 'post' | 'delete' | 'put'; label: string }
}

/** What the server puts into every page. */
export interface SharedProps {
  locale: 'pl' | 'en'
  csrfToken: string
  version: string
  now: string
  simulated: boolean
  person: null | { name: string; initials: string; accountId: string; hasSecondFactor: boolean }
  unit: null | Unit
  role: null | Role
  places: Place[]
  menu: MenuSection[]
  notifications: { unread: number }
  flash: null | Flash
  errors: Record<string, string>
}

/** The shared props of the page now shown. */
export const useShared = (): SharedProps => usePage().props as unknown as SharedProps
