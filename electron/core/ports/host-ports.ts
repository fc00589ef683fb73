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
}
