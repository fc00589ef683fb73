import { describe, expect, it } from 'vitest';
import { readFormatOne } from '#shared/domain/sync/format-one.ts';

const id = '01937000-0000-7000-8000-00000000000a';
const step = { id, kind: 'user', verb: 'v', params: {}, actor: null, at: 0, schema: 3, undoes: null, accounts: [] };
const head = { format: 1, group: id, chain: id, seq: 1, prev: null, schema: 3, through: 0, devices: [id] };
const read = (...lines: unknown[]) => readFormatOne({ ...head, steps: [step] }, lines.map((line) => JSON.stringify(line)));

describe('a bundle of the first format', () => {
  it('is read as those of the next are: changes of one kind share their shape', () => {
    const account = (key: string, city: string | null) => ['account', key, 2, { city }];
    const bundle = read([0, 0, 1024, [account('a', null), account('b', 'Wuxi'), ['account', 'c', 3, null]]]);
    expect(bundle).toMatchObject({ head, steps: [step], stamps: [{ step: 0, device: 0, clock: 1024, changes: [{ key: 'a', values: [null] }, { key: 'b', values: ['Wuxi'] }, { key: 'c', values: [] }] }] });
    const [a, b, c] = bundle.stamps[0]?.changes ?? [];
    expect(a?.shape).toEqual({ table: 'account', op: 2, fields: ['city'] });
    expect(b?.shape).toBe(a?.shape);
    expect(c?.shape).toEqual({ table: 'account', op: 3, fields: [] });
  });

  it.each([
    null, {}, [0, 0, 0, []], [0, 0, 1.5, []], [-1, 0, 1, []], [0, 0, 1], [0, 0, 1, {}], [0, 0, 1, [['account', 'a', 5, {}]]], [0, 0, 1, [['account', 'a', 3, {}]]],
    [0, 0, 1, [['account', 'a', 2, null]]], [0, 0, 1, [['account', 'a', 2, []]]], [0, 0, 1, [['account', 'a', 2, { city: {} }]]], [0, 0, 1, [['account', 1, 2, {}]]], [0, 0, 1, [['account', 'a', 2, { n: true }]]],
    [1, 0, 1, []], [0, 1, 1, []],
  ])('has no transaction %j', (line) => expect(() => read(line)).toThrow());

  it('has no step of an unknown kind', () => {
    expect(() => readFormatOne({ ...head, steps: [{ ...step, kind: 'admin' }] }, [])).toThrow();
  });
});
