import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody, writeBody } from '#shared/domain/sync/bundle-body.ts';
import { ChangeShapes } from '#shared/domain/sync/change-shapes.ts';
import type { SentOp, SentStamp, SentStep } from '#shared/domain/sync/model.ts';

const id = (n: number): string => `01937000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const shapes = new ChangeShapes();
const change = (table: string, op: SentOp, key: string, fields: Record<string, string | number | null> = {}) => ({ shape: shapes.of(table, op, Object.keys(fields)), key, values: Object.values(fields) });
const steps: SentStep[] = [
  { id: id(1), kind: 'user', verb: 'account.update', params: { name: 'Acme “压舱石”', n: 2 }, actor: id(9), at: 5, schema: 11, undoes: null, accounts: [id(4), 'acme'] },
  { id: id(2), kind: 'undo', verb: 'undo', params: {}, actor: null, at: 7, schema: 11, undoes: id(1), accounts: [] },
];
const stamps: SentStamp[] = [
  { step: 0, device: 1, clock: 1_024, changes: [change('account', 1, id(4), { id: id(4), name: 'Acme', rank: 1.5 }), change('interaction_person', 1, `["${id(5)}","${id(6)}"]`, { interaction_id: id(5), person_id: id(6) }), change('account', 1, 'acme', { id: 'acme', name: null, rank: -3 })] },
  { step: 0, device: 0, clock: 1_025, changes: [] },
  { step: 1, device: 1, clock: 1_030, changes: [change('account', 3, id(4)), change('person', 4, '["no list'), change('account', 2, 'acme', { name: 'x' })] },
];
type Written = ReturnType<typeof writeBody>;
const written = (): Written => JSON.parse(JSON.stringify(writeBody(steps, stamps))) as Written;

describe('the body of a bundle', () => {
  it('comes back as it was, changes in their order', () => {
    expect(readBody(written(), 2)).toEqual({ steps, stamps });
    expect(readBody(JSON.parse(JSON.stringify(writeBody([], []))), 0)).toEqual({ steps: [], stamps: [] });
  });

  it('says a column that repeats the key, or a part of it, only once', () => {
    expect(written().shapes.map(({ table, list, values }) => [table, list, values.filter((column) => typeof column === 'number')])).toEqual(
      [['account', false, [0]], ['interaction_person', true, [0, 1]], ['account', false, []], ['person', false, []], ['account', false, []]],
    );
  });

  it.each<[string, (body: Written) => unknown]>([
    ['nothing', () => null],
    ['a device that is not listed', (body) => ({ ...body, stamps: { ...body.stamps, device: { same: 2 } } })],
    ['a step that is not there', (body) => ({ ...body, stamps: { ...body.stamps, step: { same: 2 } } })],
    ['a clock before all', (body) => ({ ...body, stamps: { ...body.stamps, clock: { same: 0 } } })],
    ['more transactions than columns', (body) => ({ ...body, stamps: { ...body.stamps, count: 4 } })],
    ['more than any program writes', (body) => ({ ...body, stamps: { count: 1e9, step: { same: 0 }, device: { same: 0 }, clock: { same: 1 }, changes: { same: 0 } } })],
    ['changes without end', (body) => ({ ...body, stamps: { ...body.stamps, changes: { same: 190_000 } }, order: { same: 0 } })],
    ['a shape that is not there', (body) => ({ ...body, order: { same: 9 } })],
    ['a step of an unknown kind', (body) => ({ ...body, steps: { ...body.steps, kind: { same: 'admin' } } })],
    ['a step of no id', (body) => ({ ...body, steps: { ...body.steps, id: { values: ['x', 'y'] } } })],
    ['params that are none', (body) => ({ ...body, steps: { ...body.steps, params: { same: '[]' } } })],
    ['params within params', (body) => ({ ...body, steps: { ...body.steps, params: { same: '{"a":{}}' } } })],
    ['an operation that is none', (body) => ({ ...body, shapes: body.shapes.map((shape) => ({ ...shape, op: 5 })) })],
    ['a field twice', (body) => ({ ...body, shapes: body.shapes.map((shape) => ({ ...shape, fields: shape.fields.map(() => 'name') })) })],
    ['a deletion with fields', (body) => ({ ...body, shapes: body.shapes.map((shape) => ({ ...shape, op: 3 })) })],
    ['a repeated part that the key has not', (body) => ({ ...body, shapes: body.shapes.map((shape) => ({ ...shape, values: shape.values.map(() => 7) })) })],
    ['a key that is a number', (body) => ({ ...body, shapes: body.shapes.map((shape) => ({ ...shape, list: false, keys: [{ same: 5 }] })) })],
  ])('is not one with %s', (_what, forge) => expect(() => readBody(forge(written()), 2)).toThrow());

  it('that anybody has changed is refused or read, and nothing else happens', () => {
    const places = (node: unknown, path: (string | number)[] = []): (string | number)[][] => [path, ...(typeof node === 'object' && node !== null ? Object.entries(node).flatMap(([key, part]) => places(part, [...path, key])) : [])];
    const all = places(written()).filter((path) => path.length > 0);
    fc.assert(fc.property(fc.nat(all.length - 1), fc.jsonValue(), (at, put) => {
      const body = written();
      const path = all[at] ?? [];
      const holder = path.slice(0, -1).reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], body);
      (holder as Record<string | number, unknown>)[path.at(-1) ?? ''] = put;
      try {
        for (const stamp of readBody(body, 2).stamps) for (const { shape, key, values } of stamp.changes) expect([typeof key, values.length]).toEqual(['string', shape.fields.length]);
      } catch (error) {
        expect(error instanceof TypeError || error instanceof SyntaxError).toBe(true);
      }
    }), { numRuns: 400 });
  });
});
