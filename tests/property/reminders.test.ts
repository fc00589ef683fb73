import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliver } from '#shared/domain/reminder/deliver.ts';
import type { ReminderFacts, ReminderRules } from '#shared/domain/reminder/facts.ts';
import type { ReminderAnswer } from '#shared/domain/reminder/model.ts';
import { inOrder, planReminders } from '#shared/domain/reminder/plan-reminders.ts';
import { planTellings } from '#shared/domain/reminder/plan-tellings.ts';
import { startOfDay, tellFrom } from '#shared/domain/reminder/tell-from.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { dateInZone, timeInZone } from '#shared/kernel/zoned-time.ts';
import { reminderFacts, reminderRules } from '../builders/reminder-facts.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 1);
const YEAR = 400 * DAY;

// Clocks that go forward and back at both ends of the year, by half an hour, across the date line, and at midnight.
const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Africa/Cairo', 'America/Santiago', 'UTC');
const day = fc.nat(399).map((n) => addDays('2026-01-01', n));
const time = fc.tuple(fc.nat(23), fc.constantFrom('00', '15', '30', '59')).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const yearly = fc.oneof(day.map((one) => `-${one.slice(4)}`), fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }), fc.boolean())
  .map(([month, date, leap]) => `lunar:--${String(month).padStart(2, '0')}${leap ? 'L' : ''}-${String(date).padStart(2, '0')}`));
const past = fc.nat(390).map((n) => START + n * DAY + 5 * HOUR);

const facts: fc.Arbitrary<ReminderFacts> = fc.record({
  people: fc.array(fc.record({ birthday: fc.option(yearly), keepInTouchDays: fc.option(fc.integer({ min: 1, max: 90 })), lastAt: past }), { maxLength: 5 }),
  accounts: fc.array(fc.record({ isKey: fc.boolean(), lastAt: past }), { maxLength: 4 }),
  tasks: fc.array(fc.record({ dueOn: day }), { maxLength: 6 }),
  reviews: fc.array(fc.record({ heldOn: day }), { maxLength: 2 }),
}).map(reminderFacts);

const rules: fc.Arbitrary<ReminderRules> = fc.record({
  zone: zones, tellAt: time, daysAhead: fc.integer({ min: 0, max: 14 }), quietHours: fc.option(fc.record({ from: time, to: time })), digestFrom: fc.integer({ min: 2, max: 6 }),
}).map(({ zone, ...settings }) => reminderRules(settings, zone));

/** Looks that a computer takes: each after so many hours, most often one, at times after days of sleep. */
const looks = fc.array(fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 20 }) }, fc.integer({ min: 24, max: 24 * 20 })), { minLength: 1, maxLength: 50 });

interface Told {
  key: string;
  at: number;
  now: number;
}

/** A computer that is awake at some moments only; `jumps` set its clock, by ms, before a look. */
class Computer {
  readonly told: Told[] = [];
  readonly #known = new Set<string>();
  #facts: ReminderFacts;
  readonly #rules: ReminderRules;
  readonly answers = new Map<string, ReminderAnswer>();
  #upTo = START;

  constructor(of: ReminderFacts, by: ReminderRules) {
    this.#facts = of;
    this.#rules = by;
  }

  /** @returns when to look again */
  look(now: number): number {
    this.#upTo = Math.min(this.#upTo, now);
    const from = tellFrom({ upTo: this.#upTo, since: START }, now, this.#rules.timeZone);
    const tellings = planTellings(this.#facts, this.#rules, this.answers, { from, to: now + 2 * DAY });
    const { show, nextAt, toldUpTo } = deliver(tellings, (key) => this.#known.has(key), now, this.#rules, this.#upTo);
    for (const { key, at } of show.flatMap((notice) => notice.tellings)) {
      this.#known.add(key);
      this.told.push({ key, at, now });
    }
    this.#upTo = toldUpTo;
    return nextAt ?? now + DAY;
  }

  /** Awake from now on: looks whenever it said it would. @returns the moment after the last look */
  stayAwake(from: number, until: number): number {
    let now = from;
    while (now <= until) now = Math.min(this.look(now), now + DAY);
    return now;
  }

  /** Somebody writes in the book. */
  enter(now: ReminderFacts): void {
    this.#facts = now;
  }

  get keys(): string[] {
    return this.told.map(({ key }) => key).toSorted();
  }
}

test('however a span is cut, the parts plan what the whole plans, and each day at its time on the wall', () => {
  fc.assert(fc.property(facts, rules, fc.array(fc.nat(YEAR), { maxLength: 8 }), (of, by, cuts) => {
    const edges = [START, ...cuts.map((cut) => START + cut).toSorted((a, b) => a - b), START + YEAR];
    const whole = planReminders(of, by, { from: START, to: START + YEAR });
    expect(edges.slice(1).flatMap((to, n) => planReminders(of, by, { from: edges[n] ?? START, to }))).toEqual(whole);
    expect(whole).toEqual(whole.toSorted(inOrder));
    expect(new Set(whole.map(({ key }) => key)).size).toBe(whole.length);
    for (const { dueAt, day: about, kind, params } of whole) {
      if (kind === 'birthday') expect(addDays(dateInZone(dueAt, by.timeZone), params.days ?? 0)).toBe(about);
      // Skipped hours of the night move the time within its day.
      expect(timeInZone(dueAt, by.timeZone) >= by.settings.tellAt).toBe(true);
    }
  }), { numRuns: 60 });
});

describe('a computer that sleeps', () => {
  test('tells what one does that never slept, each once, in order of the original times', () => {
    fc.assert(fc.property(facts, rules, looks, (of, by, waits) => {
      const sleeper = new Computer(of, by);
      let now = START;
      for (const hours of waits) {
        now += hours * HOUR;
        sleeper.look(now);
      }
      // Long enough after the last look for any quiet hours to have ended.
      now = sleeper.stayAwake(now, now + DAY);
      const due = planReminders(of, by, { from: START, to: now - 2 * DAY }).map(({ key }) => key);
      const whole = planReminders(of, by, { from: START, to: now }).map(({ key }) => key);
      expect(new Set(sleeper.keys).size).toBe(sleeper.keys.length);
      expect(due.filter((key) => !sleeper.keys.includes(key))).toEqual([]);
      expect(sleeper.keys.filter((key) => !whole.includes(key))).toEqual([]);
      expect(sleeper.told.map(({ at }) => at)).toEqual(sleeper.told.map(({ at }) => at).toSorted((a, b) => a - b));
    }), { numRuns: 30 });
  });

  test('never tells in quiet hours, nor before the time', () => {
    fc.assert(fc.property(facts, rules, looks, (of, by, waits) => {
      const sleeper = new Computer(of, by);
      let now = START;
      for (const hours of waits) sleeper.look(now += hours * HOUR + HOUR / 7);
      const { quietHours } = by.settings;
      for (const one of sleeper.told) {
        expect(one.at <= one.now).toBe(true);
        if (!quietHours || quietHours.from === quietHours.to) continue;
        const wall = timeInZone(one.now, by.timeZone);
        const within = wall >= quietHours.from !== wall >= quietHours.to;
        // Between the hours of a night one of both comparisons turns round.
        const quiet = quietHours.from < quietHours.to ? within : !within;
        const repeated = timeInZone(one.now - HOUR, by.timeZone) >= wall || timeInZone(one.now + HOUR, by.timeZone) <= wall || timeInZone(one.now - HOUR / 2, by.timeZone) >= wall;
        if (!repeated) expect(quiet).toBe(false);
      }
    }), { numRuns: 30 });
  });
});

test('a fact that is entered after its hour is told still that day, once', () => {
  fc.assert(fc.property(facts, rules, fc.integer({ min: 1, max: 390 }), fc.integer({ min: 1, max: 23 }), looks, (of, by, dayNo, hour, waits) => {
    const computer = new Computer(reminderFacts({}), { ...by, settings: { ...by.settings, quietHours: null } });
    const entered = START + dayNo * DAY + hour * HOUR;
    computer.look(entered - HOUR);
    computer.enter(of);
    const due = planReminders(of, by, { from: startOfDay(entered, by.timeZone), to: entered + 1 }).filter(({ dueAt }) => dueAt >= START).map(({ key }) => key);
    computer.look(entered);
    expect(computer.keys).toEqual(due.toSorted());
    let now = entered;
    for (const hours of waits) computer.look(now += hours * HOUR);
    expect(new Set(computer.keys).size).toBe(computer.keys.length);
  }), { numRuns: 40 });
});

test('a clock set back tells nothing again; set ahead and back, it loses nothing', () => {
  fc.assert(fc.property(facts, rules, fc.array(fc.record({ wait: fc.integer({ min: 1, max: 240 }), jump: fc.integer({ min: -24 * 60, max: 24 * 60 }) }), { maxLength: 40 }), (of, by, moves) => {
    const moved = new Computer(of, by);
    let now = START;
    for (const { wait, jump } of moves) {
      now += wait * HOUR;
      moved.look(now + jump * HOUR);
      moved.look(now);
    }
    now = moved.stayAwake(now, now + DAY);
    expect(new Set(moved.keys).size).toBe(moved.keys.length);
    const due = planReminders(of, by, { from: START, to: now - 2 * DAY }).map(({ key }) => key);
    expect(due.filter((key) => !moved.keys.includes(key))).toEqual([]);
  }), { numRuns: 30 });
});

test('what is put off is told once more at its time, what is done with never again', () => {
  fc.assert(fc.property(facts, rules, fc.array(fc.record({ after: fc.integer({ min: 1, max: 300 }), done: fc.boolean() }), { minLength: 1, maxLength: 12 }), (of, by, given) => {
    const computer = new Computer(of, by);
    const answers = [...given];
    for (let now = START; now < START + YEAR; now += 17 * HOUR) {
      const before = computer.told.length;
      computer.look(now);
      for (const { key } of computer.told.slice(before)) {
        const next = key.includes('@') ? undefined : answers.shift();
        if (next) computer.answers.set(key, { key, snoozedUntil: next.done ? null : now + next.after * HOUR, answeredAt: now });
      }
    }
    for (const { key, snoozedUntil } of computer.answers.values()) {
      const again = computer.keys.filter((one) => one.startsWith(`${key}@`));
      if (snoozedUntil === null) expect(again).toEqual([]);
      else if (snoozedUntil < START + YEAR - 2 * DAY) expect(again).toEqual([`${key}@${snoozedUntil}`]);
    }
    expect(new Set(computer.keys).size).toBe(computer.keys.length);
  }), { numRuns: 12 });
});
