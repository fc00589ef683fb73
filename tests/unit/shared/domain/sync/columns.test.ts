import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSteps, IdList, readColumn, readIds, readNumbers, toSteps, writeColumn } from '#shared/domain/sync/columns.ts';
import type { SentValue } from '#shared/domain/sync/model.ts';

const id = (n: number): string => `01937000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const value: fc.Arbitrary<SentValue> = fc.oneof(fc.string(), fc.integer(), fc.maxSafeInteger(), fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.uuid(), fc.constantFrom(id(1), id(2), '', '0'));
const asJson = <T>(written: T): unknown => JSON.parse(JSON.stringify(written));

/** What is written and read again. */
function there(values: readonly SentValue[]): SentValue[] {
  const ids = new IdList();
  const written = asJson(writeColumn(values, ids));
  return readColumn(written, values.length, readIds(asJson(ids.write())));
}

describe('a column', () => {
  it('comes back as it was, whatever is in it', () => {
    fc.assert(fc.property(fc.oneof(fc.array(value), fc.array(fc.integer()), fc.array(fc.uuid()), fc.array(fc.option(fc.uuid()))), (values) => {
      expect(there(values)).toEqual(values.map((one) => (Object.is(one, -0) ? 0 : one)));
    }), { numRuns: 300 });
  });

  it.each<[string, SentValue[], object]>([
    ['says once what is alike', ['x', 'x', 'x'], { same: 'x' }],
    ['says numbers as steps', [1_000, 1_001, 1_003], { steps: [1_000, 1, 2] }],
    ['says ids by their place in the list', [id(7), null, id(8)], { ids: [1, -1, 2] }],
    ['says the rest as it is', ['x', 1, null], { values: ['x', 1, null] }],
    ['says numbers that are too far from each other as they are', [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER], { values: [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER] }],
    ['is there without a value', [], { same: null }],
  ])('%s', (_what, values, written) => expect(writeColumn(values, new IdList())).toEqual(written));

  it.each<[unknown, number]>([
    [null, 1], [[], 1], [{}, 1], [{ values: [1] }, 2], [{ values: [1, 2, 3] }, 2], [{ values: [true] }, 1], [{ values: [{}] }, 1], [{ steps: [1.5] }, 1], [{ steps: ['1'] }, 1],
    [{ steps: [Number.MAX_SAFE_INTEGER, 1] }, 2], [{ ids: [1] }, 1], [{ ids: [-1] }, 1], [{ same: {} }, 1], [{ steps: {} }, 0],
  ])('is not %j', (written, count) => expect(() => readColumn(written, count, [])).toThrow(TypeError));

  it('of numbers keeps within its bounds', () => {
    expect(readNumbers({ steps: [0, 2] }, 2, 0, 3)).toEqual([0, 2]);
    for (const written of [{ steps: [0, 3] }, { steps: [-1, 1] }, { values: ['0', 1] }, { same: null }]) expect(() => readNumbers(written, 2, 0, 3)).toThrow(TypeError);
  });
});

describe('the list of ids', () => {
  it('has each once, with its time as a step', () => {
    const ids = new IdList();
    expect([ids.placeOf(id(1)), ids.placeOf(id(2)), ids.placeOf(id(1))]).toEqual([1, 2, 1]);
    expect(ids.write()).toEqual({ times: [Number.parseInt('019370000000', 16), 0], rest: `70008000${'0'.repeat(11)}170008000${'0'.repeat(11)}2` });
    expect(readIds(ids.write())).toEqual([id(1), id(2)]);
  });

  it.each([null, {}, { times: [1], rest: '' }, { times: [1], rest: 'g'.repeat(20) }, { times: [-1], rest: '0'.repeat(20) }, { times: [2 ** 48], rest: '0'.repeat(20) }, { times: [1], rest: 5 }])(
    'is not %j', (written) => expect(() => readIds(written)).toThrow(TypeError),
  );

  it('has no steps but whole ones', () => {
    expect(fromSteps(toSteps([5, 3, 9]))).toEqual([5, 3, 9]);
    expect(() => fromSteps([0.5, 0.5])).toThrow(TypeError);
  });
});
