import {
  AskQuestionDocument,
  FindFaqEntriesDocument,
  ListFaqEntriesDocument,
  ReadFaqEntryDocument,
} from '../../api/generated/graphql.ts';
import { ApiRefusedError, ApiUnavailableError } from '../../api/errors.ts';
import { uuidOf } from '../../api/idempotency-key.ts';
import { asQuery } from '../../completion/as-query.ts';
import { asSlug } from '../../completion/as-slug.ts';
import { closest } from '../../completion/closest.ts';
import { faqAnswer, faqMiss, type Asked, type FaqSuggestion } from '../../messages/faq-messages.ts';
import type { MessageBody } from '../../messages/message.ts';
import type { CommandContext, Reply } from '../command.ts';

const CLOSE = 5;

/** A picked entry by its slug; a question in somebody's own words by the best hit of the search. */
export async function answerQuestion(
  asked: string,
  interactionId: string,
  context: CommandContext,
): Promise<Reply> {
  const entry = await readEntry(asked, context);
  if (entry !== null) return { message: faqAnswer(entry), ephemeral: false };
  const { search } = await context.request(FindFaqEntriesDocument, { query: asQuery(asked), first: CLOSE });
  const [best, ...others] = search;
  if (best?.node.__typename === 'FaqEntry') {
    return { message: faqAnswer(best.node, { others }), ephemeral: false };
  }
  const [close, status] = await Promise.all([
    closeQuestions(asked, context),
    countMiss(asked, interactionId, context),
  ]);
  return { message: faqMiss(asked, close, status), ephemeral: true };
}

/** Those who could write an answer learn what is asked for. Whoever asks is not kept waiting for it, nor refused because of it. */
async function countMiss(
  question: string,
  interactionId: string,
  { request }: CommandContext,
): Promise<Asked> {
  const input = { question, handIn: false, idempotencyKey: uuidOf(interactionId) };
  try {
    const { askQuestion: result } = await request(AskQuestionDocument, { input });
    return result.__typename === 'AskedQuestion' ? result.status : null;
  } catch (error) {
    if (error instanceof ApiRefusedError || error instanceof ApiUnavailableError) return null;
    throw error;
  }
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
