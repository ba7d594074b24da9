import { ListFaqEntriesDocument, SuggestFaqEntriesDocument } from '../../api/generated/graphql.ts';
import { matches, toChoices } from '../../completion/choices.ts';
import type { Choice, CommandContext } from '../command.ts';

/** Real entries only: what the search finds, then questions that contain what was typed; pinned ones while nothing is typed. */
export async function suggestQuestions(typed: string, { request }: CommandContext): Promise<Choice[]> {
  const { faqEntries } = await request(ListFaqEntriesDocument, {});
  const entries = faqEntries.edges
    .map(({ node }) => node)
    .toSorted((a, b) => Number(b.pinned) - Number(a.pinned))
    .map(({ slug, question }) => ({ name: question, value: slug }));
  if (typed.trim() === '') return toChoices(entries);
  const { search } = await request(SuggestFaqEntriesDocument, { query: typed });
  const found = search.map(({ slug, title }) => ({ name: title, value: slug }));
  return toChoices([...found, ...entries.filter(({ name }) => matches(name, typed))]);
}
