import { SuggestTopicsDocument } from '../../api/generated/graphql.ts';
import { matches, toChoices } from '../../completion/choices.ts';
import type { Choice, CommandContext } from '../command.ts';

export async function suggestTopics(typed: string, { request }: CommandContext): Promise<Choice[]> {
  const { topics } = await request(SuggestTopicsDocument, {});
  const found = topics.edges
    .map(({ node }) => node)
    .filter(({ slug, name }) => matches(name, typed) || slug.startsWith(typed.toLowerCase()));
  return toChoices(found.map(({ slug, name }) => ({ name, value: slug })));
}
