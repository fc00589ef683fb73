import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.ts';

/** The language of this computer, as far as Ballast speaks it. */
export function systemLanguage(locale = Intl.DateTimeFormat().resolvedOptions().locale): 'en' | 'zh-CN' {
  return locale.startsWith('zh') ? 'zh-CN' : 'en';
}

/** Words for the terminal, from the locale files' `host` table. */
export function terminalWords(language = systemLanguage()): (key: string, values?: Record<string, string>) => string {
  const table = JSON.parse(readFileSync(join(root, 'resources', 'locales', language, 'host.json'), 'utf8')) as Record<string, string>;
  return (key, values = {}) => {
    const text = table[key];
    if (text === undefined) throw new Error(`no words for ${key}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => values[name] ?? '');
  };
}
