import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageEvent } from '#shared/contract/reminders.ts';
import { noticeStore, type PageNotice } from '#renderer/features/reminders/notice-store.ts';
import { watchNotices } from '#renderer/features/reminders/watch-notices.ts';
import { recordingClient } from '#tests/builders/recording-client.ts';

const notice = (key: string, more: Partial<PageNotice> = {}): PageNotice => ({ key, title: `Title ${key}`, body: `Body ${key}`, accountId: 'a', actions: { done: 'Done', snooze: 'Later today' }, ...more });
const show = (key: string, more?: Partial<PageNotice>): PageEvent => ({ type: 'show', notice: notice(key, more) });

/** A notification of the browser, as far as it is used. */
class StandIn extends EventTarget {
  static permission: NotificationPermission = 'granted';
  static shown: StandIn[] = [];
  closed = false;
  readonly title: string;
  readonly options: NotificationOptions;
  constructor(title: string, options: NotificationOptions) {
    super();
    this.title = title;
    this.options = options;
    StandIn.shown.push(this);
  }
  close(): void {
    this.closed = true;
  }
}

/** Streams of the core, one for each time it is asked; each gives its events and then breaks, or stays open when it is the last. */
function core(...streams: PageEvent[][]) {
  const signals: (AbortSignal | undefined)[] = [];
  const made = recordingClient((path, _input, options) => {
    if (path !== 'reminders.watch') return undefined;
    signals.push(options?.signal);
    const events = streams[signals.length - 1] ?? [];
    const last = signals.length >= streams.length;
    return (async function* stream() {
      yield* events;
      if (!last) throw new Error('the core went away');
      await new Promise((_resolve, reject) => { options?.signal?.addEventListener('abort', () => reject(new Error('ended'))); });
    })();
  });
  return { ...made, signals, told: () => made.calls.flatMap(([path, input]) => (path === 'reminders.told' ? [input] : [])) };
}

describe('a tab that watches for reminders', () => {
  /** Tabs that want to lead, in order; the first of them does. */
  let waiting: { lead: () => Promise<void>; signal: AbortSignal }[] = [];
  let stops: (() => void)[] = [];
  const focus = vi.fn();
  const opened: (string | null)[] = [];

  beforeEach(() => {
    vi.useFakeTimers();
    Object.assign(StandIn, { permission: 'granted', shown: [] });
    waiting = [];
    stops = [];
    opened.length = 0;
    focus.mockClear();
    vi.stubGlobal('Notification', StandIn);
    vi.stubGlobal('window', { Notification: StandIn, focus });
    vi.stubGlobal('navigator', {
      locks: { request: (_name: string, { signal }: { signal: AbortSignal }, lead: () => Promise<void>) => {
        waiting.push({ lead, signal });
        return waiting.length === 1 ? lead() : new Promise(() => undefined);
      } },
    });
  });
  afterEach(async () => {
    stops.forEach((stop) => stop());
    await vi.advanceTimersByTimeAsync(5_000);
    noticeStore.read().forEach(({ key }) => noticeStore.hide(key));
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const watch = async ({ client }: ReturnType<typeof core>): Promise<void> => {
    stops.push(watchNotices(client, (accountId) => opened.push(accountId)));
    await vi.advanceTimersByTimeAsync(0);
  };

  it('puts what is told on the page and into a notification, and says that it did', async () => {
    const one = core([{ type: 'ready' }, show('k')]);
    await watch(one);
    expect(noticeStore.read()).toEqual([notice('k')]);
    expect(StandIn.shown).toMatchObject([{ title: 'Title k', options: { body: 'Body k', tag: 'k' } }]);
    expect(one.told()).toEqual([{ key: 'k' }]);
  });

  it.each(['default', 'denied'] as const)('keeps to the page where notifications are %s', async (permission) => {
    StandIn.permission = permission;
    const one = core([show('k')]);
    await watch(one);
    expect([StandIn.shown, noticeStore.read().length, one.told().length]).toEqual([[], 1, 1]);
  });

  it('keeps to the page in a browser without notifications', async () => {
    vi.stubGlobal('window', { focus });
    vi.stubGlobal('Notification', undefined);
    const one = core([show('k'), { type: 'clear', key: 'k' }, show('l')]);
    await watch(one);
    expect(noticeStore.read()).toEqual([notice('l')]);
  });

  it('shows the later of two of one key once, above those before it', async () => {
    await watch(core([show('k'), show('l'), show('k', { title: 'Once more' })]));
    expect(noticeStore.read().map(({ title }) => title)).toEqual(['Once more', 'Title l']);
  });

  it('takes away what was answered elsewhere, from the page and from the system, and nothing else', async () => {
    await watch(core([show('k'), show('l'), { type: 'clear', key: 'k' }, { type: 'clear', key: 'never told' }]));
    expect(noticeStore.read().map(({ key }) => key)).toEqual(['l']);
    expect(StandIn.shown.map(({ closed }) => closed)).toEqual([true, false]);
  });

  it('opens what its notification is about when that is pressed, and has then answered for it', async () => {
    await watch(core([show('k'), show('many', { accountId: null, actions: null })]));
    StandIn.shown[1]?.dispatchEvent(new Event('click'));
    expect(opened).toEqual([null]);
    expect(focus).toHaveBeenCalledOnce();
    expect(StandIn.shown.map(({ closed }) => closed)).toEqual([false, true]);
    expect(noticeStore.read().map(({ key }) => key)).toEqual(['k']);
  });

  it('goes where the core sends it', async () => {
    await watch(core([{ type: 'open', accountId: 'b' }, { type: 'open', accountId: null }]));
    expect(opened).toEqual(['b', null]);
    expect(noticeStore.read()).toEqual([]);
  });

  it('listens anew after a broken stream, but not in haste', async () => {
    const one = core([show('k')], [show('l')]);
    await watch(one);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(one.signals).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(one.signals).toHaveLength(2);
    expect(noticeStore.read().map(({ key }) => key)).toEqual(['l', 'k']);
  });

  it('ends with its screen: the stream is closed and not opened again', async () => {
    const one = core([show('k')]);
    await watch(one);
    stops.forEach((stop) => stop());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(one.signals).toHaveLength(1);
    expect(one.signals[0]?.aborted).toBe(true);
    expect(waiting[0]?.signal.aborted).toBe(true);
  });

  it('says nothing while another tab leads, and takes over when that one goes', async () => {
    const [first, second] = [core([show('k')]), core([show('l')])];
    await watch(first);
    await watch(second);
    expect([first.signals.length, second.signals.length]).toEqual([1, 0]);
    void waiting[1]?.lead();
    await vi.advanceTimersByTimeAsync(0);
    expect(second.told()).toEqual([{ key: 'l' }]);
  });
});
