import { addDays, type IsoDate } from '#shared/kernel/dates.ts';
import type { RandomStream } from '#shared/kernel/random-stream.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import type { PartTools, SampleAccount, SamplePart, SampleRow, SampleTalk, SampleWorld } from './world.ts';

const MINUTE_MS = 60_000;

/** Days from today: some late, some today, most ahead. */
function drawDue(random: RandomStream): number {
  const draw = random.next();
  if (draw < 0.13) return -random.int(1, 8);
  if (draw < 0.2) return 0;
  return random.int(1, 30);
}

function taskRow(talk: SampleTalk, title: string, due: IsoDate, doneAt: number | null, world: SampleWorld, { random, id }: PartTools): SampleRow {
  const createdAt = talk.at + random.int(5, 90) * MINUTE_MS;
  const theirs = random.chance(0.15) ? talk.personIds[0] ?? null : null;
  const ours = random.chance(0.75) ? world.ownerId : random.pick(world.colleagueIds);
  return { id: id(createdAt), accountId: talk.accountId, interactionId: talk.id, title, dueOn: due, colleagueId: theirs === null ? ours : null, personId: theirs, doneAt, createdAt };
}

function openCount({ isKey, lastMonth, touch }: SampleAccount, random: RandomStream): number {
  if (lastMonth > 0 || touch > 40) return 0;
  return isKey ? random.int(1, 4) : Number(random.chance(0.6));
}

/** Next steps of the latest interactions are open; of earlier ones they were done, most in time. */
export const tasksPart: SamplePart = {
  name: 'tasks',
  make(world, tools) {
    const { random } = tools;
    const byAccount = Map.groupBy(world.talks, ({ accountId }) => accountId);
    const rows = world.accounts.flatMap((account) => {
      const talks = byAccount.get(account.id) ?? [];
      const open = openCount(account, random);
      const titles = new Set<string>();
      const opened = talks.slice(0, 8).flatMap((talk) => {
        const title = random.pick(talk.steps);
        if (titles.size >= open || titles.has(title)) return [];
        titles.add(title);
        const due = addDays(world.today, drawDue(random));
        return [taskRow(talk, title, due < talk.date ? world.today : due, null, world, tools)];
      });
      const done = talks.slice(open).filter(() => random.chance(0.1)).map((talk) => {
        const due = addDays(talk.date, random.int(3, 21));
        const ended = addDays(due, random.int(-2, 4));
        const yesterday = addDays(world.today, -1);
        const doneAt = Math.max(talk.at + 120 * MINUTE_MS, instantInZone(ended > yesterday ? yesterday : ended, '16:30', world.timeZone));
        return taskRow(talk, random.pick(talk.steps), due, doneAt, world, tools);
      });
      return [...opened, ...done];
    });
    return [{ table: 'task', rows }];
  },
};
