import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interactionKinds } from '#shared/domain/interaction/model.ts';
import { parseWhen } from '#shared/domain/interaction/parse-when.ts';
import { measures } from '#renderer/features/review/view-model.ts';

interface Words { [key: string]: string | Words }

const read = (language: string, name: string): Words => JSON.parse(readFileSync(`resources/locales/${language}/${name}.json`, 'utf8'));

function at(words: Words, path: string): string {
  const found = path.split('.').reduce<string | Words | undefined>((inner, key) => (typeof inner === 'object' ? inner[key] : undefined), words);
  return typeof found === 'string' ? found : '';
}

/** Everything that can keep the form from being saved. */
const issues = ['account.missing', 'when.unread', 'people.pending', 'summary.missing', 'summary.too-long', 'notes.too-long', 'decisions.too-long', 'steps.too-long'];

describe.each(['en', 'zh-CN'])('the forms in %s', (language) => {
  const log = read(language, 'log');
  const review = read(language, 'review');

  it.each([...interactionKinds])('name the kind %s alike in the log and in the review', (kind) => {
    expect(at(log, `kind.${kind}`)).not.toBe('');
    expect(at(review, `dialog.kind.${kind}`)).toBe(at(log, `kind.${kind}`));
  });

  it.each(issues)('say what to do about %s', (issue) => expect(at(log, `issue.${issue}`)).not.toBe(''));

  it.each([...measures])('name the measure %s', (measure) => expect(at(review, `dialog.measure.${measure}`)).not.toBe(''));

  it('give examples of times that can be read', () => {
    const examples = [...at(log, 'issue.when.unread').matchAll(/“([^”]+)”/g)].map((match) => match[1] ?? '');
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) expect(parseWhen(example, { date: '2026-11-23', time: '10:47' }), example).not.toBeNull();
  });

  it('teach date words that can be read', () => {
    const taught = [...at(log, 'steps.hint').matchAll(/“([^”]+)”/g)].map((match) => (match[1] ?? '').replace(/^by /, ''));
    expect(taught.length).toBeGreaterThan(1);
    for (const word of taught) expect(parseWhen(word, { date: '2026-11-23', time: '10:47' }, 'future')?.date, word).toBeTruthy();
  });
});
