import { EventEmitter } from 'node:events';
import { preventable, StandInContents, StandInProcess } from './contents.ts';

type Handler = (...args: never[]) => unknown;
interface Template { label?: string; role?: string; type?: string; click?: () => void; submenu?: Template[] }

export interface StandInOptions {
  firstInstance?: boolean;
  packaged?: boolean;
  languages?: string[];
  /** The system has started the program at login, as macOS tells. */
  atLogin?: boolean;
  /** Whether the system shows notifications. */
  notifies?: boolean;
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
  /** The session of the window that prints, once it prints. */
  printing: PrintSession | null;
  notifications: StandInNotification[];
  power: EventEmitter;
  badges: number[];
  loginItems: Record<string, unknown>[];
  /** The name under which Windows knows the program. */
  modelId: string;
  menu: Template[];
  trays: StandInTray[];
  dialogs: Record<string, unknown>[];
  errorBoxes: string[];
  opened: string[];
  exitCode: number | null;
  ended: boolean;
}

/** A session apart from that of the program's windows. */
export class PrintSession extends EventEmitter {
  readonly partition: string;
  readonly handlers = new Map<string, Handler>();
  readonly schemes = new Map<string, (request: Request) => Response>();
  filter: ((request: { url: string }, decide: (answer: { cancel: boolean }) => void) => void) | null = null;
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response) => { this.schemes.set(scheme, handler); },
    unhandle: (scheme: string) => { this.schemes.delete(scheme); },
  };
  readonly webRequest = { onBeforeRequest: (filter: PrintSession['filter']) => { this.filter = filter; } };

  constructor(partition: string) {
    super();
    this.partition = partition;
  }
  setPermissionRequestHandler(handler: Handler): void { this.handlers.set('request', handler); }
  setPermissionCheckHandler(handler: Handler): void { this.handlers.set('check', handler); }
  setDevicePermissionHandler(handler: Handler): void { this.handlers.set('device', handler); }

  async open(url: string): Promise<{ html: string; policy: string }> {
    const response = this.schemes.get(new URL(url).protocol.slice(0, -1))?.(new Request(url));
    if (!response) throw new Error('nothing there');
    return { html: await response.text(), policy: response.headers.get('content-security-policy') ?? '' };
  }
}

export class StandInNotification extends EventEmitter {
  readonly options: { id: string; title: string; body: string; actions: { text: string }[] };
  readonly calls: string[] = [];
  constructor(options: StandInNotification['options']) {
    super();
    this.options = options;
  }
  show(): void { this.calls.push('show'); }
  close(): void { this.calls.push('close'); }
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
  async loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    const own = this.options.webPreferences['session'];
    if (own instanceof PrintSession) this.webContents.page = await own.open(url);
  }
  show(): void { this.calls.push('show'); }
  focus(): void { this.calls.push('focus'); }
  restore(): void { this.calls.push('restore'); }
  isMinimized(): boolean { return this.minimized; }
  isDestroyed(): boolean { return this.destroyed; }
  destroy(): void { this.destroyed = true; }
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
  title = '';
  constructor(image: string) {
    super();
    this.image = image;
  }
  setTitle(title: string): void { this.title = title; }
  setToolTip(tip: string): void { this.tip = tip; }
  setContextMenu({ template }: { template: Template[] }): void { this.menu = template; }
}

/** An `electron` module that does nothing but record; main links against exactly these names. */
export function createStandIn({ firstInstance = true, packaged = true, languages = ['en-GB'], atLogin = false, notifies = true }: StandInOptions = {}) {
  let ready = false;
  let release: () => void = () => undefined;
  const whenReady = new Promise<void>((resolve) => { release = resolve; });
  const recorded: Recorded = {
    beforeReady: [], focused: [], paths: {}, schemes: [], protocols: new Map(), windows: [], processes: [], handlers: new Map(), listeners: new Map(), sessionHandlers: new Map(),
    session: new EventEmitter(), printing: null, notifications: [], power: new EventEmitter(), badges: [], loginItems: [], modelId: '', menu: [], trays: [], dialogs: [], errorBoxes: [], opened: [], exitCode: null, ended: false,
  };
  /** The index of the button that a person presses in the next dialogs, and the place chosen in one; null cancels it. */
  const person = { presses: 0, chooses: null as string | null };
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
    setAppUserModelId(id: string) { recorded.modelId = id; },
    setBadgeCount(count: number) { recorded.badges.push(count); },
    setLoginItemSettings(settings: Record<string, unknown>) { recorded.loginItems.push(settings); },
    getLoginItemSettings: () => ({ wasOpenedAtLogin: atLogin }),
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

  class Notification extends StandInNotification {
    static isSupported(): boolean { return notifies; }
    constructor(options: StandInNotification['options']) {
      super(options);
      recorded.notifications.push(this);
    }
  }

  const hear = (name: string) => (handler: Handler) => { recorded.sessionHandlers.set(name, handler); };
  Object.assign(recorded.session, {
    setPermissionRequestHandler: hear('request'), setPermissionCheckHandler: hear('check'), setDevicePermissionHandler: hear('device'),
  });

  const electron = {
    app, BrowserWindow, MessageChannelMain, Notification, Tray, powerMonitor: recorded.power,
    nativeTheme: { themeSource: 'system', shouldUseDarkColors: false },
    protocol: {
      registerSchemesAsPrivileged(schemes: Recorded['schemes']) { early('scheme'); recorded.schemes.push(...schemes); },
      handle(scheme: string, handler: (request: Request) => Promise<Response>) { recorded.protocols.set(scheme, handler); },
    },
    session: {
      defaultSession: recorded.session,
      fromPartition(partition: string) {
        recorded.printing = new PrintSession(partition);
        return recorded.printing;
      },
    },
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
      showOpenDialog(_window: StandInWindow, options: Record<string, unknown>) {
        recorded.dialogs.push(options);
        return Promise.resolve({ canceled: person.chooses === null, filePaths: person.chooses === null ? [] : [person.chooses] });
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
