import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFields } from '#shared/domain/import/fields.ts';
import { importKinds } from '#shared/domain/import/model.ts';
import { problemCodes } from '#shared/domain/import/problems.ts';
import { keptReasons } from '#shared/domain/history/model.ts';
import { importTables } from '#renderer/features/import/view-model.ts';

const words = (language: string): Record<string, Record<string, string>> => JSON.parse(readFileSync(`resources/locales/${language}/import.json`, 'utf8'));

describe.each(['en', 'zh-CN'])('import in %s', (language) => {
  const { field, problem, kind, kept, table } = words(language);
  const fields = [...new Set(importKinds.flatMap((each) => importFields[each].map(({ id }) => id)))];

  it.each([
    ['every field', field, fields],
    ['every problem', problem, problemCodes],
    ['every kind', kind, importKinds],
    ['every reason to keep a change', kept, keptReasons],
    ['every table', table, importTables],
  ] as const)('words %s', (_, said, ids) => {
    expect(ids.filter((id) => !said?.[id]?.trim())).toEqual([]);
  });

  it('words each field differently within a kind, so that the choice is clear', () => {
    for (const each of importKinds) {
      const said = importFields[each].map(({ id }) => field?.[id]);
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it('words no problem that does not exist', () => {
    expect(Object.keys(problem ?? {}).filter((code) => code !== 'other' && !problemCodes.some((known) => known === code))).toEqual([]);
  });
});
