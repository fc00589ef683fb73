import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';

/** The theme is a setting of the program, not of the browser: nothing is read from or written to its storage. */
export function settingsColorScheme(theme: MantineColorScheme): MantineColorSchemeManager {
  return { get: () => theme, set: () => undefined, subscribe: () => undefined, unsubscribe: () => undefined, clear: () => undefined };
}
