import type { Command } from 'commander';
import { operator } from '../audit/actor.ts';
import { publishBriefing } from '../briefings/publish-briefing.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { checkCommunity } from './check-community.ts';
import type { CommandContext } from './command-context.ts';
import { findNearSlugs } from './find-near-slugs.ts';

export function addPublishCommand(program: Command, context: CommandContext): void {
  program
    .command('publish')
    .description('publish a draft, with the FAQ drafts that belong to it')
    .argument('<slug>', 'the draft’s slug, as "import" and "list" show it')
    .option('--community <id>', 'the community it belongs to', LIBRARY_ID)
    .action(async (slug: string, { community }: { community: string }) => {
      await context.withDatabase(async (db) => {
        await checkCommunity(db, community);
        context.print(await publish(db, { communityId: community, slug }, context.clock.now()));
      });
    });
}

/** Answers what was done, for the person who asked for it. */
export async function publish(
  db: Database,
  { communityId, slug }: { communityId: string; slug: string },
  now: Date,
): Promise<string> {
  try {
    const { revision, publishedEntries } = await publishBriefing(
      db,
      { communityId, slug },
      { now, actor: operator },
    );
    const entries = publishedEntries === 1 ? '1 FAQ entry' : `${publishedEntries} FAQ entries`;
    return `Published "${slug}" (revision ${revision}${publishedEntries === 0 ? '' : `, with ${entries}`}).`;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    const near = await findNearSlugs(db, communityId, slug);
    const hint =
      near.length === 0
        ? 'Run "pnpm communique list" to see what there is.'
        : `Did you mean ${near.map((other) => `"${other}"`).join(' or ')}?`;
    throw new NotFoundError(`There is no briefing "${slug}". ${hint}`, ['slug'], { cause: error });
  }
}
