import type { HostOffer } from '#shared/domain/book/model.ts';

/** Wall clock; tests drive it. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
}

/** Source of identifiers; tests make it deterministic. */
export interface Ids {
  uuid(): string;
}

/** Program log. Messages hold no customer text: codes, counts and times only. */
export interface Log {
  info(message: string): void;
  error(message: string, error: unknown): void;
}

/** Where things lie on this computer; absolute paths. */
export interface Paths {
  /** Local application data: books, backups, devices, settings. */
  dataDir: string;
  /** Read-only files that ship with the program: `locales/`, `migrations/`. */
  resourcesDir: string;
}

/** Files a person chose. A token stands for the path, so that no client can name a path of its own. */
export interface ChosenFiles {
  /** @returns null when the token is unknown or has ended */
  resolve(token: string): { path: string; name: string } | null;
}

/** Entries of the worker threads, built or as source, whichever the host runs. */
export interface WorkerEntries {
  parse: URL;
  backup: URL;
}

/** Prints a page of the program's own making; it may not load or run anything. */
export interface PdfPrinter {
  /**
   * @param html a whole page with everything it shows inside; its size is the page's own
   * @returns the PDF's bytes
   * @throws CodedError `pdf-no-browser` where nothing can print, `pdf-failed`
   */
  print(html: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** A notification in the person's language. */
export interface HostNotice {
  /** Shown again under the same key, it takes the place of the first. */
  key: string;
  title: string;
  body: string;
  /** The account it is about; null where it is about several. */
  accountId: string | null;
  /** Words of its buttons; none where several reminders are told together. */
  actions: { done: string; snooze: string } | null;
}

/** What a person did with a notification. */
export interface NoticeAct {
  key: string;
  act: 'open' | 'done' | 'snooze';
}

/** Tells a person something while they do something else. */
export interface Notifier {
  /** @returns whether it could be shown; when not, it is tried again later */
  show(notice: HostNotice): Promise<boolean>;
  /** Takes a notification back that has become idle. */
  clear(key: string): void;
  /** How many reminders wait for an answer. */
  setCount(count: number): void;
  onAct(listener: (act: NoticeAct) => void): void;
}

/** Everything the core needs from whoever hosts it. */
export interface HostPorts {
  clock: Clock;
  ids: Ids;
  log: Log;
  paths: Paths;
  files: ChosenFiles;
  workers: WorkerEntries;
  pdf: PdfPrinter;
  /** Short name of the host, shown to another that finds the book in use: `electron`, `loopback`, `cli`. */
  hostName: string;
  /** Brings the program before the person, who is elsewhere; false when it could not. A host without a window has none. */
  showWindow?: () => Promise<boolean>;
  /** Notifications of the system. A host without them leaves telling to its pages. */
  notifier?: Notifier;
  /** Settings of the program that this host can follow on this computer. */
  offers?: readonly HostOffer[];
}
