import type { ImportKind } from './model.ts';

/** How the text of a cell is read. */
export type CellType = 'text' | 'date' | 'instant' | 'kind' | 'number' | 'money' | 'fraction' | 'flag' | 'currency' | 'anniversary' | 'lunarDay' | 'days';

export interface FieldSpec {
  /** Also the key of its wording: `import.field.<id>`. */
  readonly id: string;
  readonly type: CellType;
  /** Longest text that is taken, in characters. */
  readonly max?: number;
}

const orderNo = { id: 'orderNo', type: 'text', max: 100 } as const;
const currency = { id: 'currency', type: 'currency' } as const;
const employee = { id: 'employee', type: 'text', max: 200 } as const;

/** What an order says beside its lines … */
const head = [
  orderNo,
  { id: 'orderedOn', type: 'date' },
  { id: 'accountExternalId', type: 'text', max: 100 },
  { id: 'accountName', type: 'text', max: 200 },
] as const;

/** … and what each line says. */
const line = [
  { id: 'productExternalId', type: 'text', max: 100 },
  { id: 'productName', type: 'text', max: 200 },
  { id: 'category', type: 'text', max: 100 },
  { id: 'quantity', type: 'number' },
  { id: 'listPrice', type: 'money' },
  { id: 'price', type: 'money' },
  { id: 'discount', type: 'fraction' },
  { id: 'amount', type: 'money' },
  { id: 'cost', type: 'money' },
  { id: 'unitCost', type: 'money' },
  { id: 'margin', type: 'money' },
  { id: 'isReturn', type: 'flag' },
] as const;

/** The fields that a file of each kind can fill, in the order in which they are shown. */
export const importFields = {
  colleagues: [
    { id: 'externalId', type: 'text', max: 100 },
    { id: 'name', type: 'text', max: 200 },
    { id: 'firstName', type: 'text', max: 100 },
    { id: 'lastName', type: 'text', max: 100 },
    { id: 'title', type: 'text', max: 200 },
    { id: 'department', type: 'text', max: 200 },
    { id: 'phone', type: 'text', max: 60 },
    { id: 'email', type: 'text', max: 200 },
    { id: 'reportsToExternalId', type: 'text', max: 100 },
    { id: 'reportsTo', type: 'text', max: 200 },
  ],
  accounts: [
    { id: 'externalId', type: 'text', max: 100 },
    { id: 'name', type: 'text', max: 200 },
    { id: 'alias', type: 'text', max: 200 },
    { id: 'parentExternalId', type: 'text', max: 100 },
    { id: 'parentName', type: 'text', max: 200 },
    { id: 'industry', type: 'text', max: 100 },
    { id: 'address', type: 'text', max: 300 },
    { id: 'city', type: 'text', max: 100 },
    { id: 'region', type: 'text', max: 100 },
    { id: 'postalCode', type: 'text', max: 30 },
    { id: 'country', type: 'text', max: 100 },
    { id: 'phone', type: 'text', max: 60 },
    { id: 'fax', type: 'text', max: 60 },
    { id: 'website', type: 'text', max: 200 },
    { id: 'customerSince', type: 'date' },
    { id: 'contractEnd', type: 'date' },
    { id: 'isKey', type: 'flag' },
    { id: 'foundedOn', type: 'anniversary' },
  ],
  people: [
    { id: 'accountExternalId', type: 'text', max: 100 },
    { id: 'accountName', type: 'text', max: 200 },
    { id: 'externalId', type: 'text', max: 100 },
    { id: 'name', type: 'text', max: 200 },
    { id: 'firstName', type: 'text', max: 100 },
    { id: 'lastName', type: 'text', max: 100 },
    { id: 'title', type: 'text', max: 200 },
    { id: 'department', type: 'text', max: 200 },
    { id: 'reportsTo', type: 'text', max: 200 },
    { id: 'phone', type: 'text', max: 60 },
    { id: 'mobile', type: 'text', max: 60 },
    { id: 'email', type: 'text', max: 200 },
    { id: 'wechat', type: 'text', max: 100 },
    { id: 'birthday', type: 'anniversary' },
    { id: 'lunarBirthday', type: 'lunarDay' },
    { id: 'keepInTouchDays', type: 'days' },
  ],
  products: [
    { id: 'externalId', type: 'text', max: 100 },
    { id: 'name', type: 'text', max: 200 },
    { id: 'category', type: 'text', max: 100 },
    { id: 'listPrice', type: 'money' },
    { id: 'unitCost', type: 'money' },
  ],
  orders: [...head, ...line, currency, employee],
  orderHeads: [...head, currency, employee],
  orderLines: [orderNo, ...line],
  interactions: [
    { id: 'externalId', type: 'text', max: 100 },
    { id: 'at', type: 'instant' },
    { id: 'endedAt', type: 'instant' },
    { id: 'durationMinutes', type: 'number' },
    { id: 'kind', type: 'kind' },
    { id: 'accountExternalId', type: 'text', max: 100 },
    { id: 'accountName', type: 'text', max: 200 },
    { id: 'people', type: 'text', max: 2_000 },
    { id: 'colleagues', type: 'text', max: 2_000 },
    { id: 'place', type: 'text', max: 200 },
    { id: 'summary', type: 'text', max: 500 },
    { id: 'notes', type: 'text', max: 1_000_000 },
    { id: 'decisions', type: 'text', max: 20_000 },
  ],
} as const satisfies Record<ImportKind, readonly FieldSpec[]>;

export type FieldId<K extends ImportKind> = (typeof importFields)[K][number]['id'];
