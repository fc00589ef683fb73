import { homedir } from 'node:os';
import { basename, resolve } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { localDataDir } from '#core/adapters/data-dir.ts';
import { createNodePorts } from '#core/adapters/node-ports.ts';
import { programFiles } from '#core/adapters/program-files.ts';
import { createCore, type Core } from '#core/create-core.ts';
import type { Contract } from '#shared/contract/index.ts';
import { fill, type Words } from './words.ts';

/** What a command works with. */
export interface Session {
  client: ContractRouterClient<Contract>;
  core: Core;
  words: Words;
  /** Ends when the user interrupts. */
  signal: AbortSignal;
  /** A path as typed, from where the command was given. */
  path: (typed: string) => string;
  /** A line for the person at the terminal, beside the document. */
  say: (sentence: string, values?: Record<string, string | number>) => void;
}

/** The terminal a command runs at. */
export interface Terminal {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  signal: AbortSignal;
  /** Writes to standard error. */
  tell: (text: string) => void;
}

/** Starts the core for one command. Files are named by their paths: who can run this can read them anyway. */
export function openSession(terminal: Terminal, words: Words): Session {
  // npm runs scripts in the project's folder and keeps the caller's own here.
  const from = terminal.env['npm_lifecycle_event'] === 'ballast' ? terminal.env['INIT_CWD'] ?? terminal.cwd : terminal.cwd;
  const path = (typed: string): string => resolve(from, typed);
  const core = createCore(createNodePorts({
    hostName: 'cli',
    dataDir: localDataDir({ platform: process.platform, env: { ...terminal.env }, home: homedir() }),
    program: programFiles(import.meta.url),
    files: { resolve: (typed) => ({ path: path(typed), name: basename(typed) }) },
  }));
  return {
    client: createRouterClient(core.router), core, words, path, signal: terminal.signal,
    say: (sentence, values = {}) => terminal.tell(`${fill(sentence, values)}\n`),
  };
}
