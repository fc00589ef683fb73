/** A command of the program's own menu or tray, for the page to carry out. */
export type ShellCommand = 'log-interaction';

/** What a dialog of the system asks for: a file that is a book, or any folder. */
export const placeKinds = ['book', 'folder'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** What the page hears by `window.postMessage` from the program around it; a fresh port to the core comes with the first. */
export type ShellMessage = { type: 'ballast-port' } | { type: 'ballast-command'; command: ShellCommand };

/** Channels between the main process and the preload script. */
export type ShellChannel = 'ballast:want-port' | 'ballast:port' | 'ballast:command' | 'ballast:file-token' | 'ballast:choose-place';

/** What the page may ask of the program around it; `Chosen` is the DOM's File, which this layer does not know. */
export interface BallastHost<Chosen> {
  /** Says that the page listens now: a port comes at once, and anew by itself whenever the core had to be started again. */
  wantPort(): void;
  /**
   * @returns the token under which the core finds a file that the person chose
   * @throws Error when the file has no place on this computer
   */
  fileToken(file: Chosen): Promise<string>;
  /** Asks the person by a dialog of the system. @returns an absolute path; null when they cancel */
  choosePlace(kind: PlaceKind): Promise<string | null>;
}
