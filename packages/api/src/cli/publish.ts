import type { Command } from 'commander';
import { operator } from '../audit/actor.ts';
import { publishBriefing } from '../briefings/publish-briefing.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { publishEntry } from '../faq/publish-entry.ts';
import { checkCommunity } from './check-community.ts';
import type { CommandContext } from './command-context.ts';
import { findNearSlugs } from './find-near-slugs.ts';

export function addPublishCommand(program: Command, context: CommandContext): void {
  program
    .command('publish')
    .description('publish a draft briefing with the FAQ drafts that belong to it, or an FAQ entry')
    .argument('<slug>', 'the draft’s slug, as "import" and "list" show it')
    .option('--community <id>', 'the community it belongs to', LIBRARY_ID)
    .action(async (slug: string, { community }: { community: string }) => {
      await context.withDatabase(async (db) => {
        await checkCommunity(db, community);
        context.print(await publish(db, { communityId: community, slug }, context.clock.now()));
      });
    });
}

interface Target {
  communityId: string;
  slug: string;
}

/** Answers what was done, for the person who asked for it. */
async function publish(db: Database, target: Target, now: Date): Promise<string> {
  for (const act of [publishBriefingBySlug, publishFaqEntry]) {
    try {
      return await act(db, target, now);
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
    }
  }
  const { communityId, slug } = target;
  const near = await findNearSlugs(db, communityId, slug);
  const hint =
    near.length === 0
      ? 'Run "pnpm communique list" to see what there is.'
      : `Did you mean ${near.map((other) => `"${other}"`).join(' or ')}?`;
  throw new NotFoundError(`There is no briefing or FAQ entry "${slug}". ${hint}`, ['slug']);
}

export async function publishBriefingBySlug(db: Database, target: Target, now: Date): Promise<string> {
  const { slug, revision, publishedEntries } = await publishBriefing(db, target, { now, actor: operator });
  const entries = publishedEntries === 1 ? ', with 1 FAQ entry' : `, with ${publishedEntries} FAQ entries`;
  return `Published "${slug}" (revision ${revision}${publishedEntries === 0 ? '' : entries}).`;
}

async function publishFaqEntry(db: Database, target: Target, now: Date): Promise<string> {
  const { slug } = await publishEntry(db, target, { now, actor: operator });
  return `Published the FAQ entry "${slug}".`;
}
