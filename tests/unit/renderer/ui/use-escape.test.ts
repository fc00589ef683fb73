import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useEscape } from '#renderer/ui/use-escape.ts';

const effects = vi.hoisted(() => ({ end: undefined as (() => void) | undefined }));
// Without a browser no effect runs, so each is run as it is met.
vi.mock('react', async (original) => ({
  ...await original<typeof import('react')>(),
  useEffectEvent: <T>(work: T): T => work,
  useEffect: (work: () => (() => void) | undefined) => { effects.end = work(); },
}));

class FakeNode {
  readonly #inside: readonly FakeNode[];

  constructor(...inside: FakeNode[]) {
    this.#inside = inside;
  }

  contains(other: FakeNode): boolean {
    return other === this || this.#inside.some((one) => one.contains(other));
  }
}

const field = new FakeNode();
const panel = new FakeNode(field);
const place = { current: panel as unknown as HTMLElement };
let listening: { kind: string; listen: (event: unknown) => void; capture: unknown }[];
let escaped: number;

beforeEach(() => {
  [listening, escaped] = [[], 0];
  vi.stubGlobal('Node', FakeNode);
  vi.stubGlobal('window', {
    addEventListener: (kind: string, listen: (event: unknown) => void, { capture }: { capture: unknown }) => void listening.push({ kind, listen, capture }),
    removeEventListener: (_: string, gone: unknown) => { listening = listening.filter(({ listen }) => listen !== gone); },
  });
});
afterEach(() => vi.unstubAllGlobals());

function press(change: Record<string, unknown> = {}): string[] {
  const done: string[] = [];
  const event = { key: 'Escape', target: field, isComposing: false, keyCode: 27, preventDefault: () => void done.push('prevented'), stopPropagation: () => void done.push('stopped'), ...change };
  for (const { listen } of listening) listen(event);
  return done;
}
const start = (active: boolean, places = [place, { current: null }]): void => useEscape(active, places, () => void (escaped += 1));

describe('Escape inside of what is open', () => {
  it('closes that alone, before anything around it hears of it', () => {
    start(true);
    expect(listening.map(({ kind, capture }) => [kind, capture])).toEqual([['keydown', true]]);
    expect([press(), escaped]).toEqual([['prevented', 'stopped'], 1]);
    expect([press({ target: panel }), escaped]).toEqual([['prevented', 'stopped'], 2]);
  });

  it.each([
    ['another key', { key: 'Enter' }], ['outside of it', { target: new FakeNode() }], ['to no element', { target: null }], ['to end the input of a word', { isComposing: true }], ['as the input method says it', { keyCode: 229 }],
  ])('is left alone: %s', (_, change) => {
    start(true);
    expect([press(change), escaped]).toEqual([[], 0]);
  });

  it('is not listened to while nothing is open, nor afterwards', () => {
    start(false);
    expect(listening).toEqual([]);
    start(true);
    effects.end?.();
    expect([listening, press(), escaped]).toEqual([[], [], 0]);
  });
});
