/** Every table: what migrations are generated from and queries are typed by. One line per table file. */
export * from '../access/table.ts';
export * from '../articles/table.ts';
export * from '../audit/table.ts';
export * from '../briefings/table.ts';
export * from '../changes/table.ts';
export * from '../claims/table.ts';
export * from '../communities/table.ts';
export * from '../corrections/table.ts';
export * from '../digests/table.ts';
export * from '../faq/table.ts';
export * from '../idempotency/table.ts';
export * from '../library/table.ts';
export * from '../search/table.ts';
export * from '../topics/table.ts';
export * from '../webhooks/table.ts';
export * from './assertions-table.ts';
export * from './content-versions-table.ts';
