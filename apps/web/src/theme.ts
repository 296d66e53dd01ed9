import type { CSSVariablesResolver } from '@mantine/core';
import { Alert, createTheme } from '@mantine/core';

/** Sizes, fonts and defaults. Only fonts that the viewer's system has: nothing is loaded from elsewhere. */
export const theme = createTheme({
  primaryColor: 'indigo',
  colors: {
    // Mantine's own greys are warm beside these surfaces.
    dark: [
      '#dde2e8',
      '#c0c6ce',
      '#a9b1bb',
      '#707a85',
      '#474e57',
      '#363c44',
      '#242930',
      '#1b1e23',
      '#16191d',
      '#101215',
    ],
  },
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  components: {
    Alert: Alert.extend({
      styles: {
        root: {
          border: '1px solid color-mix(in srgb, var(--alert-color) 45%, var(--app-surface))',
          background: 'color-mix(in srgb, var(--alert-bg) 40%, var(--app-surface))',
        },
        title: { color: 'var(--mantine-color-text)' },
        icon: { marginInlineEnd: 'var(--mantine-spacing-sm)' },
      },
    }),
  },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
    },
  },
});

/** Mantine's muted colours miss the contrast of 4.5 to 1 that WCAG asks of text; these have it. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': '#6b737b',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-body': '#ffffff',
    '--app-page': 'var(--mantine-color-gray-0)',
    '--app-surface': '#ffffff',
    '--app-border': 'var(--mantine-color-gray-3)',
    '--app-better': '#0b6e4f',
    '--app-worse': '#b02525',
    '--app-line': 'var(--mantine-color-indigo-6)',
    '--app-warning': '#8a4b00',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b1bb',
    '--mantine-color-placeholder': '#98a1ab',
    '--mantine-color-error': '#ff9b9b',
    '--mantine-color-body': '#1b1e23',
    '--mantine-color-text': '#dde2e8',
    '--app-page': '#14171b',
    '--app-surface': '#1b1e23',
    '--app-border': '#32373f',
    '--app-better': '#5fd3a5',
    '--app-worse': '#ff9b9b',
    '--app-line': 'var(--mantine-color-indigo-4)',
    '--app-warning': '#ffc078',
  },
});
