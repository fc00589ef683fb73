import { describe, expect, it } from 'vitest';
import { readInstant } from '#shared/domain/import/read-instant.ts';
import { readKind } from '#shared/domain/import/read-kind.ts';

const at = (text: string, zone = 'Asia/Shanghai', order: Parameters<typeof readInstant>[2] = null): string => {
  const read = readInstant(text, zone, order);
  return read.ok ? new Date(read.value).toISOString() : read.error;
};

describe('readInstant', () => {
  it.each([
    ['2024-03-05 14:30', '2024-03-05T06:30:00.000Z'], ['2024年3月5日 9:05', '2024-03-05T01:05:00.000Z'], ['2024/3/5 23:59:59', '2024-03-05T15:59:59.000Z'],
    ['2024-08-13T18:04:34.666+00:00', '2024-08-13T18:04:34.666Z'], ['2024-08-13 18:04 +0200', '2024-08-13T16:04:00.000Z'], ['2024-03-05T00:00:00Z', '2024-03-05T00:00:00.000Z'],
    ['2024-03-05', '2024-03-05T04:00:00.000Z'],
  ])('reads %s', (text, value) => expect(at(text)).toBe(value));

  it('reads a time of twelve hours and the order of day and month as told', () => {
    expect(at('3/11/2025 1:05 PM', 'UTC', 'month-first')).toBe('2025-03-11T13:05:00.000Z');
    expect(at('3/11/2025 12:05 am', 'UTC', 'day-first')).toBe('2025-11-03T00:05:00.000Z');
    expect(at('3/11/2025 13:00')).toBe('date-ambiguous');
  });

  it.each(['2024-03-05 25:00', '2024-03-05 12:75', 'soon', '', '1789-07-14 10:00', '2300-01-01 10:00'])('refuses %j', (text) => expect(at(text)).toBe('date-invalid'));
});

describe('readKind', () => {
  it.each([['Phone Call', 'call'], ['上门拜访', 'visit'], ['微信', 'chat'], ['E-Mail', 'email'], ['会议', 'meeting'], ['Follow-up', 'meeting']] as const)('reads %s', (text, kind) => {
    expect(readKind(text)).toEqual({ ok: true, value: kind });
  });

  it('refuses what it does not know', () => expect(readKind('smoke signal')).toEqual({ ok: false, error: 'kind-unknown' }));
});
