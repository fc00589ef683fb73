import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { HostNotice, NoticeAct } from '#core/ports/host-ports.ts';
import type { appContract } from '#shared/contract/app.ts';
import type { ShellChannel } from '#shared/contract/shell.ts';
import { createRestartLimit } from './restart-limit.ts';

/** Settings of the program, as the core gives them. */
export type ShellSettings = InferContractRouterOutputs<typeof appContract>['saveSettings'];

/** From the main process to the core. */
export type ToCore =
  /** A window's port comes with it. */
  | { type: 'port' }
  /** A file that a person chose; answered by `file-token` with the same number. */
  | { type: 'file'; request: number; path: string }
  /** To `notice` (whether it was shown) and to `print` (the PDF) of the same number; null when it went wrong. */
  | { type: 'answer'; request: number; answer: boolean | Uint8Array | null }
  | { type: 'act'; act: NoticeAct }
  /** The computer was asleep or locked. */
  | { type: 'wake' }
  /** Finish, release the book and end. */
  | { type: 'close' };

/** From the core to the main process. */
export type FromCore =
  | { type: 'settings'; settings: ShellSettings }
  /** Another program wants this one's book: bring the window before the person. */
  | { type: 'show' }
  | { type: 'file-token'; request: number; token: string }
  | { type: 'notice'; request: number; notice: HostNotice }
  | { type: 'print'; request: number; html: string }
  | { type: 'clear'; key: string }
  | { type: 'count'; count: number };

/** What the core's process tells the program around it, or asks of it. */
export interface CoreEvents {
  /** @returns whether it could be shown */
  notice(notice: HostNotice): Promise<boolean>;
  /** @returns a PDF */
  print(html: string): Promise<Uint8Array>;
  /** A notification has become idle. */
  clear(key: string): void;
  /** So many reminders wait for an answer. */
  count(count: number): void;
  /** Something asked of the program went wrong. */
  failed(what: string, error: unknown): void;
  settings(settings: ShellSettings): void;
  /** The window is wanted. */
  show(): void;
  /** It ended without being asked to. @param code of its exit */
  stopped(code: number): void;
  /** It has ended so often that it is not started again until `start` is called. */
  gaveUp(): void;
}

export interface CoreProcess {
  /** Starts the core, also after it was given up. */
  start(): void;
  /** Hands a window a new port; again, by itself, whenever the core had to be started anew. */
  connect(contents: WebContents): void;
  /** Whether a window has asked for a port since it was opened. */
  isConnected(contents: WebContents): boolean;
  /**
   * @param path absolute, of a file that a person chose
   * @returns the token under which the core finds it
   * @throws Error when the core ends meanwhile
   */
  fileToken(path: string): Promise<string>;
  /** Hands the core what happened around it; it is lost when none runs. */
  tell(message: Extract<ToCore, { type: 'act' | 'wake' }>): void;
  /** Asks the core to finish, and ends it when it has not within `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

interface Answer {
  resolve(token: string): void;
  reject(error: Error): void;
}

/**
 * Runs the core in a process of its own: a long import cannot freeze a window, and a crash costs no saved work.
 * @param entry absolute path of the built core entry
 */
export function createCoreProcess(entry: string, events: CoreEvents): CoreProcess {
  const limit = createRestartLimit();
  const windows = new Set<WebContents>();
  const answers = new Map<number, Answer>();
  let child: UtilityProcess | null = null;
  let lastRequest = 0;
  let closing = false;

  const send = (to: UtilityProcess, message: ToCore) => to.postMessage(message);

  const handPort = (to: UtilityProcess, contents: WebContents) => {
    const { port1, port2 } = new MessageChannelMain();
    to.postMessage({ type: 'port' } satisfies ToCore, [port1]);
    contents.postMessage('ballast:port' satisfies ShellChannel, null, [port2]);
  };

  // To the one that asked: numbers begin anew with each core.
  const reply = (to: UtilityProcess, { type, request }: { type: string; request: number }, work: Promise<boolean | Uint8Array>): void => {
    work.catch((error: unknown) => {
      events.failed(`the program could not do what the core asked: ${type}`, error);
      return null;
    }).then((said) => send(to, { type: 'answer', request, answer: said }), (error: unknown) => events.failed('an answer was lost', error));
  };

  const receive = (from: UtilityProcess, message: FromCore): void => {
    switch (message.type) {
      case 'settings': return events.settings(message.settings);
      case 'show': return events.show();
      case 'clear': return events.clear(message.key);
      case 'count': return events.count(message.count);
      case 'notice': return reply(from, message, events.notice(message.notice));
      case 'print': return reply(from, message, events.print(message.html));
      default:
        answers.get(message.request)?.resolve(message.token);
        answers.delete(message.request);
    }
  };

  const ended = (code: number) => {
    child = null;
    for (const answer of answers.values()) answer.reject(new Error('the core stopped'));
    answers.clear();
    if (closing) return;
    events.stopped(code);
    const wait = limit.next(Date.now());
    if (wait === null) return events.gaveUp();
    setTimeout(launch, wait);
  };

  function launch() {
    if (child || closing) return;
    const started = utilityProcess.fork(entry, [], { serviceName: 'Ballast core' });
    child = started;
    started.on('message', (message: FromCore) => receive(started, message));
    started.once('exit', ended);
    for (const contents of windows) handPort(started, contents);
  }

  return {
    start() {
      limit.reset();
      launch();
    },
    connect(contents) {
      if (!windows.has(contents)) {
        windows.add(contents);
        contents.once('destroyed', () => windows.delete(contents));
      }
      if (child) handPort(child, contents);
    },
    isConnected: (contents) => windows.has(contents),
    fileToken(path) {
      if (!child) return Promise.reject(new Error('the core is not running'));
      const request = ++lastRequest;
      const token = new Promise<string>((resolve, reject) => answers.set(request, { resolve, reject }));
      send(child, { type: 'file', request, path });
      return token;
    },
    tell(message) {
      if (child) send(child, message);
    },
    async close(patience) {
      closing = true;
      const last = child;
      if (!last) return;
      const gone = new Promise<void>((resolve) => last.once('exit', () => resolve()));
      const timer = setTimeout(() => last.kill(), patience);
      send(last, { type: 'close' });
      await gone;
      clearTimeout(timer);
    },
  };
}
