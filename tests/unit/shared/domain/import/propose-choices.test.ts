import { describe, expect, it } from 'vitest';
import { matchContent } from '#shared/domain/import/match-content.ts';
import { proposeDateOrder, proposeDecimal, proposeInteractionKind } from '#shared/domain/import/propose-choices.ts';

describe('what the first rows tell', () => {
  it.each([
    [['3/4/2024', '25/4/2024'], 'day-first'], [['3/4/2024 10:00', '4/25/24'], 'month-first'], [['3/4/2024', '5/6/2024'], null], [['25/4/2024', '4/25/2024'], null], [['2024-12-25'], null], [[], null],
  ] as const)('of the order of day and month in %j', (values, order) => expect(proposeDateOrder([...values])).toBe(order));

  it.each([[['1.234,56', '7'], 'comma'], [['12,5'], 'comma'], [['12,5', '12.5'], null], [['1,234'], null], [['1,234.56'], null], [['€ 9,99'], 'comma']] as const)('of decimals in %j', (values, decimal) => {
    expect(proposeDecimal([...values])).toBe(decimal);
  });

  it.each([['Emails.csv', 'email'], ['电话记录.xlsx', 'call'], ['visits 2026.csv', 'visit'], ['Appointments.csv', 'meeting']] as const)('%s holds %s', (file, kind) => expect(proposeInteractionKind(file)).toBe(kind));
});

describe('matchContent', () => {
  it('finds columns of unknown header whose values have a form of their own', () => {
    expect(matchContent('people', { name: 0 }, [['Li Lei'], ['13800000001', '+86 138-0000-0002'], ['a@example.com', 'b@example.com'], ['x']])).toEqual({ name: 0, mobile: 1, email: 2 });
  });

  it('leaves alone what is mapped, mixed or empty, and fields that the kind has not', () => {
    expect(matchContent('people', { email: 0 }, [['a@example.com'], ['b@example.com'], ['13800000001', 'none'], []])).toEqual({ email: 0 });
    expect(matchContent('orders', {}, [['a@example.com'], ['https://example.com']])).toEqual({});
  });
});
