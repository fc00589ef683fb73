import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import type { ShellChannel } from '#shared/contract/shell.ts';
import type { FromCore, ShellSettings, ToCore } from './core-messages.ts';
import { createRestartLimit } from './restart-limit.ts';

/** What the core's process tells the program around it. */
export interface CoreEvents {
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

  const receive = (message: FromCore) => {
    if (message.type === 'settings') return events.settings(message.settings);
    if (message.type === 'show') return events.show();
    answers.get(message.request)?.resolve(message.token);
    answers.delete(message.request);
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
    started.on('message', receive);
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
