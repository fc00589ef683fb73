import { describe, expect, it } from 'vitest';
import { rowAction, type KeyPress } from '#renderer/tables/row-keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...more });

describe('keys of a list', () => {
  it.each([
    ['ArrowDown', 4, { move: 5 }],
    ['j', 4, { move: 5 }],
    ['J', 4, { move: 5 }],
    ['ArrowUp', 4, { move: 3 }],
    ['k', 4, { move: 3 }],
    ['PageDown', 4, { move: 14 }],
    ['PageUp', 14, { move: 4 }],
    ['Home', 14, { move: 0 }],
    ['End', 0, { move: 99 }],
  ])('%s from row %i', (key, from, expected) => {
    expect(rowAction(press(key), from, 100, 10)).toEqual(expected);
  });

  it('stops at both ends', () => {
    expect(rowAction(press('ArrowUp'), 0, 100, 10)).toEqual({ move: 0 });
    expect(rowAction(press('PageDown'), 97, 100, 10)).toEqual({ move: 99 });
  });

  it('begins at the first row when none is focused', () => {
    expect(rowAction(press('ArrowDown'), null, 100, 10)).toEqual({ move: 0 });
  });

  it.each(['Enter', 'o', 'O'])('%s opens the focused row, and nothing where none is', (key) => {
    expect(rowAction(press(key), 3, 100, 10)).toBe('open');
    expect(rowAction(press(key), null, 100, 10)).toBeNull();
  });

  it('leaves shortcuts of the program, composition and other keys alone', () => {
    expect(rowAction(press('k', { ctrlKey: true }), 3, 100, 10)).toBeNull();
    expect(rowAction(press('k', { metaKey: true }), 3, 100, 10)).toBeNull();
    expect(rowAction(press('ArrowDown', { altKey: true }), 3, 100, 10)).toBeNull();
    expect(rowAction(press('j', { isComposing: true }), 3, 100, 10)).toBeNull();
    expect(rowAction(press('x'), 3, 100, 10)).toBeNull();
  });

  it('does nothing in an empty list', () => {
    expect(rowAction(press('ArrowDown'), null, 0, 10)).toBeNull();
  });
});
