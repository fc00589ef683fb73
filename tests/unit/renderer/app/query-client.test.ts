import { describe, expect, it } from 'vitest';
import { HostGoneError } from '#renderer/client/host-gone.ts';
import { settingsColorScheme } from '#renderer/app/color-scheme.ts';
import { createQueryClient } from '#renderer/app/query-client.ts';

describe('the query client', () => {
  const { queries } = createQueryClient().getDefaultOptions();

  it('asks again only when the core was gone, and not for ever', () => {
    const retry = queries?.retry;
    if (typeof retry !== 'function') throw new Error('retry is decided by a function');
    expect(retry(0, new HostGoneError())).toBe(true);
    expect(retry(2, new HostGoneError())).toBe(true);
    expect(retry(3, new HostGoneError())).toBe(false);
    expect(retry(0, new Error('a fault of ours'))).toBe(false);
  });

  it('works without a network and never by time', () => {
    expect(queries).toMatchObject({ networkMode: 'always', staleTime: Infinity, refetchOnWindowFocus: false });
  });
});

it('takes the theme from the settings and keeps nothing in the browser', () => {
  const manager = settingsColorScheme('dark');
  expect(manager.get('light')).toBe('dark');
  manager.set('light');
  expect(manager.get('light')).toBe('dark');
});
