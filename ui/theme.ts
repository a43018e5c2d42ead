import { createTheme } from '@mantine/core'
import type { MantineColorsTuple, MantineThemeOverride } from '@mantine/core'
import type { Translate } from './i18n/translate.ts'

export { contrast } from './theme/contrast.ts'
export { contrastPairs, schemes, shapePairs, stateColours } from './theme/tokens.ts'
export type { State, SchemeName } from './theme/tokens.ts'

// prettier-ignore
const brand: MantineColorsTuple = [
  '#eaf6f0', '#d0eadd', '#a5d8bf', '#74c39d', '#46ab7c', '#239065', '#0b6b47', '#095a3c', '#074a32', '#053824',
]
// prettier-ignore
const danger: MantineColorsTuple = [
  '#fdf0f0', '#fadbdb', '#f3b4b5', '#eb8a8c', '#e06165', '#d03d43', '#b3202a', '#991a23', '#80151d', '#661017',
]
// prettier-ignore
const gray: MantineColorsTuple = [
  '#f5f7f6', '#eef1ef', '#e0e5e2', '#d0d7d3', '#b4beb9', '#868f8a', '#68736d', '#56615b', '#363f3a', '#1a211d',
]
// prettier-ignore
const dark: MantineColorsTuple = [
  '#e6ebe8', '#c4cdc8', '#a2aea7', '#76827b', '#3a433e', '#2b322e', '#1f2522', '#181d1a', '#101412', '#0c0f0e',
]

const font = "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"

/** One look for every page. `t` names each control that shows only an icon, in the person's language. */
export function buildTheme(t: Translate): MantineThemeOverride {
  const close = { 'aria-label': t('ui.close') }
  const clear = { 'aria-label': t('ui.clear') }
  const field = { size: 'sm' as const }
  // The header element of a dialog would count as a second banner of the page.
  const plainHeader = { header: { role: 'presentation' } }
  return createTheme({
    primaryColor: 'brand',
    primaryShade: 6,
    colors: { brand, danger, gray, dark },
    white: '#ffffff',
    black: '#1a211d',
    fontFamily: font,
    fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
    lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.35' },
    spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
    radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
    defaultRadius: 'sm',
    cursorType: 'pointer',
    respectReducedMotion: true,
    headings: {
      fontFamily: font,
      fontWeight: '650',
      sizes: {
        h1: { fontSize: '1.5rem', lineHeight: '1.25' },
        h2: { fontSize: '1.125rem', lineHeight: '1.35' },
        h3: { fontSize: '1rem', lineHeight: '1.4' },
        h4: { fontSize: '0.9375rem', lineHeight: '1.45' },
      },
    },
    shadows: {
      xs: '0 1px 2px rgb(16 32 24 / 6%)',
      sm: '0 1px 3px rgb(16 32 24 / 9%)',
      md: '0 4px 16px rgb(16 32 24 / 12%)',
      lg: '0 10px 32px rgb(16 32 24 / 16%)',
      xl: '0 16px 48px rgb(16 32 24 / 20%)',
    },
    components: {
      Button: { defaultProps: { size: 'sm' } },
      ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 36 } },
      CloseButton: { defaultProps: close },
      Tooltip: {
        defaultProps: {
          openDelay: 400,
          withArrow: false,
          events: { hover: true, focus: true, touch: false },
        },
      },
      Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', transitionProps: { duration: 100 } } },
      Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
      Modal: {
        defaultProps: {
          attributes: plainHeader,
          closeButtonProps: close,
          centered: true,
          transitionProps: { duration: 120 },
        },
      },
      Drawer: {
        defaultProps: {
          attributes: plainHeader,
          closeButtonProps: close,
          transitionProps: { duration: 120 },
        },
      },
      Notification: { defaultProps: { closeButtonProps: close } },
      Alert: { defaultProps: { closeButtonLabel: t('ui.close') } },
      TextInput: { defaultProps: field },
      Textarea: { defaultProps: { ...field, autosize: true, minRows: 3 } },
      Select: {
        defaultProps: {
          ...field,
          clearButtonProps: clear,
          nothingFoundMessage: t('ui.nothing_found'),
          checkIconPosition: 'right',
        },
      },
      MultiSelect: {
        defaultProps: { ...field, clearButtonProps: clear, nothingFoundMessage: t('ui.nothing_found') },
      },
      PasswordInput: {
        defaultProps: { ...field, visibilityToggleButtonProps: { 'aria-label': t('ui.show_password') } },
      },
      NumberInput: { defaultProps: { ...field, hideControls: true } },
      FileInput: { defaultProps: { ...field, clearButtonProps: clear } },
      DateInput: { defaultProps: { ...field, clearButtonProps: clear } },
      Pagination: {
        defaultProps: { getControlProps: (control: string) => ({ 'aria-label': t(`ui.pages.${control}`) }) },
      },
      Tabs: { defaultProps: { keepMounted: false } },
      Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 550 } },
    },
  })
}
