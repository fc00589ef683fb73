import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorTable } from '#shared/contract/errors.ts';

type Words = { [key: string]: string | Words };

const root = new URL('../../../../', import.meta.url);
const folder = (language: string) => new URL(`resources/locales/${language}/`, root);
const namesOf = (language: string) => readdirSync(folder(language)).filter((name) => name.endsWith('.json')).toSorted();
const read = (language: string, name: string): Words => JSON.parse(readFileSync(new URL(name, folder(language)), 'utf8'));

function flatten(words: Words, prefix = ''): [key: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`)));
}

/** Languages have other plural forms; a key counts once. */
const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const keysOf = (language: string, name: string): string[] => [...new Set(flatten(read(language, name)).map(([key]) => withoutPlural(key)))].toSorted();
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map(([, name]) => name ?? '').toSorted();

/** What stays Latin in Chinese text, beside abbreviations in capitals: names of keys, programs, file endings and commands. */
const LATIN = new Set(['Outlook', 'Apple', 'ballast', 'Excel', 'xls', 'xlsx', 'PowerPoint', 'Ctrl', 'Shift', 'Alt', 'Enter', 'Esc', 'Tab', 'Node', 'js', 'npm', 'start', 'Electron', 'Chrome', 'Edge', 'Chromium', 'gz', 'Windows', 'Big']);

describe('the two languages', () => {
  it('have the same files', () => {
    expect(namesOf('zh-CN')).toEqual(namesOf('en'));
  });

  it.each(namesOf('en'))('have the same keys in %s', (name) => {
    expect(keysOf('zh-CN', name)).toEqual(keysOf('en', name));
  });

  it.each(namesOf('en'))('name the same values in %s', (name) => {
    const chinese = new Map(flatten(read('zh-CN', name)));
    // A singular may say its one in a word: “an order”.
    for (const [key, text] of flatten(read('en', name)).filter(([one]) => !one.endsWith('_one'))) {
      const other = chinese.get(key) ?? chinese.get(`${withoutPlural(key)}_other`);
      expect({ key, values: placeholders(other ?? '') }).toEqual({ key, values: placeholders(text) });
    }
  });

  it.each(namesOf('en'))('leave no text empty in %s', (name) => {
    for (const language of ['en', 'zh-CN']) {
      expect(flatten(read(language, name)).filter(([, text]) => text === '').map(([key]) => key)).toEqual([]);
    }
  });
});

describe('Chinese', () => {
  it.each(namesOf('zh-CN'))('has no English left in %s', (name) => {
    // What is typed on the command line is the same in every language.
    const left = flatten(read('zh-CN', name)).filter(([key]) => !key.startsWith('usage.') && key !== 'procedure-unknown').flatMap(([key, text]) => {
      const words = text.replaceAll(/\{\{[^}]*\}\}/g, ' ').match(/[A-Za-z]{2,}/g) ?? [];
      return words.filter((word) => !LATIN.has(word) && !/^[A-Z]{2,4}$/.test(word)).map((word) => `${key}: ${word}`);
    });
    expect(left).toEqual([]);
  });

  it.each(namesOf('zh-CN'))('uses full-width punctuation beside Han characters in %s', (name) => {
    const wrong = flatten(read('zh-CN', name)).filter(([, text]) => /[\p{Script=Han}][,;:?!()]|[,;:?!()][\p{Script=Han}]/u.test(text)).map(([key, text]) => `${key}: ${text}`);
    expect(wrong).toEqual([]);
  });
});

describe('English', () => {
  it.each(namesOf('en'))('has no Chinese left in %s', (name) => {
    const left = flatten(read('en', name)).filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([key]) => key);
    expect(left).toEqual([]);
  });
});

describe('errors', () => {
  it.each(['en', 'zh-CN'])('are all worded in %s: a title, and what was kept or what to do', (language) => {
    const words = new Map(flatten(read(language, 'errors.json')));
    for (const code of [...Object.keys(errorTable), 'unexpected', 'unreachable']) {
      expect(words.get(`title.${code}`), `title of ${code}`).toBeTruthy();
      expect(words.get(code), `text of ${code}`).toBeTruthy();
    }
  });

  it('are worded for codes of the contract only', () => {
    const known = new Set([...Object.keys(errorTable), 'unexpected', 'unreachable']);
    const { title, place: _place, field: _field, ...texts } = read('en', 'errors.json');
    expect(Object.keys(texts).filter((code) => !known.has(code))).toEqual([]);
    expect(Object.keys(title as Words).filter((code) => !known.has(code))).toEqual([]);
  });

  it('end each text as a sentence', () => {
    for (const [key, text] of flatten(read('en', 'errors.json'))) if (!key.includes('.')) expect(text, key).toMatch(/\.$/);
    for (const [key, text] of flatten(read('zh-CN', 'errors.json'))) if (!key.includes('.')) expect(text, key).toMatch(/。$/);
  });
});

const VERBS = [
  'account.create', 'account.update', 'account.delete', 'person.create', 'person.update', 'person.remove', 'person.erase', 'interaction.log', 'interaction.remove',
  'task.create', 'task.update', 'task.done', 'task.reopen', 'import.accounts', 'import.people', 'import.orders', 'book.create', 'book.clock',
  'undo', 'redo', 'external.write', 'view.create', 'view.update', 'view.move', 'view.remove',
  'account.merge', 'person.merge', 'account.apart', 'person.apart',
];

function sources(dir: URL): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return sources(new URL(`${entry.name}/`, dir));
    return entry.name.endsWith('.ts') ? [readFileSync(new URL(entry.name, dir), 'utf8')] : [];
  });
}

describe('steps of the history', () => {
  it.each(['en', 'zh-CN'])('are all worded in %s', (language) => {
    const words = new Map(flatten(read(language, 'history.json')));
    expect(VERBS.filter((verb) => !words.get(verb))).toEqual([]);
  });

  it('are worded for every verb that the core writes', () => {
    const words = new Map(flatten(read('en', 'history.json')).map(([key, text]) => [withoutPlural(key), text]));
    const written = sources(new URL('electron/core/', root)).flatMap((text) => [...text.matchAll(/\bverb: '([\w.]+)'/g)].map(([, verb]) => verb ?? ''));
    expect(written.length).toBeGreaterThan(0);
    expect([...new Set(written)].filter((verb) => !words.get(verb))).toEqual([]);
  });
});
