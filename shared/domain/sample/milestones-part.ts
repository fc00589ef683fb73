import { addDays, addMonths, type IsoDate } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import type { RandomStream } from '#shared/kernel/random-stream.ts';
import type { SampleAccount, SamplePart, SampleRow } from './world.ts';

const SHARE = 0.5;

/** The day in the year of the story's listing lies a few days ahead; others anywhere. */
function dayOf(account: SampleAccount, today: IsoDate, random: RandomStream): IsoDate {
  if (account.name === 'Northgate Mobility') return addDays(addMonths(today, -12 * 20), 5);
  return addDays(addMonths(today, -12 * random.int(1, 20)), random.int(-150, 150));
}

/** Days that key accounts keep: a listing, a plant, the first contract. */
export const milestonesPart: SamplePart = {
  name: 'milestones',
  make(world, { random, id }) {
    const enteredAt = instantInZone(addMonths(world.today, -6), '10:00', world.timeZone);
    const rows = world.accounts.filter(({ isKey }) => isKey).flatMap((account): SampleRow[] => {
      const story = account.name === 'Northgate Mobility';
      if (!random.chance(SHARE) && !story) return [];
      const [zh, en] = story ? (world.words.companies.milestones[0] ?? ['', '']) : random.pick(world.words.companies.milestones);
      return [{ id: id(enteredAt), accountId: account.id, title: account.language === 'zh' ? zh : en, onDay: dayOf(account, world.today, random), yearly: Number(story || random.chance(0.8)) }];
    });
    return [{ table: 'milestone', rows }];
  },
};
