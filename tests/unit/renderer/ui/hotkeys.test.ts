import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isComposing, isTextField, matchesHotkey, type KeyPress } from '#renderer/ui/hotkeys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key, code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0, target: null, ...more,
});

class FakeElement {
  readonly #matches: boolean;

  constructor(matches: boolean) {
    this.#matches = matches;
  }

  closest(): FakeElement | null {
    return this.#matches ? this : null;
  }
}

const inText = () => new FakeElement(true) as unknown as EventTarget;
const inList = () => new FakeElement(false) as unknown as EventTarget;

beforeEach(() => vi.stubGlobal('Element', FakeElement));
afterEach(() => vi.unstubAllGlobals());

describe('shortcuts', () => {
  it('need their modifiers, no more and no fewer', () => {
    expect(matchesHotkey(press('k', { ctrlKey: true }), 'mod+k')).toBe(true);
    expect(matchesHotkey(press('k'), 'mod+k')).toBe(false);
    expect(matchesHotkey(press('k', { ctrlKey: true, shiftKey: true }), 'mod+k')).toBe(false);
    expect(matchesHotkey(press('k', { ctrlKey: true, altKey: true }), 'mod+k')).toBe(false);
    expect(matchesHotkey(press('z', { ctrlKey: true, shiftKey: true }), 'mod+shift+z')).toBe(true);
    expect(matchesHotkey(press('z', { ctrlKey: true }), 'mod+shift+z')).toBe(false);
  });

  it('are ⌘ on macOS, where Ctrl is something else', () => {
    vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)' });
    expect(matchesHotkey(press('k', { metaKey: true }), 'mod+k')).toBe(true);
    expect(matchesHotkey(press('k', { ctrlKey: true }), 'mod+k')).toBe(false);
  });

  it('know a letter by its place under another layout', () => {
    expect(matchesHotkey(press('л', { code: 'KeyK', ctrlKey: true }), 'mod+k')).toBe(true);
  });

  it('never act while an input method is at work', () => {
    expect(matchesHotkey(press('k', { ctrlKey: true, isComposing: true }), 'mod+k')).toBe(false);
    expect(matchesHotkey(press('e', { keyCode: 229 }), 'e')).toBe(false);
    expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 75 })).toBe(false);
  });

  it('leave single letters to text fields', () => {
    expect(matchesHotkey(press('e', { target: inText() }), 'e')).toBe(false);
    expect(matchesHotkey(press('e', { target: inList() }), 'e')).toBe(true);
    expect(matchesHotkey(press('?', { target: inText() }), '?')).toBe(false);
  });

  it('with a modifier act in text fields as well, and so does Escape', () => {
    expect(matchesHotkey(press('l', { ctrlKey: true, target: inText() }), 'mod+l')).toBe(true);
    expect(matchesHotkey(press('Escape', { target: inText() }), 'escape')).toBe(true);
  });

  it('take a sign with or without Shift, as the layout has it', () => {
    expect(matchesHotkey(press('?', { shiftKey: true }), '?')).toBe(true);
    expect(matchesHotkey(press('?'), '?')).toBe(true);
    expect(matchesHotkey(press('/'), '?')).toBe(false);
  });
});

it('tells text fields from the rest', () => {
  expect(isTextField(inText())).toBe(true);
  expect(isTextField(inList())).toBe(false);
  expect(isTextField(null)).toBe(false);
});
