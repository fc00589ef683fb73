import { EventEmitter } from 'node:events';

/** An event of Electron's that may be prevented. */
export function preventable<T extends object>(detail: T): T & { defaultPrevented: boolean; preventDefault(): void } {
  return { ...detail, defaultPrevented: false, preventDefault() { this.defaultPrevented = true; } };
}

/** One end of a channel, known by the number of its channel. */
export interface StandInPort { channel: number; end: 1 | 2 }

type OpenHandler = (details: { url: string }) => { action: string };

/** The contents of a window, recording what main does to them. */
export class StandInContents extends EventEmitter {
  readonly posted: { channel: string; message: unknown; ports: StandInPort[] }[] = [];
  readonly sent: { channel: string; args: unknown[] }[] = [];
  openHandler: OpenHandler | null = null;
  url = '';
  reloads = 0;
  /** What a window that prints was given. */
  page: { html: string; policy: string } | null = null;
  /** How it was printed; the answer is the page itself. */
  readonly printed: unknown[] = [];
  printToPDF = (options: unknown): Promise<Uint8Array> => {
    this.printed.push(options);
    return Promise.resolve(Buffer.from(`PDF ${this.page?.html}`));
  };

  setWindowOpenHandler(handler: OpenHandler): void { this.openHandler = handler; }
  getURL(): string { return this.url; }
  reload(): void { this.reloads += 1; }
  send(channel: string, ...args: unknown[]): void { this.sent.push({ channel, args }); }
  postMessage(channel: string, message: unknown, ports: StandInPort[] = []): void { this.posted.push({ channel, message, ports }); }

  /** As a page asks to go elsewhere. @returns whether main let it */
  navigates(url: string, isMainFrame = true): boolean {
    const event = preventable({ url, isMainFrame, isSameDocument: false });
    this.emit('will-frame-navigate', event);
    return !event.defaultPrevented;
  }
}

/** A utility process, recording what it was started with and told. */
export class StandInProcess extends EventEmitter {
  readonly told: { message: unknown; ports: StandInPort[] }[] = [];
  killed = false;
  readonly modulePath: string;
  readonly options: unknown;

  constructor(modulePath: string, options: unknown) {
    super();
    this.modulePath = modulePath;
    this.options = options;
  }

  postMessage(message: unknown, ports: StandInPort[] = []): void { this.told.push({ message, ports }); }
  kill(): boolean {
    this.killed = true;
    queueMicrotask(() => this.emit('exit', 1));
    return true;
  }
  /** The messages of one type. */
  of(type: string): { message: unknown; ports: StandInPort[] }[] {
    return this.told.filter(({ message }) => typeof message === 'object' && message !== null && 'type' in message && message.type === type);
  }
}
