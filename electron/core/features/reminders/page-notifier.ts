import type { PageEvent } from '#shared/contract/reminders.ts';
import type { HostNotice, Notifier } from '#core/ports/host-ports.ts';

/** How long a page may take to show a notice, ms; one that was closed meanwhile never says so. */
const PATIENCE = 10_000;
/** How long a wish to see something waits for a page, ms: the window may have to be opened first. */
const OPENING = 60_000;

/** Speaks to the page that leads: shows notices where the host cannot, and opens what a notification of the host was about. */
export class PageNotifier implements Pick<Notifier, 'show' | 'clear'> {
  readonly #pages = new Set<(event: PageEvent) => void>();
  readonly #awaited = new Map<string, (shown: boolean) => void>();
  #wish: PageEvent | null = null;
  /** A page listens now. */
  onPage: () => void = () => undefined;

  /** @returns how to stop */
  subscribe(page: (event: PageEvent) => void): () => void {
    this.#pages.add(page);
    if (this.#wish) page(this.#wish);
    this.#wish = null;
    this.onPage();
    return () => {
      this.#pages.delete(page);
      if (this.#pages.size === 0) for (const key of this.#awaited.keys()) this.#settle(key, false);
    };
  }

  /** Without a page nothing is shown, and what is due waits for one. */
  show(notice: HostNotice): Promise<boolean> {
    if (this.#pages.size === 0) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(notice.key, false), PATIENCE);
      timer.unref();
      this.#awaited.set(notice.key, (shown) => {
        clearTimeout(timer);
        resolve(shown);
      });
      this.#tell({ type: 'show', notice });
    });
  }

  told(key: string): void {
    this.#settle(key, true);
  }

  clear(key: string): void {
    this.#tell({ type: 'clear', key });
  }

  open(accountId: string | null): void {
    const wish: PageEvent = { type: 'open', accountId };
    if (this.#pages.size > 0) return this.#tell(wish);
    this.#wish = wish;
    setTimeout(() => { if (this.#wish === wish) this.#wish = null; }, OPENING).unref();
  }

  #tell(event: PageEvent): void {
    for (const page of this.#pages) page(event);
  }

  #settle(key: string, shown: boolean): void {
    const settle = this.#awaited.get(key);
    this.#awaited.delete(key);
    settle?.(shown);
  }
}
