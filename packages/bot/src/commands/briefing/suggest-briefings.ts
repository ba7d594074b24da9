import { LatestBriefingsDocument, SuggestBriefingsDocument } from '../../api/generated/graphql.ts';
import { matches, toChoices } from '../../completion/choices.ts';
import { closest } from '../../completion/closest.ts';
import { CHOICES } from '../../discord/limits.ts';
import type { Choice, CommandContext } from '../command.ts';

/** What the search finds first, then titles that contain what was typed; the newest while nothing is typed. */
export async function suggestBriefings(typed: string, context: CommandContext): Promise<Choice[]> {
  const found = typed.trim() === '' ? await newest(context) : (await lookUp(typed, context)).found;
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

/** What the search finds, then titles that contain what was typed; where there is neither, what it may be a slip for. */
export async function findCloseBriefings(typed: string, context: CommandContext): Promise<Found[]> {
  const { found, listed } = await lookUp(typed, context);
  return found.length > 0 ? found : closest(typed, listed, ({ slug, title }) => `${title} ${slug}`);
}

async function lookUp(
  typed: string,
  { request }: CommandContext,
): Promise<{ found: Found[]; listed: readonly Found[] }> {
  const { search, briefings } = await request(SuggestBriefingsDocument, { query: typed });
  const listed = briefings.edges.map(({ node }) => node);
  const byTitle = listed.filter(
    ({ slug, title }) => matches(title, typed) || matches(slug.replaceAll('-', ' '), typed),
  );
  const others = byTitle.filter(({ slug }) => !search.some((hit) => hit.slug === slug));
  return { found: [...search, ...others], listed };
}
