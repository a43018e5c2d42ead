import type { CSSVariablesResolver } from '@mantine/core'
import { schemes, stateColours } from './tokens.ts'
import type { SchemeName } from './tokens.ts'

/** `--u-…` for our own styles, and Mantine's semantic variables pointed at the same tokens. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--u-row': '36px', '--u-header': '52px', '--u-nav': '232px', '--u-nav-narrow': '60px' },
  light: { ...own('light'), ...mantine('light') },
  dark: { ...own('dark'), ...mantine('dark') },
})

function own(name: SchemeName): Record<string, string> {
  const plain = Object.entries(schemes[name]).map(([token, value]) => [`--u-${kebab(token)}`, value])
  const states = Object.entries(stateColours[name]).flatMap(([state, colours]) =>
    Object.entries(colours).map(([part, value]) => [`--u-${state}-${part}`, value])
  )
  return Object.fromEntries([...plain, ...states])
}

function mantine(name: SchemeName): Record<string, string> {
  const scheme = schemes[name]
  return {
    '--mantine-color-body': scheme.surface,
    '--mantine-color-text': scheme.text,
    '--mantine-color-dimmed': scheme.dimmed,
    '--mantine-color-placeholder': scheme.dimmed,
    '--mantine-color-default': scheme.surface,
    '--mantine-color-default-hover': scheme.sunken,
    '--mantine-color-default-color': scheme.text,
    '--mantine-color-default-border': scheme.line,
    '--mantine-color-anchor': scheme.brandText,
    '--mantine-color-error': stateColours[name].critical.text,
    '--mantine-primary-color-filled': scheme.brand,
    '--mantine-primary-color-filled-hover': scheme.brandHover,
    '--mantine-primary-color-light': scheme.brandSoft,
    '--mantine-primary-color-light-hover': scheme.brandSoft,
    '--mantine-primary-color-light-color': scheme.brandText,
    '--mantine-color-brand-filled': scheme.brand,
    '--mantine-color-brand-filled-hover': scheme.brandHover,
    '--mantine-color-brand-light': scheme.brandSoft,
    '--mantine-color-brand-light-hover': scheme.brandSoft,
    '--mantine-color-brand-light-color': scheme.brandText,
    '--mantine-color-brand-outline': scheme.brandText,
    '--mantine-color-danger-filled': scheme.dangerFill,
    '--mantine-color-danger-filled-hover': scheme.dangerFill,
    '--mantine-color-danger-light': stateColours[name].critical.soft,
    '--mantine-color-danger-light-hover': stateColours[name].critical.soft,
    '--mantine-color-danger-light-color': stateColours[name].critical.text,
    '--mantine-color-danger-outline': stateColours[name].critical.text,
    '--mantine-color-gray-light': scheme.sunken,
    '--mantine-color-gray-light-hover': scheme.line,
    '--mantine-color-gray-light-color': scheme.dimmed,
  }
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
