/** What a person writes of an FAQ entry. */
import { z } from 'zod';
import { briefingDocumentSchema, topicSchema } from '../briefings/document.ts';
import { plainText } from '../briefings/plain-text-schema.ts';
import { stateRule } from '../briefings/state-rule.ts';
import { InvalidInputError } from '../domain-errors.ts';
import { normalizeText } from '../search/normalize-text.ts';

/** A question or another way to ask it: it can only be found by its words. */
const asked = plainText(300).refine((value) => normalizeText(value) !== '', 'must have a letter or digit');

/** In days. */
const reviewInterval = z.number().int().min(1).max(3_650).nullable();

export const entryContentSchema = z.object({
  question: asked,
  aliases: z.array(asked).max(50).default([]),
  /** Markdown. */
  answer: plainText(20_000),
  language: briefingDocumentSchema.shape.language,
  topics: z.array(topicSchema).max(50).default([]),
  /** The section of the briefing the entry is bound to that the answer was checked against. */
  sectionId: z.string().min(1).max(80).nullable().default(null),
  pinned: z.boolean().default(false),
  verifiedBy: plainText(200).nullable().default(null),
  verifiedAt: z.date().nullable().default(null),
  reviewIntervalDays: reviewInterval.default(null),
});

export type EntryContent = z.input<typeof entryContentSchema>;
export type CheckedEntryContent = z.output<typeof entryContentSchema>;

export function checkEntryContent(content: EntryContent): CheckedEntryContent {
  const checked = entryContentSchema.safeParse(content);
  if (checked.success) return { ...checked.data, aliases: withoutRepeats(checked.data) };
  const [issue] = checked.error.issues;
  if (issue === undefined) throw new TypeError('What does not fit a schema has an issue');
  const path = issue.path.map(String);
  throw new InvalidInputError(`"${path.join('.')}" ${stateRule(issue, content)}`, path);
}

/** Apart from case, accents and punctuation: a wording counts once, and the question is the first. */
function withoutRepeats({ question, aliases }: CheckedEntryContent): string[] {
  const keys = [question, ...aliases].map(normalizeText);
  return aliases.filter((alias, at) => keys.indexOf(normalizeText(alias)) === at + 1);
}

/** A question by itself, without the space around it. */
export function checkQuestion(question: string): string {
  const checked = asked.safeParse(question.trim());
  if (checked.success) return checked.data;
  throw new InvalidInputError('"question" must have 1 to 300 characters with a letter or digit among them', [
    'question',
  ]);
}

export function checkReviewInterval(days: number | null): number | null {
  const checked = reviewInterval.safeParse(days);
  if (checked.success) return checked.data;
  throw new InvalidInputError(`"reviewIntervalDays" must be from 1 to 3650, or null, not ${days}`, [
    'reviewIntervalDays',
  ]);
}
