import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useBuiltShell } from './stand-in/use-built-shell.ts';

const { shell } = useBuiltShell();
const imported = /^\s*(?:import|export)\b[^'"]*?["']([^'"]+)["'];?$|\bimport\(\s*["']([^'"]+)["']\s*\)/gm;

/** Every module that a built file reaches by its own imports: files of the bundle, and bare names. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  // Comments of a library name modules that only its types come from.
  for (const [, still, late] of readFileSync(file, 'utf8').replaceAll(/^\s*\*.*$/gm, '').matchAll(imported)) {
    const name = still ?? late ?? '';
    if (name.startsWith('.')) reach(join(dirname(file), name), seen);
    else seen.add(name);
  }
  return seen;
}

const bare = (names: Set<string>) => [...names].filter((name) => !name.startsWith('/') && !/^[A-Za-z]:\\/.test(name));
const isNode = (name: string) => name.startsWith('node:') || builtinModules.includes(name);

describe('the built shell', () => {
  it('never opens the database in the main process', () => {
    const names = bare(reach(shell().main));
    expect(names).toContain('electron');
    expect(names.filter((name) => !isNode(name))).toEqual(['electron']);
    const text = [...reach(shell().main)].filter((name) => name.startsWith(shell().dir)).map((file) => readFileSync(file, 'utf8')).join('');
    expect(text).not.toMatch(/better-sqlite3|VACUUM INTO|PRAGMA /);
  });

  it('needs of the core nothing but Node and the database', () => {
    const names = bare(reach(shell().coreEntry)).filter((name) => !isNode(name));
    expect(names.filter((name) => name !== 'better-sqlite3')).toEqual([]);
  });

  it('holds the two entries, their chunks and the preload script', () => {
    expect(readdirSync(join(shell().dir, 'out', 'main')).toSorted()).toEqual(['chunks', 'core-entry.js', 'index.js']);
  });

  it('opens addresses outside in one place of the source, and loads nothing by file address', () => {
    const sources = new URL('../../../electron/main/', import.meta.url);
    const texts = readdirSync(sources).map((name) => [name, readFileSync(new URL(name, sources), 'utf8')] as const);
    expect(texts.filter(([, text]) => /\bshell\b.*from 'electron'|shell\.open/.test(text)).map(([name]) => name)).toEqual(['dialogs.ts']);
    expect(texts.filter(([, text]) => /new BrowserWindow\(/.test(text)).map(([name]) => name)).toEqual(['window.ts']);
    expect(texts.filter(([, text]) => /loadFile|file:\/\//.test(text))).toEqual([]);
    expect(texts.filter(([, text]) => /create-core/.test(text)).map(([name]) => name)).toEqual(['core-entry.ts']);
  });
});
