import type { IsoDate } from '#shared/kernel/dates.ts';
import { randomStream, type RandomStream } from '#shared/kernel/random-stream.ts';
import { uuidV7 } from '#shared/kernel/uuid.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { accountsPart } from './accounts-part.ts';
import { colleaguesPart } from './colleagues-part.ts';
import { interactionsPart } from './interactions-part.ts';
import { milestonesPart } from './milestones-part.ts';
import { ordersPart } from './orders-part.ts';
import { peoplePart } from './people-part.ts';
import { tasksPart } from './tasks-part.ts';
import type { SampleWords } from './words.ts';
import type { SamplePart, SampleTable, SampleWorld } from './world.ts';

export interface SampleRequest {
  seed: number;
  /** The day on which the book is alive: nothing that has happened lies after it. */
  today: IsoDate;
  /** IANA name. */
  timeZone: string;
  /** ISO 4217 code of the book. */
  currency: string;
}

const PARTS: readonly SamplePart[] = [colleaguesPart, accountsPart, peoplePart, milestonesPart, ordersPart, interactionsPart, tasksPart];

function idOf(random: RandomStream, atMs: number): string {
  return uuidV7(atMs, Uint8Array.from({ length: 10 }, () => random.int(0, 255)));
}

/** The id that the book's own colleague must have for the rows of `makeSample` to fit. */
export function sampleOwnerId({ seed, today, timeZone }: SampleRequest): string {
  return idOf(randomStream(`${seed} owner`), instantInZone(today, '00:00', timeZone));
}

/**
 * A manager's book of two years: the same rows for the same request and words, on every machine.
 * @returns tables in the order in which they can be written
 */
export function makeSample(request: SampleRequest, words: SampleWords, parts: readonly SamplePart[] = PARTS): SampleTable[] {
  const { seed, today, timeZone, currency } = request;
  const world: SampleWorld = { words, today, timeZone, currency, ownerId: sampleOwnerId(request), colleagueIds: [], accounts: [], phones: new Set(), talks: [] };
  return parts.flatMap((part) => {
    const random = randomStream(`${seed} ${part.name}`);
    const ids = randomStream(`${seed} ${part.name} ids`);
    return part.make(world, { random, id: (atMs) => idOf(ids, atMs) });
  });
}
