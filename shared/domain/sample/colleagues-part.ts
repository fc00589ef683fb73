import { addMonths } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import type { SamplePart } from './world.ts';

/** Our own side, beside the one who keeps the book. */
export const colleaguesPart: SamplePart = {
  name: 'colleagues',
  make(world, { id }) {
    const since = instantInZone(addMonths(world.today, -24), '09:00', world.timeZone);
    const rows = world.words.people.colleagues.map(([name, title]) => ({ id: id(since), name, title }));
    world.colleagueIds = rows.map((row) => row.id);
    return [{ table: 'colleague', rows }];
  },
};
