import { EventEmitter } from 'node:events';
import { preventable, StandInContents, StandInProcess } from './contents.ts';

type Handler = (...args: never[]) => unknown;
interface Template { label?: string; role?: string; type?: string; click?: () => void; submenu?: Template[] }

export interface StandInOptions {
  firstInstance?: boolean;
  packaged?: boolean;
  languages?: string[];
}

/** What main did with Electron, in the order and with the values it used. */
export interface Recorded {
  beforeReady: string[];
  /** How the program asked to be the active one. */
  focused: unknown[];
  paths: Record<string, string>;
  schemes: { scheme: string; privileges: Record<string, boolean> }[];
  protocols: Map<string, (request: Request) => Promise<Response>>;
  windows: StandInWindow[];
  processes: StandInProcess[];
  handlers: Map<string, (event: unknown, ...args: unknown[]) => unknown>;
  listeners: Map<string, (event: unknown) => void>;
  sessionHandlers: Map<string, Handler>;
  session: EventEmitter;
  menu: Template[];
  trays: StandInTray[];
  dialogs: Record<string, unknown>[];
  errorBoxes: string[];
  opened: string[];
  exitCode: number | null;
  ended: boolean;
}

export class StandInWindow extends EventEmitter {
  readonly webContents = new StandInContents();
  readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> };
  readonly calls: string[] = [];
  minimized = false;
  destroyed = false;

  constructor(options: StandInWindow['options']) {
    super();
    this.options = options;
  }
  loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    return Promise.resolve();
  }
  show(): void { this.calls.push('show'); }
  focus(): void { this.calls.push('focus'); }
  restore(): void { this.calls.push('restore'); }
  isMinimized(): boolean { return this.minimized; }
  isDestroyed(): boolean { return this.destroyed; }
  close(): void {
    this.destroyed = true;
    this.webContents.emit('destroyed');
    this.emit('closed');
  }
}

class StandInTray extends EventEmitter {
  readonly image: string;
  menu: Template[] = [];
  tip = '';
  constructor(image: string) {
    super();
    this.image = image;
  }
  setToolTip(tip: string): void { this.tip = tip; }
  setContextMenu({ template }: { template: Template[] }): void { this.menu = template; }
}

/** An `electron` module that does nothing but record; main links against exactly these names. */
export function createStandIn({ firstInstance = true, packaged = true, languages = ['en-GB'] }: StandInOptions = {}) {
  let ready = false;
  let release: () => void = () => undefined;
  const whenReady = new Promise<void>((resolve) => { release = resolve; });
  const recorded: Recorded = {
    beforeReady: [], focused: [], paths: {}, schemes: [], protocols: new Map(), windows: [], processes: [], handlers: new Map(), listeners: new Map(), sessionHandlers: new Map(),
    session: new EventEmitter(), menu: [], trays: [], dialogs: [], errorBoxes: [], opened: [], exitCode: null, ended: false,
  };
  /** The index of the button that a person presses in the next dialogs. */
  const person = { presses: 0 };
  const early = (what: string) => { if (!ready) recorded.beforeReady.push(what); };

  const app = Object.assign(new EventEmitter(), {
    isPackaged: packaged,
    setPath(name: string, path: string) { recorded.paths[name] = path; },
    requestSingleInstanceLock() { early('lock'); return firstInstance; },
    enableSandbox() { early('sandbox'); },
    whenReady: () => whenReady,
    getPreferredSystemLanguages: () => languages,
    quit() {
      const event = preventable({});
      app.emit('will-quit', event);
      if (!event.defaultPrevented) recorded.ended = true;
    },
    focus(options: unknown) { recorded.focused.push(options); },
    exit(code: number) { recorded.exitCode = code; },
  });

  class BrowserWindow extends StandInWindow {
    constructor(options: StandInWindow['options']) {
      super(options);
      if (!ready) throw new Error('a window before the program is ready');
      recorded.windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
  }

  let channels = 0;
  class MessageChannelMain {
    readonly port1: object;
    readonly port2: object;
    constructor() {
      channels += 1;
      this.port1 = { channel: channels, end: 1 };
      this.port2 = { channel: channels, end: 2 };
    }
  }

  class Tray extends StandInTray {
    constructor(image: string) {
      super(image);
      recorded.trays.push(this);
    }
  }

  const hear = (name: string) => (handler: Handler) => { recorded.sessionHandlers.set(name, handler); };
  Object.assign(recorded.session, {
    setPermissionRequestHandler: hear('request'), setPermissionCheckHandler: hear('check'), setDevicePermissionHandler: hear('device'),
  });

  const electron = {
    app, BrowserWindow, MessageChannelMain, Tray,
    nativeTheme: { themeSource: 'system', shouldUseDarkColors: false },
    protocol: {
      registerSchemesAsPrivileged(schemes: Recorded['schemes']) { early('scheme'); recorded.schemes.push(...schemes); },
      handle(scheme: string, handler: (request: Request) => Promise<Response>) { recorded.protocols.set(scheme, handler); },
    },
    session: { defaultSession: recorded.session },
    ipcMain: {
      handle(channel: string, handler: (event: unknown, ...args: unknown[]) => unknown) { recorded.handlers.set(channel, handler); },
      on(channel: string, listener: (event: unknown) => void) { recorded.listeners.set(channel, listener); },
    },
    Menu: {
      buildFromTemplate: (template: Template[]) => ({ template }),
      setApplicationMenu({ template }: { template: Template[] }) { recorded.menu = template; },
    },
    dialog: {
      showMessageBox(...args: Record<string, unknown>[]) {
        recorded.dialogs.push(args.at(-1) ?? {});
        return Promise.resolve({ response: person.presses });
      },
      showErrorBox(title: string) { recorded.errorBoxes.push(title); },
    },
    shell: { openExternal(url: string) { recorded.opened.push(url); return Promise.resolve(); } },
    utilityProcess: {
      fork(modulePath: string, _args: string[], options: unknown) {
        const made = new StandInProcess(modulePath, options);
        recorded.processes.push(made);
        return made;
      },
    },
  };
  return { electron, recorded, person, becomeReady() { ready = true; release(); } };
}

export type StandIn = ReturnType<typeof createStandIn>;
