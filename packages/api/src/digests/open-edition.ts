import { findRevisions, type PublishedBriefing } from '../briefings/find-briefings.ts';
import type { Prompt } from '../briefings/readable-document.ts';
import type { Database } from '../database/client.ts';
import type { Edition } from './choose-edition.ts';

/** An edition as it is read: its briefings at the revisions it froze. */
export interface OpenEdition {
  cutOffAt: Date;
  items: { briefing: PublishedBriefing }[];
  prompt: Pick<Prompt, 'id' | 'text'> | null;
}

/** A briefing that was withdrawn since is left out, with its prompt: nobody is to read it any more. */
export async function openEdition(db: Database, { cutOffAt, items, prompt }: Edition): Promise<OpenEdition> {
  const published = await findRevisions(
    db,
    items.map(({ revisionId }) => revisionId),
  );
  const briefings = items.flatMap(({ revisionId }) => published.get(revisionId) ?? []);
  const isReadable = prompt !== null && briefings.some(({ id }) => id === prompt.briefingId);
  return {
    cutOffAt,
    items: briefings.map((briefing) => ({ briefing })),
    prompt: isReadable ? { id: prompt.id, text: prompt.text } : null,
  };
}
