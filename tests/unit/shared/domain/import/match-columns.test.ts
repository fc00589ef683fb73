import { describe, expect, it } from 'vitest';
import { matchColumns } from '#shared/domain/import/match-columns.ts';
import { importFields } from '#shared/domain/import/fields.ts';
import { headerWords } from '#shared/domain/import/header-words.ts';
import { importKinds, type ImportKind } from '#shared/domain/import/model.ts';
import { proposeKind } from '#shared/domain/import/propose-kind.ts';
import { listFields, missingFields } from '#shared/domain/import/required-fields.ts';
import { headerKey } from '#shared/domain/import/text.ts';

const split = (header: string): string[] => header.split(',');
const named = (kind: ImportKind, header: string) => {
  const headers = split(header);
  return Object.fromEntries(Object.entries(matchColumns(kind, headers)).map(([field, column]) => [field, headers[column]]));
};

const northwind = {
  customers: 'CustomerID,CompanyName,ContactName,ContactTitle,Address,City,Region,PostalCode,Country,Phone,Fax',
  contacts: 'CustomerID,CompanyName,ContactName,ContactTitle,Phone,Fax,City,Country',
  orders: 'OrderID,CustomerID,CompanyName,OrderDate,RequiredDate,ShippedDate,Freight,ProductID,ProductName,CategoryName,UnitPrice,Quantity,Discount,Employee',
};

describe('matchColumns', () => {
  it('matches the headers of a customer list', () => {
    expect(named('accounts', northwind.customers)).toEqual({
      externalId: 'CustomerID', name: 'CompanyName', address: 'Address', city: 'City', region: 'Region', postalCode: 'PostalCode', country: 'Country', phone: 'Phone', fax: 'Fax',
    });
  });

  it('matches the headers of an order list and leaves other dates and costs alone', () => {
    expect(named('orders', northwind.orders)).toEqual({
      orderNo: 'OrderID', accountExternalId: 'CustomerID', accountName: 'CompanyName', orderedOn: 'OrderDate', productExternalId: 'ProductID', productName: 'ProductName',
      category: 'CategoryName', price: 'UnitPrice', quantity: 'Quantity', discount: 'Discount', employee: 'Employee',
    });
  });

  it('matches Chinese headers', () => {
    expect(named('people', '客户名称,联系人,职务,部门,手机,电话,微信,邮箱,备注')).toEqual({
      accountName: '客户名称', name: '联系人', title: '职务', department: '部门', mobile: '手机', phone: '电话', wechat: '微信', email: '邮箱',
    });
    expect(named('orders', '订单编号,下单日期,客户编号,单价,数量,折扣,标价,成本,毛利,退货,币种,业务员')).toEqual({
      orderNo: '订单编号', orderedOn: '下单日期', accountExternalId: '客户编号', price: '单价', quantity: '数量', discount: '折扣', listPrice: '标价', cost: '成本', margin: '毛利', isReturn: '退货', currency: '币种', employee: '业务员',
    });
  });

  it.each(['customer_id', 'Customer ID', 'CUSTOMERID', 'Ｃｕｓｔｏｍｅｒ ＩＤ', '客户编号', '客户 编号'])('knows %s however it is written', (header) => {
    expect(matchColumns('accounts', ['x', header])).toEqual({ externalId: 1 });
  });

  it('sees past a unit in parentheses, but prefers the bare name', () => {
    expect(matchColumns('orders', ['金额（元）'])).toEqual({ amount: 0 });
    expect(matchColumns('orders', ['Amount (net)', 'Amount'])).toEqual({ amount: 1 });
  });

  it('uses no column and no field twice', () => {
    expect(matchColumns('accounts', ['Name', 'Company name', 'Name'])).toEqual({ name: 1 });
    expect(matchColumns('accounts', ['', '  ', '###'])).toEqual({});
  });

  it('is not misled by headers that name properties of objects', () => {
    expect(matchColumns('accounts', ['__proto__', 'constructor', 'toString', 'Name'])).toEqual({ name: 3 });
    expect(({} as Record<string, unknown>)['name']).toBeUndefined();
  });

  it.each(importKinds)('has words for each field of %s, none of them for two', (kind) => {
    const keys = Object.entries(headerWords[kind]).flatMap(([field, words]) => words.split(',').map((word) => [headerKey(word), field] as const));
    expect(Object.keys(headerWords[kind]).toSorted()).toEqual(importFields[kind].map(({ id }) => id).toSorted());
    for (const [key, field] of keys) expect(keys.filter(([other, of]) => other === key && of !== field)).toEqual([]);
  });
});

describe('proposeKind', () => {
  it.each([
    [northwind.customers, 'customers.csv', 'accounts'], [northwind.contacts, 'contacts.csv', 'people'], [northwind.orders, 'orders.csv', 'orders'],
    [northwind.customers, 'export.csv', 'accounts'], [northwind.contacts, 'export.csv', 'people'], [northwind.orders, 'export.csv', 'orders'],
    ['Name,Website', 'Account.csv', 'accounts'], ['客户名称,联系人,职务,手机', '通讯录.csv', 'people'], ['订单号,日期,客户名称,金额', '1.csv', 'orders'],
  ])('takes %s in %s for %s', (header, file, kind) => expect(proposeKind(split(header), file)).toBe(kind));
});

describe('missingFields', () => {
  it('names what is needed, and the first of several that would do', () => {
    expect(missingFields('accounts', {})).toEqual(['name']);
    expect(missingFields('people', {})).toEqual(['accountExternalId', 'name']);
    expect(missingFields('orders', {})).toEqual(['orderNo', 'orderedOn', 'accountExternalId', 'price', 'quantity']);
    expect(missingFields('orders', { orderNo: 0, orderedOn: 1, accountName: 2, price: 3 })).toEqual(['quantity']);
  });

  it('is content with an alternative', () => {
    expect(missingFields('people', { accountName: 0, lastName: 1 })).toEqual([]);
    expect(missingFields('orders', { orderNo: 0, orderedOn: 1, accountName: 2, amount: 3 })).toEqual([]);
  });

  it('marks the fields that the mapping screen asks for', () => {
    expect(listFields('people').filter(({ required }) => required).map(({ id }) => id)).toEqual(['accountExternalId', 'name']);
  });
});
