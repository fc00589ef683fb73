import type { ReminderFacts, ReminderRules } from '#shared/domain/reminder/facts.ts';
import { defaultReminderSettings, type ReminderSettings } from '#shared/domain/reminder/model.ts';
import { isoWeekday } from '#shared/kernel/dates.ts';

type One<K extends keyof ReminderFacts> = Partial<ReminderFacts[K][number]>;

/** Facts of which only what matters is said. */
export function reminderFacts(said: { [K in keyof ReminderFacts]?: One<K>[] }): ReminderFacts {
  const whose = { id: 'x', accountId: 'a1', account: 'Acme' };
  return {
    people: (said.people ?? []).map((one, n) => ({ ...whose, id: `p${n + 1}`, name: 'Wang Lei', birthday: null, keepInTouchDays: null, lastAt: null, createdAt: 0, ...one })),
    accounts: (said.accounts ?? []).map((one, n) => ({
      id: `a${n + 1}`, name: 'Acme', isKey: false, quietDays: null, lastAt: null, createdAt: 0, foundedOn: null, customerSince: null, ...one,
    })),
    milestones: (said.milestones ?? []).map((one, n) => ({ ...whose, id: `m${n + 1}`, title: 'Listed', onDay: '2020-01-01', yearly: true, ...one })),
    tasks: (said.tasks ?? []).map((one, n) => ({ ...whose, id: `t${n + 1}`, title: 'Send the offer', dueOn: '2026-11-26', ...one })),
    reviews: (said.reviews ?? []).map((one, n) => ({ ...whose, id: `r${n + 1}`, heldOn: '2026-12-18', ...one })),
  };
}

/** Monday to Friday, in Shanghai, with the settings that the program comes with. */
export function reminderRules(settings: Partial<ReminderSettings> = {}, timeZone = 'Asia/Shanghai'): ReminderRules {
  return { settings: { ...defaultReminderSettings, ...settings }, timeZone, isWorkingDay: (date) => isoWeekday(date) <= 5 };
}
