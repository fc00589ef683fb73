/** What the search box finds, in the order of its groups. */
export const searchKinds = ['account', 'person', 'interaction', 'order', 'task'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** A stretch of a text: from, and up to but not with. Counted in UTF-16 units. */
export type TextRange = [start: number, end: number];
