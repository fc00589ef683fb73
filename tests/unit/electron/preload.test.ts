import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { useBuiltShell } from './stand-in/use-built-shell.ts';

const { shell } = useBuiltShell();

interface Posted { message: unknown; origin: string; ports: unknown[] | undefined }

/** Runs the built script as a sandboxed renderer does: a function with a `require` that knows one module, and no ES modules. */
function runPreload() {
  const exposed = new Map<string, Record<string, (...args: unknown[]) => unknown>>();
  const listeners = new Map<string, (event: unknown, ...args: unknown[]) => void>();
  const invoked: unknown[][] = [];
  const sent: unknown[][] = [];
  const required: string[] = [];
  const posted: Posted[] = [];
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: Record<string, () => unknown>) => exposed.set(name, api) },
    ipcRenderer: {
      on: (channel: string, listener: () => void) => listeners.set(channel, listener),
      send: (...args: unknown[]) => { sent.push(args); },
      invoke: (...args: unknown[]) => { invoked.push(args); return Promise.resolve('token'); },
    },
    webUtils: { getPathForFile: (file: File) => `/home/anna/${file.name}` },
  };
  const window = {
    location: { origin: 'app://ballast' },
    postMessage: (message: unknown, origin: string, ports?: unknown[]) => posted.push({ message, origin, ports }),
  };
  const require = (name: string) => {
    required.push(name);
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
  compileFunction(readFileSync(shell().preload, 'utf8'), ['require', 'module', 'exports', 'window'])(require, { exports: {} }, {}, window);
  return { exposed, listeners, invoked, sent, required, posted };
}

describe('preload', () => {
  it('is one CommonJS file that needs only electron', () => {
    expect(readdirSync(dirname(shell().preload))).toEqual(['index.cjs']);
    expect(runPreload().required).toEqual(['electron']);
  });

  it('exposes three functions and no ipcRenderer', () => {
    const { exposed, required } = runPreload();
    expect(required).toEqual(['electron']);
    expect([...exposed.keys()]).toEqual(['ballastHost']);
    const host = exposed.get('ballastHost') ?? {};
    expect(Object.entries(host).map(([name, value]) => [name, typeof value])).toEqual([['wantPort', 'function'], ['fileToken', 'function'], ['choosePlace', 'function']]);
  });

  it('asks main for a place on this computer', async () => {
    const { exposed, invoked } = runPreload();
    await exposed.get('ballastHost')?.['choosePlace']?.('folder');
    expect(invoked).toEqual([['ballast:choose-place', 'folder']]);
  });

  it('asks main for the token of a file by its path', async () => {
    const { exposed, invoked } = runPreload();
    expect(await exposed.get('ballastHost')?.['fileToken']?.(new File([], 'orders.csv'))).toBe('token');
    expect(invoked).toEqual([['ballast:file-token', '/home/anna/orders.csv']]);
  });

  it('tells main when the page listens', () => {
    const { exposed, sent } = runPreload();
    exposed.get('ballastHost')?.['wantPort']?.('something of the page');
    expect(sent).toEqual([['ballast:want-port']]);
  });

  it('passes on each port that comes, to its own origin only', () => {
    const { listeners, posted } = runPreload();
    const ports = [{ name: 'first' }, { name: 'after a restart' }];
    for (const port of ports) listeners.get('ballast:port')?.({ ports: [port], sender: 'kept back' });
    expect(posted).toEqual(ports.map((port) => ({ message: { type: 'ballast-port' }, origin: 'app://ballast', ports: [port] })));
  });

  it('passes on commands and listens to nothing else', () => {
    const { listeners, posted } = runPreload();
    expect([...listeners.keys()].toSorted()).toEqual(['ballast:command', 'ballast:port']);
    listeners.get('ballast:command')?.({ sender: 'kept back' }, 'log-interaction');
    expect(posted).toEqual([{ message: { type: 'ballast-command', command: 'log-interaction' }, origin: 'app://ballast', ports: undefined }]);
  });
});
