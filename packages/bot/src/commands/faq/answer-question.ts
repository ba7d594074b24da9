import {
  FindFaqEntriesDocument,
  ListFaqEntriesDocument,
  ReadFaqEntryDocument,
} from '../../api/generated/graphql.ts';
import { asQuery } from '../../completion/as-query.ts';
import { asSlug } from '../../completion/as-slug.ts';
import { closest } from '../../completion/closest.ts';
import { faqAnswer, faqMiss, type FaqSuggestion } from '../../messages/faq-messages.ts';
import type { MessageBody } from '../../messages/message.ts';
import type { CommandContext, Reply } from '../command.ts';

const CLOSE = 5;

/** A picked entry by its slug; a question in somebody's own words by the best hit of the search. */
export async function answerQuestion(asked: string, context: CommandContext): Promise<Reply> {
  const entry = await readEntry(asked, context);
  if (entry !== null) return { message: faqAnswer(entry), ephemeral: false };
  const { search } = await context.request(FindFaqEntriesDocument, { query: asQuery(asked), first: CLOSE });
  const [best, ...others] = search;
  return best?.node.__typename === 'FaqEntry'
    ? { message: faqAnswer(best.node, { others }), ephemeral: false }
    : { message: faqMiss(asked, await closeQuestions(asked, context)), ephemeral: true };
}

export async function showEntry(slug: string, page: number, context: CommandContext): Promise<MessageBody> {
  const entry = await readEntry(slug, context);
  return entry === null ? faqMiss(slug, await closeQuestions(slug, context)) : faqAnswer(entry, { page });
}

async function readEntry(
  asked: string,
  { request }: CommandContext,
): Promise<Parameters<typeof faqAnswer>[0] | null> {
  const slug = asSlug(asked);
  if (slug === '') return null;
  const { faqEntry } = await request(ReadFaqEntryDocument, { slug });
  return faqEntry.__typename === 'FaqEntry' ? faqEntry : null;
}

/** Questions that share words with what was asked, give or take a slip; else the pinned ones. */
async function closeQuestions(asked: string, { request }: CommandContext): Promise<FaqSuggestion[]> {
  const { faqEntries } = await request(ListFaqEntriesDocument, {});
  const entries = faqEntries.edges.map(({ node }) => node);
  const close = closest(asked, entries, ({ slug, question }) => `${question} ${slug}`);
  const offered = close.length > 0 ? close : entries.filter(({ pinned }) => pinned);
  return offered.slice(0, CLOSE).map(({ slug, question }) => ({ slug, title: question }));
}
