import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { escapeText, foldLine, icsText, type CalendarEvent } from '#shared/domain/calendar/ics-text.ts';

const STAMP = '20261123T000000Z';
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({ uid: 'birthday-p1-2026@ballast', date: '2026-11-26', title: '陈立新 55 岁生日', details: '恒岳重工集团 · 十月十八', yearly: false, ...more });
const read = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

describe('a calendar file', () => {
  it('is read back by another program with day, title and identity', () => {
    const [one] = read(icsText('客户簿', [event()], STAMP));
    expect([one?.uid, one?.summary, one?.description, one?.startDate.toString(), one?.endDate.toString(), one?.startDate.isDate, one?.isRecurring()])
      .toEqual(['birthday-p1-2026@ballast', '陈立新 55 岁生日', '恒岳重工集团 · 十月十八', '2026-11-26', '2026-11-27', true, false]);
  });

  it('lets a day come again where every year has it', () => {
    expect(read(icsText('a', [event({ yearly: true })], STAMP))[0]?.isRecurring()).toBe(true);
    expect(read(icsText('a', [event({ yearly: true, date: '2028-02-29' })], STAMP))[0]?.isRecurring()).toBe(false);
  });

  it('keeps to 75 octets a line, with Chinese too, and ends lines as the format wants', () => {
    const text = icsText('客户簿'.repeat(40), [event({ title: '恒岳重工集团成立纪念日'.repeat(30), details: 'é'.repeat(200) })], STAMP);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('gives every text back as it was, and lets none of it become a line of its own', () => {
    // What a calendar cannot hold is taken out: controls but tab and line feed, and halves of a character.
    const kept = (text: string) => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\t\n]/gu, '');
    const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom('a\r\nEND:VEVENT', ';,\\n\\', 'BEGIN:VEVENT\nSUMMARY:x', ' lead', '恒岳\n重工'));
    fc.assert(fc.property(texts, texts, (title, details) => {
      const text = icsText('a', [event({ title, details })], STAMP);
      const events = read(text);
      expect(events).toHaveLength(1);
      expect(events[0]?.summary ?? '').toBe(kept(title));
      expect(events[0]?.description ?? '').toBe(kept(details));
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }), { numRuns: 300 });
  });

  it('folds where nothing is cut in two', () => {
    expect(foldLine('a'.repeat(75))).toBe('a'.repeat(75));
    expect(foldLine('a'.repeat(74) + '恒')).toBe(`${'a'.repeat(74)}\r\n 恒`);
    expect(foldLine('😀'.repeat(40)).replaceAll('\r\n ', '')).toBe('😀'.repeat(40));
    expect(escapeText('a;b,c\\d\ne\u0000')).toBe('a\\;b\\,c\\\\d\\ne');
  });
});
