import { FindBriefingsDocument, SuggestBriefingsDocument } from '../../api/generated/graphql.ts';
import { toChoices } from '../../completion/choices.ts';
import type { Choice, CommandContext } from '../command.ts';

/** Titles that begin so or have the words; where none does, whatever speaks of them; the newest while nothing is typed. */
export async function suggestBriefings(typed: string, context: CommandContext): Promise<Choice[]> {
  const { complete } = await context.request(SuggestBriefingsDocument, { typed });
  const found = complete.length > 0 ? complete : await findBriefings(typed, context);
  return toChoices(found.map(({ slug, title }) => ({ name: title, value: slug })));
}

interface Found {
  slug: string;
  title: string;
}

export async function findBriefings(typed: string, { request }: CommandContext): Promise<Found[]> {
  const { search } = await request(FindBriefingsDocument, { query: typed });
  return search;
}
