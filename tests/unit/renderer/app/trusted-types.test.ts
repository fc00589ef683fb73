import { describe, expect, it, vi } from 'vitest';
import { installTrustedTypes, trustedMarkup } from '#renderer/app/trusted-types.ts';

describe('markup', () => {
  it('passes text that can become no element', () => {
    const clean = vi.fn();
    expect(trustedMarkup(':root{--x:1} a > b & "c"', clean)).toBe(':root{--x:1} a > b & "c"');
    expect(clean).not.toHaveBeenCalled();
  });

  it('cleans whatever holds a tag', () => {
    expect(trustedMarkup('<img src=x onerror=alert(1)>', () => '<img src="x">')).toBe('<img src="x">');
  });
});

describe('the default policy', () => {
  it('has a rule for markup and none for scripts or their addresses', () => {
    const createPolicy = vi.fn();
    installTrustedTypes({ createPolicy });
    expect(createPolicy).toHaveBeenCalledOnce();
    const [name, rules] = createPolicy.mock.calls[0] ?? [];
    expect(name).toBe('default');
    expect(Object.keys(rules)).toEqual(['createHTML']);
    expect(rules.createHTML('plain')).toBe('plain');
  });

  it('is left out where the browser has no trusted types', () => {
    expect(() => installTrustedTypes(undefined)).not.toThrow();
  });
});
