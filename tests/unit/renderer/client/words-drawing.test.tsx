import { ORPCError } from '@orpc/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { errorTable } from '#shared/contract/errors.ts';
import { HostGoneError } from '#renderer/client/host-gone.ts';
import { readError, useErrorText, type ErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useStepText, type WordedStep } from '#renderer/client/use-step-text.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const coded = (code: string, data?: unknown) => new ORPCError(code, { defined: true, status: 422, data });

const drawings = new Map<'en' | 'zh-CN', Drawing>();
beforeAll(async () => {
  for (const language of ['en', 'zh-CN'] as const) drawings.set(language, await createDrawing(language));
});

function within<T>(language: 'en' | 'zh-CN', read: () => T): T {
  const found: T[] = [];
  function Reader() {
    found.push(read());
    return null;
  }
  drawings.get(language)?.html(<Reader />);
  const [first] = found;
  if (first === undefined) throw new Error('nothing was read');
  return first;
}

const errorText = (language: 'en' | 'zh-CN', error: unknown): ErrorText => within(language, () => useErrorText()(error));
const stepText = (language: 'en' | 'zh-CN', step: WordedStep): string => within(language, () => useStepText()(step));

describe('reading an error', () => {
  it('knows the codes of the contract, with their place and values', () => {
    expect(readError(coded('file-empty', { where: { file: 'a.csv' } }))).toEqual({ code: 'file-empty', data: { where: { file: 'a.csv' } } });
    expect(readError(coded('file-empty'))).toEqual({ code: 'file-empty', data: {} });
  });

  it('knows a problem that was kept as a value', () => {
    expect(readError({ code: 'book-in-use', where: { path: '/b' } })).toMatchObject({ code: 'book-in-use', data: { where: { path: '/b' } } });
  });

  it('takes nothing else for worded', () => {
    for (const other of [coded('INTERNAL_SERVER_ERROR'), new Error('book-in-use'), { code: 'toString' }, { code: 7 }, 'book-in-use', null, undefined]) expect(readError(other)).toBeNull();
  });
});

describe('wording an error', () => {
  it('says what, where and what to do', () => {
    expect(errorText('en', coded('invalid-value', { where: { file: 'orders.csv', row: 12, column: 'Amount', field: 'dueOn' } }))).toEqual({
      code: 'invalid-value', title: 'A value cannot be kept as it is', text: 'What you entered is still here and nothing was saved. Correct it and save again.',
      where: 'File orders.csv, row 12, column Amount, field Due',
    });
    expect(errorText('zh-CN', coded('file-empty', { where: { file: 'orders.csv', row: 1 } })).where).toBe('文件 orders.csv，第 1 行');
  });

  it('puts values into the words', () => {
    expect(errorText('en', coded('synced-folder', { where: { path: '/x' }, params: { program: '坚果云' } }))).toMatchObject({ title: 'The book lies in a folder of 坚果云', where: '/x' });
  });

  it('shows a field that has no name as it is called', () => {
    expect(errorText('en', coded('invalid-value', { where: { field: 'somethingNew' } })).where).toBe('field somethingNew');
  });

  it('tells a core that is away from a fault of ours', () => {
    expect(errorText('en', new HostGoneError())).toMatchObject({ code: 'unreachable', title: 'Ballast’s core cannot be reached', where: null });
    expect(errorText('zh-CN', new TypeError('x is undefined'))).toMatchObject({ code: 'unexpected', title: '出现了意外错误' });
  });

  it.each(['en', 'zh-CN'] as const)('leaves no code unworded and no value open in %s', (language) => {
    const values = { program: 'OneDrive', host: 'loopback', step: 3, value: 'x', format: '.xls', sheet: 'S' };
    for (const code of Object.keys(errorTable)) {
      const { title, text } = errorText(language, coded(code, { params: values }));
      expect(`${title} ${text}`, code).not.toMatch(/\{\{|title\.|undefined/);
      expect(title, code).not.toBe(code);
    }
  });
});

describe('wording a step', () => {
  it('puts its values in', () => {
    expect(stepText('en', { verb: 'interaction.log', params: { summary: 'Pilot scope', name: 'Hengyue' } })).toBe('Logged “Pilot scope” with Hengyue');
    expect(stepText('zh-CN', { verb: 'task.done', params: { title: '回访' } })).toBe('已完成：回访');
  });

  it('says what an undo took back and a redo did again', () => {
    expect(stepText('en', { verb: 'undo', params: { verb: 'account.create', name: 'Hengyue' } })).toBe('Undone: Added Hengyue');
    expect(stepText('zh-CN', { verb: 'redo', params: { verb: 'account.create', name: '恒岳' } })).toBe('已重做：新增客户 恒岳');
  });

  it('leaves no gap where the name of an erased person stood', () => {
    expect(stepText('en', { verb: 'person.update', params: {} })).toBe('A step about a person since erased for good');
    expect(stepText('zh-CN', { verb: 'undo', params: { verb: 'person.create' } })).toBe('已撤销：涉及一位已永久删除的联系人');
    expect(stepText('en', { verb: 'person.erase', params: {} })).toBe('Erased a person for good');
  });

  it('has words for a verb that it does not know', () => {
    expect(stepText('en', { verb: 'future.verb', params: {} })).toBe('A change');
    expect(stepText('en', { verb: 'undo', params: {} })).toBe('Undone: A change');
  });

  it('takes markup in a name for text', () => {
    expect(stepText('en', { verb: 'account.create', params: { name: '<b>A & B</b>' } })).toBe('Added <b>A & B</b>');
  });
});

describe('the format of a screen', () => {
  it('speaks the language and goes by the book', () => {
    expect(within('en', () => useFormat().due('2026-11-20').text)).toBe('3 days late');
    expect(within('en', () => useFormat().due('2026-11-22').text)).toBe('1 day late');
    expect(within('zh-CN', () => useFormat().due('2026-11-22').text)).toBe('逾期 1 天');
    expect(within('zh-CN', () => useFormat().agoDay('2026-11-20'))).toBe('3 天前');
    expect(within('zh-CN', () => useFormat().due('2026-11-24').text)).toBe('明天');
    expect(within('en', () => useFormat().money(10_000))).toBe('$1');
  });
});
