import {
  FindBriefingsDocument,
  LatestBriefingsDocument,
  SuggestBriefingsDocument,
} from '../../api/generated/graphql.ts';
import { asQuery } from '../../completion/as-query.ts';
import { toChoices } from '../../completion/choices.ts';
import { closest } from '../../completion/closest.ts';
import type { Choice, CommandContext } from '../command.ts';

/** Titles that begin so or have the words; where none does, whatever speaks of them; the newest while nothing is typed. */
export async function suggestBriefings(typed: string, context: CommandContext): Promise<Choice[]> {
  const { complete } = await context.request(SuggestBriefingsDocument, { typed: asQuery(typed) });
  const found = complete.length > 0 ? complete : await findBriefings(typed, context);
  return toChoices(found.map(({ slug, title }) => ({ name: title, value: slug })));
}

interface Found {
  slug: string;
  title: string;
}

/** The longest page the API gives. */
const NEWEST = 100;

/** What the search finds; where it finds nothing, what the words may be a slip for. */
export async function findCloseBriefings(typed: string, context: CommandContext): Promise<Found[]> {
  const found = await findBriefings(typed, context);
  if (found.length > 0) return found;
  const { briefings } = await context.request(LatestBriefingsDocument, { first: NEWEST });
  const newest = briefings.edges.map(({ node }) => node);
  return closest(typed, newest, ({ slug, title }) => `${title} ${slug}`);
}

async function findBriefings(typed: string, { request }: CommandContext): Promise<Found[]> {
  const { search } = await request(FindBriefingsDocument, { query: asQuery(typed) });
  return search;
}
