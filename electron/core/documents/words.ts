import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import type { Words } from '#shared/domain/review/deck-voice.ts';

const loaded = new Map<string, Words>();

/**
 * The words of one locale file (`review.json` unless told) in one language, read once.
 * @throws Error when the program's own file is missing or broken
 */
export function wordsFor(resourcesDir: string, language: string, file = 'review'): Words {
  const path = join(resourcesDir, 'locales', language, `${file}.json`);
  const known = loaded.get(path);
  if (known) return known;
  const instance = createInstance();
  instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { [file]: JSON.parse(readFileSync(path, 'utf8')) } },
    defaultNS: file,
    ns: [file],
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  const words: Words = (key, params = {}) => instance.t(key, params);
  loaded.set(path, words);
  return words;
}
