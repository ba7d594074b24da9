import { findFrozen, type PublishedBriefing } from '../briefings/find-briefings.ts';
import type { Prompt } from '../briefings/readable-document.ts';
import type { Database } from '../database/client.ts';
import type { Edition } from './choose-edition.ts';
import type { Delivery } from './find-deliveries.ts';

/** An edition as it is read: its briefings at the revisions it froze. */
export interface OpenEdition {
  cutOffAt: Date;
  items: { briefing: PublishedBriefing }[];
  prompt: Prompt | null;
}

/** The edition of a delivery. */
export interface FrozenOpenEdition extends OpenEdition {
  id: string;
}

export async function openFrozen(db: Database, { edition, schedule }: Delivery): Promise<FrozenOpenEdition> {
  return { id: edition.id, ...(await openEdition(db, edition, schedule.communityId)) };
}

/** What was withdrawn since, or is hidden from the community by now, is left out, with its prompt: nobody is to read it there any more. */
export async function openEdition(
  db: Database,
  { cutOffAt, items, prompt }: Edition,
  communityId: string,
): Promise<OpenEdition> {
  const asked = items.map(({ revisionId }) => ({ communityId, revisionId }));
  const briefings = (await findFrozen(db, asked)).filter((briefing) => briefing !== null);
  const prompts = briefings.find(({ id }) => id === prompt?.briefingId)?.document.prompts ?? [];
  return {
    cutOffAt,
    items: briefings.map((briefing) => ({ briefing })),
    prompt: prompts.find(({ id }) => id === prompt?.id) ?? null,
  };
}
