import { LatestBriefingsDocument, SuggestBriefingsDocument } from '../../api/generated/graphql.ts';
import { matches, toChoices } from '../../completion/choices.ts';
import { CHOICES } from '../../discord/limits.ts';
import type { Choice, CommandContext } from '../command.ts';

/** What the search finds first, then titles that contain what was typed; the newest while nothing is typed. */
export async function suggestBriefings(typed: string, context: CommandContext): Promise<Choice[]> {
  const found = typed.trim() === '' ? await newest(context) : await findBriefings(typed, context);
  return toChoices(found.map(({ slug, title }) => ({ name: title, value: slug })));
}

interface Found {
  slug: string;
  title: string;
}

async function newest({ request }: CommandContext): Promise<Found[]> {
  const { briefings } = await request(LatestBriefingsDocument, { first: CHOICES });
  return briefings.edges.map(({ node }) => node);
}

export async function findBriefings(typed: string, { request }: CommandContext): Promise<Found[]> {
  const { search, briefings } = await request(SuggestBriefingsDocument, { query: typed });
  const byTitle = briefings.edges
    .map(({ node }) => node)
    .filter(({ slug, title }) => matches(title, typed) || matches(slug.replaceAll('-', ' '), typed));
  return [...search, ...byTitle.filter(({ slug }) => !search.some((hit) => hit.slug === slug))];
}
