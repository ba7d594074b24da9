import { FindFaqEntriesDocument, SuggestFaqEntriesDocument } from '../../api/generated/graphql.ts';
import { asQuery } from '../../completion/as-query.ts';
import { toChoices } from '../../completion/choices.ts';
import { CHOICES } from '../../discord/limits.ts';
import type { Choice, CommandContext } from '../command.ts';

/** Real entries only: questions that begin so or have the words; where none does, whatever speaks of them; pinned ones while nothing is typed. */
export async function suggestQuestions(typed: string, { request }: CommandContext): Promise<Choice[]> {
  const { complete } = await request(SuggestFaqEntriesDocument, { typed: asQuery(typed) });
  const found =
    complete.length > 0
      ? complete
      : (await request(FindFaqEntriesDocument, { query: asQuery(typed), first: CHOICES })).search;
  return toChoices(found.map(({ slug, title }) => ({ name: title, value: slug })));
}
