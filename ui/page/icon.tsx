import * as icons from './icons.ts'

const byName = new Map(Object.entries(icons).map(([name, icon]) => [kebab(name.replace(/^Icon/, '')), icon]))

/** A Tabler icon by the name that manifests use (`building-community`); unknown names become a plain dot. Decorative. */
export function Icon({ name, size = 20 }: { name: string; size?: number }) {
  const Found = byName.get(name) ?? icons.IconPoint
  return <Found size={size} stroke={1.6} aria-hidden focusable={false} style={{ flex: 'none' }} />
}

/** Names a manifest may use. */
export const iconNames = (): string[] => [...byName.keys()]

function kebab(name: string): string {
  return name.replace(/([a-z])([A-Z0-9])/g, '$1-$2').toLowerCase()
}
