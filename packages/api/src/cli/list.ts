import Table from 'cli-table3';
import type { Command } from 'commander';
import { count, desc, eq } from 'drizzle-orm';
import { truncate } from '@communique/shared/text';
import { briefings } from '../briefings/table.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { faqEntries } from '../faq/table.ts';
import { checkCommunity } from './check-community.ts';
import type { CommandContext } from './command-context.ts';
import { PLAIN_TABLE } from './plain-table.ts';

interface ListOptions {
  community: string;
  json: boolean;
}

export function addListCommand(program: Command, context: CommandContext): void {
  program
    .command('list')
    .description('list the briefings of a community, drafts and published ones, newest first')
    .option('--community <id>', 'the community whose briefings to list', LIBRARY_ID)
    .option('--json', 'print one JSON array instead of a table', false)
    .action(async ({ community, json }: ListOptions) => {
      const rows = await context.withDatabase(async (db) => {
        await checkCommunity(db, community);
        return findBriefings(db, community);
      });
      if (json) context.print(JSON.stringify(rows, null, 2));
      else if (rows.length === 0)
        context.print('There are no briefings yet. Import an article: pnpm communique import <file>');
      else context.print(asTable(rows));
    });
}

type ListedBriefing = Awaited<ReturnType<typeof findBriefings>>[number];

async function findBriefings(db: Database, communityId: string) {
  return db.orm
    .select({
      slug: briefings.slug,
      status: briefings.status,
      title: briefings.title,
      createdAt: briefings.createdAt,
      publishedAt: briefings.publishedAt,
      faqEntries: count(faqEntries.id),
    })
    .from(briefings)
    .leftJoin(faqEntries, eq(faqEntries.briefingId, briefings.id))
    .where(eq(briefings.communityId, communityId))
    .groupBy(briefings.id)
    .orderBy(desc(briefings.createdAt), briefings.slug);
}

function asTable(rows: readonly ListedBriefing[]): string {
  const table = new Table({ ...PLAIN_TABLE, head: ['Slug', 'Status', 'Published', 'FAQ', 'Title'] });
  for (const { slug, status, publishedAt, faqEntries: entries, title } of rows) {
    table.push([slug, status, publishedAt?.toISOString().slice(0, 10) ?? '–', entries, truncate(title, 60)]);
  }
  return table.toString();
}
