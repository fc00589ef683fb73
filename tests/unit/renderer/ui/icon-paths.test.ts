import { describe, expect, it } from 'vitest';
import { ICON_PATHS } from '#renderer/ui/icon-paths.ts';

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)/g;
const ARGUMENTS: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, a: 7, z: 0 };

/** Splits arcs by their flags, which may stand without a space. */
function countOf(command: string, text: string): number {
  if (command !== 'a') return (text.match(NUMBER) ?? []).length;
  const arc = /\s*[-+.\d]+?[\s,]*[-+]?[\d.]+[\s,]+[-\d.]+[\s,]+[01][\s,]*[01][\s,]*[-+]?[\d.]+[\s,]*[-+]?[\d.]+/g;
  return (text.match(arc) ?? []).length * 7;
}

describe.each(Object.entries(ICON_PATHS))('icon %s', (_name, path) => {
  it('is a path that begins with a move', () => {
    expect(path).toMatch(/^[Mm]/);
    expect(path).toMatch(/^[MmLlHhVvCcSsAaZz\d\s.,-]+$/);
  });

  it('gives each command whole sets of numbers', () => {
    for (const [, command = '', text = ''] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
      const needed = ARGUMENTS[command.toLowerCase()];
      expect(needed, command).toBeDefined();
      const count = countOf(command.toLowerCase(), text);
      expect(needed === 0 ? count : count % (needed ?? 1), `${command}${text}`).toBe(0);
      if (needed) expect(count, `${command}${text}`).toBeGreaterThan(0);
    }
  });
});
