import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { PageEvent, remindersContract } from '#shared/contract/reminders.ts';
import { reminderSettingsSchema } from '#shared/domain/reminder/model.ts';
import { snoozeTimes } from '#shared/domain/reminder/snooze-until.ts';
import { eventStream } from '#shared/kernel/event-stream.ts';
import { keepAnswer, type RemindersDeps } from './act-on-notice.ts';
import { writeReminderSettings } from './repository.ts';

const DAY = 86_400_000;

export function createRemindersHandlers(deps: RemindersDeps): HandlersOf<typeof remindersContract> {
  const { current, ports, engine, page } = deps;
  return {
    upcoming({ days }) {
      const now = ports.clock.now();
      return engine.tellings({ from: now, to: now + days * DAY }).map(({ at, reminder, snoozed }) => ({ ...reminder, dueAt: at, snoozed }));
    },
    settings: () => ({ ...engine.rules().settings, tells: ports.notifier ? 'system' as const : 'page' as const }),
    saveSettings(patch) {
      const settings = reminderSettingsSchema.parse({ ...engine.rules().settings, ...patch });
      return writeReminderSettings(current.get(), settings);
    },
    answer: ({ key, answer }) => keepAnswer(deps, key, answer),
    snoozes: () => snoozeTimes(ports.clock.now(), engine.rules()),
    missed: () => engine.missed(),
    test: async () => ({ shown: await engine.test() }),
    watch: (_input, { signal }) => eventStream<PageEvent>((listener) => page.subscribe(listener), signal, { type: 'ready' }),
    told: ({ key }) => page.told(key),
  };
}
