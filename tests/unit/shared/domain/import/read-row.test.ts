import { describe, expect, it } from 'vitest';
import { accountFieldsSchema } from '#shared/domain/account/model.ts';
import { changedFields } from '#shared/domain/import/changed-fields.ts';
import { fullName, rowFault } from '#shared/domain/import/complete-row.ts';
import { importFields, type FieldSpec } from '#shared/domain/import/fields.ts';
import { cellProblem, rowReader } from '#shared/domain/import/read-row.ts';
import { cleanCell, headerKey, nameKey } from '#shared/domain/import/text.ts';
import { personFieldsSchema, positionFieldsSchema } from '#shared/domain/person/model.ts';

const headers = ['No', 'Name', 'Since', 'Key'];
const read = rowReader('accounts', { externalId: 0, name: 1, customerSince: 2, isKey: 3 }, headers, { timeZone: 'UTC' });

describe('rowReader', () => {
  it('reads the mapped cells and leaves out what is blank', () => {
    expect(read(['A1', '  Acme\u3000', '2024/3/5', '是'], 2)).toEqual({ ok: true, values: { externalId: 'A1', name: 'Acme', customerSince: '2024-03-05', isKey: true } });
    expect(read(['A1', 'Acme', ' ', ''], 2)).toEqual({ ok: true, values: { externalId: 'A1', name: 'Acme' } });
  });

  it('names row, column and value of everything wrong in a row', () => {
    expect(read(['x'.repeat(101), 'Acme', '03/04/2024', 'perhaps'], 17)).toEqual({
      ok: false,
      problems: [
        { row: 17, column: 'No', code: 'too-long', value: 'x'.repeat(101) },
        { row: 17, column: 'Since', code: 'date-ambiguous', value: '03/04/2024' },
        { row: 17, column: 'Key', code: 'flag-invalid', value: 'perhaps' },
      ],
    });
  });

  it('takes what looks like a formula as the text it is', () => {
    expect(read(['=1+1', '=HYPERLINK("http://example.com")', '', ''], 2)).toEqual({ ok: true, values: { externalId: '=1+1', name: '=HYPERLINK("http://example.com")' } });
  });

  it('cuts a long value in the report', () => expect(cellProblem(2, 'No', 'too-long', 'y'.repeat(999)).value).toHaveLength(200));

  it('ignores fields of a mapping that the kind has not', () => {
    const mapping = JSON.parse('{"name": 0, "__proto__": 0, "price": 0}') as Record<string, number>;
    expect(rowReader('accounts', mapping, ['Name'], { timeZone: 'UTC' })(['Acme'], 2)).toEqual({ ok: true, values: { name: 'Acme' } });
  });
});

describe('importFields', () => {
  it.each([['accounts', accountFieldsSchema.shape], ['people', { ...personFieldsSchema.shape, ...positionFieldsSchema.shape }]] as const)('take of %s no longer text than the model', (kind, shape) => {
    const specs: readonly FieldSpec[] = importFields[kind];
    const limited = specs.filter(({ id, max }) => max !== undefined && Object.hasOwn(shape, id));
    expect(limited.length).toBeGreaterThan(5);
    for (const { id, max = 0 } of limited) {
      const schema = shape[id as keyof typeof shape] as { safeParse(value: unknown): { success: boolean } };
      expect([id, schema.safeParse('x'.repeat(max)).success, schema.safeParse('x'.repeat(max + 1)).success]).toEqual([id, true, false]);
    }
  });
});

describe('rowFault', () => {
  const order = { orderNo: '1', orderedOn: '2024-01-01', accountName: 'Acme' };

  it('finds nothing wrong with what is enough', () => {
    expect(rowFault('accounts', { name: 'Acme' })).toBeNull();
    expect(rowFault('people', { accountName: 'Acme', lastName: 'Li' })).toBeNull();
    expect(rowFault('orders', { ...order, amount: 1 })).toBeNull();
    expect(rowFault('orders', { ...order, price: 1, quantity: 1 })).toBeNull();
  });

  it.each([
    [rowFault('accounts', {}), ['name']],
    [rowFault('people', { name: 'Li' }), ['accountExternalId', 'accountName']],
    [rowFault('people', { accountName: 'Acme', firstName: 'Jo' }), ['name', 'lastName']],
    [rowFault('orders', { ...order, orderNo: undefined, amount: 1 }), ['orderNo']],
    [rowFault('orders', { ...order, price: 1 }), ['quantity']],
    [rowFault('orders', { ...order, quantity: 1 }), ['price']],
  ])('names the missing fields: %j', (fault, fields) => expect(fault).toEqual({ fields, code: 'missing-value' }));

  it('refuses a line whose worth cannot be kept exactly', () => {
    expect(rowFault('orders', { ...order, price: 9e14, quantity: 9e14 })).toEqual({ fields: ['price'], code: 'number-too-large' });
    expect(rowFault('orders', { ...order, amount: 1, unitCost: 9e14, quantity: 9e14 })).toEqual({ fields: ['unitCost'], code: 'number-too-large' });
  });
});

describe('names and texts', () => {
  it('joins the parts of a name as its language does', () => {
    expect(fullName({ firstName: 'Ana', lastName: 'Trujillo' })).toBe('Ana Trujillo');
    expect(fullName({ firstName: '样', lastName: '欧阳' })).toBe('欧阳样');
    expect(fullName({ name: 'Li Lei', firstName: 'Ana', lastName: 'Trujillo' })).toBe('Li Lei');
    expect(fullName({ lastName: 'Li' })).toBe('Li');
    expect(fullName({ firstName: 'Ana' })).toBeUndefined();
  });

  it('compares names by letter, not by spacing, case or width', () => {
    expect(nameKey('Wolski  Zajazd ')).toBe(nameKey('wolski zajazd'));
    expect(nameKey('样本生物（上海）')).toBe(nameKey('样本生物(上海)'));
    expect(nameKey('México')).not.toBe(nameKey('Mexico'));
  });

  it('cleans the ends of a cell only', () => {
    expect(cleanCell('\ufeff\u3000 a  b\u200b')).toBe('a  b');
    expect(cleanCell('a\n b')).toBe('a\n b');
    expect(cleanCell('\u200b')).toBe('');
    expect(headerKey('Address 1: City')).toBe('address1city');
  });

  it('keeps only what is given and differs', () => {
    expect(changedFields({ a: 1, b: 'x', c: null }, { a: 1, b: 'y', c: undefined })).toEqual({ b: 'y' });
    expect(changedFields({ a: 1 }, { a: 1 })).toBeNull();
    expect(changedFields({ a: null }, { a: 'new' })).toEqual({ a: 'new' });
  });
});
