export type BriefingOrder = 'NEWEST' | 'UPDATED' | 'IMPORTANCE' | 'TITLE';

/** The place of a briefing in an order: what a cursor holds. The id makes it unique. */
export type BriefingKey = readonly (string | number)[];
