/** Colours by meaning. Every pair in `contrastPairs` is checked for WCAG AA in both schemes. */
export interface Scheme {
  page: string
  surface: string
  raised: string
  sunken: string
  line: string
  lineStrong: string
  text: string
  dimmed: string
  brand: string
  brandHover: string
  onBrand: string
  brandText: string
  brandSoft: string
  dangerFill: string
  onDanger: string
}

export type State = 'ok' | 'warning' | 'critical' | 'unknown' | 'maintenance'

/** `text` on `soft` is for badges; `shape` for icons and lines, at least 3:1 on every surface. */
export interface StateColours {
  text: string
  soft: string
  shape: string
}

export type SchemeName = 'light' | 'dark'

export const schemes: Record<SchemeName, Scheme> = {
  light: {
    page: '#f5f7f6',
    surface: '#ffffff',
    raised: '#ffffff',
    sunken: '#eef1ef',
    line: '#e0e5e2',
    lineStrong: '#868f8a',
    text: '#1a211d',
    dimmed: '#56615b',
    brand: '#0b6b47',
    brandHover: '#095a3c',
    onBrand: '#ffffff',
    brandText: '#0a5f3f',
    brandSoft: '#e3f1ea',
    dangerFill: '#b3202a',
    onDanger: '#ffffff',
  },
  dark: {
    page: '#101412',
    surface: '#181d1a',
    raised: '#1f2522',
    sunken: '#0c0f0e',
    line: '#2b322e',
    lineStrong: '#76827b',
    text: '#e6ebe8',
    dimmed: '#a2aea7',
    brand: '#17754f',
    brandHover: '#13674a',
    onBrand: '#ffffff',
    brandText: '#74d3a4',
    brandSoft: '#163328',
    dangerFill: '#b3323a',
    onDanger: '#ffffff',
  },
}

export const stateColours: Record<SchemeName, Record<State, StateColours>> = {
  light: {
    ok: { text: '#14672d', soft: '#e4f3e7', shape: '#1d8740' },
    warning: { text: '#824600', soft: '#fdf0d8', shape: '#b86e00' },
    critical: { text: '#a3161e', soft: '#fce9e9', shape: '#cc2630' },
    unknown: { text: '#565267', soft: '#eeedf3', shape: '#77728b' },
    maintenance: { text: '#1a54a3', soft: '#e5effb', shape: '#2768c4' },
  },
  dark: {
    ok: { text: '#83d69d', soft: '#15301e', shape: '#43b467' },
    warning: { text: '#f3b95f', soft: '#37280f', shape: '#e29a2d' },
    critical: { text: '#ffa19f', soft: '#44191c', shape: '#f0565a' },
    unknown: { text: '#c0bbd3', soft: '#2a2835', shape: '#928cab' },
    maintenance: { text: '#96c1fb', soft: '#172c49', shape: '#5b9bf0' },
  },
}

/** Text that may stand on a background: name, foreground, background. */
export function contrastPairs(name: SchemeName): [string, string, string][] {
  const scheme = schemes[name]
  const grounds = ['page', 'surface', 'raised', 'sunken'] as const
  const texts = ['text', 'dimmed', 'brandText'] as const
  const states = Object.entries(stateColours[name])
  return [
    ...grounds.flatMap((ground) =>
      texts.map((text): [string, string, string] => [`${text} on ${ground}`, scheme[text], scheme[ground]])
    ),
    ['text on brandSoft', scheme.text, scheme.brandSoft],
    ['brandText on brandSoft', scheme.brandText, scheme.brandSoft],
    ['onBrand on brand', scheme.onBrand, scheme.brand],
    ['onBrand on brandHover', scheme.onBrand, scheme.brandHover],
    ['onDanger on dangerFill', scheme.onDanger, scheme.dangerFill],
    ...states.flatMap(([state, { text, soft }]): [string, string, string][] => [
      [`${state} on its soft ground`, text, soft],
      [`${state} on surface`, text, scheme.surface],
      [`${state} on page`, text, scheme.page],
      [`text on soft ${state}`, scheme.text, soft],
    ]),
  ]
}

/** Shapes and borders of controls; they need 3:1 (WCAG 1.4.11). */
export function shapePairs(name: SchemeName): [string, string, string][] {
  const { surface, page, lineStrong } = schemes[name]
  return [
    ['border of a field on surface', lineStrong, surface],
    ...Object.entries(stateColours[name]).flatMap(([state, { shape, soft }]): [string, string, string][] => [
      [`${state} shape on surface`, shape, surface],
      [`${state} shape on page`, shape, page],
      [`${state} shape on its soft ground`, shape, soft],
    ]),
  ]
}
