import type { CSSVariablesResolver } from '@mantine/core';
import { DARK_TOKENS, LIGHT_TOKENS } from './tokens.ts';

const prefixed = (tokens: Record<string, string>): Record<`--${string}`, string> =>
  Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--bl-${name}`, value]));

/** Mantine's own roles, said in our tokens, so that its components follow both colour schemes. */
const ROLES = {
  '--mantine-color-text': 'var(--bl-text)',
  '--mantine-color-bright': 'var(--bl-text)',
  '--mantine-color-body': 'var(--bl-surface)',
  '--mantine-color-dimmed': 'var(--bl-text3)',
  '--mantine-color-placeholder': 'var(--bl-text3)',
  '--mantine-color-anchor': 'var(--bl-atext)',
  '--mantine-color-error': 'var(--bl-risk)',
  '--mantine-color-success': 'var(--bl-good)',
  '--mantine-color-default': 'var(--bl-surface)',
  '--mantine-color-default-hover': 'var(--bl-hover)',
  '--mantine-color-default-color': 'var(--bl-text)',
  '--mantine-color-default-border': 'var(--bl-line2)',
  '--mantine-color-disabled': 'var(--bl-hover)',
  '--mantine-color-disabled-color': 'var(--bl-text3)',
  '--mantine-color-disabled-border': 'var(--bl-line)',
  '--mantine-primary-color-contrast': 'var(--bl-onaccent)',
  '--mantine-color-keel-filled': 'var(--bl-accent)',
  '--mantine-color-keel-filled-hover': 'var(--bl-accent-h)',
  '--mantine-color-keel-light': 'var(--bl-asoft)',
  '--mantine-color-keel-light-hover': 'var(--bl-asoft)',
  '--mantine-color-keel-light-color': 'var(--bl-atext)',
  '--mantine-color-keel-text': 'var(--bl-atext)',
  '--mantine-color-keel-outline': 'var(--bl-accent)',
} as const;

/** The `--bl-*` tokens of both schemes, and Mantine's roles mapped onto them. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...prefixed(LIGHT_TOKENS), ...ROLES },
  dark: { ...prefixed(DARK_TOKENS), ...ROLES },
});
