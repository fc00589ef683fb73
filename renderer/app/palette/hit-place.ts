import type { SearchHit } from '#shared/contract/search.ts';

const TAB_OF: Readonly<Record<SearchHit['kind'], string>> = { account: 'overview', person: 'people', interaction: 'timeline', order: 'timeline', task: 'timeline' };

export interface HitPlace {
  accountId: string;
  tab: string;
  /** The row of the timeline that is meant, as `kind-id`. */
  row?: string;
}

/** Where in an account's file a hit is seen. */
export function hitPlace({ kind, id, accountId }: SearchHit): HitPlace {
  const tab = TAB_OF[kind];
  return tab === 'timeline' ? { accountId, tab, row: `${kind}-${id}` } : { accountId, tab };
}
