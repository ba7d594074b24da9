/** The front matter of our own Markdown files: the briefing document's pieces that are no running text. */
import { z } from 'zod';
import {
  briefingDocumentSchema,
  briefingTopicSchema,
  claimSchema,
  eventSchema,
  GENERATORS,
  perspectiveSchema,
  promptSchema,
  scenarioSchema,
  sourceSchema,
  stakeholderSchema,
  topicSchema,
} from '../../briefings/document.ts';
import type { Dated } from '../../briefings/document.ts';

const slug = topicSchema.shape.slug;
const name = z.string().trim().min(1).max(500);

/** "2025-02-18", "2025-02" or "2025": the precision is read from the shape. A bare year may be a YAML number. */
const shortDate = z
  .union([z.string(), z.number().int()], 'must be a date: "2025-02-18", "2025-02" or "2025"')
  .transform((value, context): Dated | null => {
    const dated = toDated(String(value));
    if (dated === null) context.addIssue('must be a date of the calendar: "2025-02-18", "2025-02" or "2025"');
    return dated;
  })
  .nullable()
  .default(null);

const PRECISION_BY_LENGTH: Readonly<Record<number, Dated['precision']>> = {
  4: 'YEAR',
  7: 'MONTH',
  10: 'DAY',
};

export function toDated(value: string): Dated | null {
  const precision = PRECISION_BY_LENGTH[value.length];
  if (precision === undefined || !/^\d{4}(-\d{2}){0,2}$/.test(value)) return null;
  const full = `${value}-01-01`.slice(0, 10);
  const date = new Date(`${full}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(full)) return null;
  return { value, precision };
}

const shape = briefingDocumentSchema.shape;

export const briefingFrontMatterSchema = z.strictObject({
  kind: z.literal('briefing'),
  slug,
  language: shape.language,
  titleIsProposed: shape.titleIsProposed,
  importance: shape.importance,
  contentWarnings: shape.contentWarnings,
  importedFrom: name.nullable().default(null),
  createdBy: name,
  reviewedBy: name.nullable().default(null),
  summary: shape.summary.unwrap().strict().default({ headline: null, short: null, keyPoints: [] }),
  topics: z.array(briefingTopicSchema.strict()).max(50).default([]),
  sources: z
    .array(sourceSchema.omit({ number: true }).extend({ publishedOn: shortDate }).strict())
    .default([]),
  claims: z.array(claimSchema.omit({ origin: true }).extend({ statedOn: shortDate }).strict()).default([]),
  stakeholders: z.array(stakeholderSchema.omit({ origin: true }).strict()).default([]),
  events: z.array(eventSchema.omit({ origin: true }).extend({ date: shortDate }).strict()).default([]),
  scenarios: z
    .array(scenarioSchema.omit({ origin: true }).extend({ horizon: shortDate }).strict())
    .default([]),
  perspectives: z.array(perspectiveSchema.omit({ origin: true }).strict()).default([]),
  prompts: z.array(promptSchema.omit({ origin: true }).strict()).default([]),
  /** The public record comes with the briefing wherever it goes. */
  corrections: shape.corrections,
});
export type BriefingFrontMatter = z.output<typeof briefingFrontMatterSchema>;

export const faqFrontMatterSchema = z.strictObject({
  kind: z.literal('faq'),
  slug,
  language: shape.language,
  aliases: z.array(z.string().trim().min(1).max(300)).max(100).default([]),
  topics: z.array(topicSchema.strict()).max(50).default([]),
  /** Slug of the briefing the entry is bound to. */
  briefing: slug.nullable().default(null),
  /** Id of the section of that briefing. */
  section: z.string().max(80).nullable().default(null),
  pinned: z.boolean().default(false),
  verifiedBy: name.nullable().default(null),
  verifiedAt: z.iso.datetime('must be an instant such as "2026-11-22T00:00:00Z"').nullable().default(null),
  reviewIntervalDays: z.number().int().min(1).max(3_650).nullable().default(null),
  /** Kept, and given to no reader any more. */
  obsolete: z.boolean().default(false),
  /** Slug of the entry that answers instead of an obsolete one. */
  replacedBy: slug.nullable().default(null),
  generatedBy: z.enum(GENERATORS).default('HUMAN'),
  /** Null: whoever imports it. */
  createdBy: name.nullable().default(null),
  importedFrom: name.nullable().default(null),
});
export type FaqFrontMatter = z.output<typeof faqFrontMatterSchema>;
