import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/project.ts';

/** The words on the screen by key, such as `accounts:newAccount`, so that a spec holds in both languages. */
export function wordsIn(language: 'en' | 'zh-CN'): (key: string) => string {
  return (key) => {
    const [file = '', path = ''] = key.split(':');
    let value: unknown = JSON.parse(readFileSync(join(root, 'resources', 'locales', language, `${file}.json`), 'utf8'));
    for (const part of path.split('.')) value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
    if (typeof value !== 'string') throw new Error(`no words for ${key}`);
    return value;
  };
}
