import { beforeAll, describe, expect, it } from 'vitest';
import type { DuplicatePair, MergeSide } from '#shared/contract/duplicates.ts';
import { FieldTable } from '#renderer/features/duplicates/FieldTable.tsx';
import { MergeForm } from '#renderer/features/duplicates/MergeForm.tsx';
import { MovesLine } from '#renderer/features/duplicates/MovesLine.tsx';
import { PairEntry } from '#renderer/features/duplicates/PairEntry.tsx';
import { fieldRows } from '#renderer/features/duplicates/view-model.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const nothing = () => undefined;
const head = (id: string, name: string, detail: string | null = null) => ({ id, name, detail });
const first: MergeSide = { ...head('a', '恒岳重工', '无锡'), fields: { name: '恒岳重工', isKey: true, city: '无锡', parentId: 'g' }, parentName: 'Group', moves: {} };
const second: MergeSide = { ...head('b', 'Hengyue'), fields: { name: 'Hengyue', isKey: false, city: null, parentId: null }, parentName: null, moves: { position: 12, sales_order: 1_340, ledger: 1 } };
const sides = { first, second };
const pair: DuplicatePair = { first: head('a', '恒岳重工', '无锡'), second: head('b', 'Hengyue'), reasons: [{ reason: 'domain', value: 'hengyue.example' }, { reason: 'pinyin', value: null }] };

describe.each([
  ['en', '恒岳重工 无锡 Hengyue Same domain: hengyue.example Sounds the same Not the same Compare…', 'Moves from Hengyue to 恒岳重工: 12 people, 1,340 orders, 1 other record.', 'Nothing hangs on 恒岳重工 that would move to Hengyue.', 'Key account Yes No', 'Parent account Group empty'],
  ['zh-CN', '恒岳重工 无锡 Hengyue 域名相同：hengyue.example 读音相同 不是同一个 比较…', '从 Hengyue 移到 恒岳重工：12 位联系人、1,340 张订单、1 条其他记录。', '恒岳重工 没有要移到 Hengyue 的内容。', '大客户 是 否', '上级客户 Group 空'],
] as const)('duplicates in %s', (language, entry, moves, none, key, parent) => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing(language);
  });

  it('say why two are likely one', () => expect(drawing.text(<PairEntry pair={pair} onMerge={nothing} onApart={nothing} />)).toBe(entry));

  it('say what moves', () => {
    expect(drawing.text(<MovesLine kind="account" from={second} to={first} />)).toBe(moves);
    expect(drawing.text(<MovesLine kind="account" from={first} to={second} />)).toBe(none);
  });

  it('show the values of both, a radio each', () => {
    const table = <FieldTable sides={sides} rows={fieldRows(first, second, 'second', {})} survivor="second" onSurvivor={nothing} onPick={nothing} />;
    expect(drawing.text(table)).toContain(key);
    expect(drawing.text(table)).toContain(parent);
    expect(drawing.html(table).match(/type="radio"/g)).toHaveLength(10);
    expect(drawing.html(table).match(/checked=""/g)).toHaveLength(5);
  });

  it('have words for everything in the form', () => {
    drawing.missing.length = 0;
    for (const kind of ['account', 'person'] as const) drawing.html(<MergeForm kind={kind} first={first} second={{ ...second, fields: first.fields }} onClose={nothing} />);
    expect(drawing.missing.filter((one) => !one.includes('moves.'))).toEqual([]);
  });
});
