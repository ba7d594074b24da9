/**
 * The structured document of a briefing: what a revision stores as one JSON value.
 * Every text is plain text (no markup); citations are numbers of `sources`, starting at 1.
 * Ids are unique within the document and stay the same from revision to revision.
 */
import { isSlug } from '@communique/shared/text';
import { z } from 'zod';
import { datedSchema } from './dated.ts';
import { findBrokenReferences } from './document-references.ts';
import { languageSchema } from './language.ts';
import { plainText } from './plain-text-schema.ts';
import { pointsSchema } from './points.ts';

export const SECTION_KINDS = [
  'OVERVIEW',
  'BACKGROUND',
  'DEVELOPMENTS',
  'KEY_ISSUES',
  'STAKEHOLDERS',
  'SCENARIOS',
  'CHALLENGES',
  'IMPLICATIONS',
  'RECOMMENDATIONS',
  'EXPERT_VIEW',
  'OUTLOOK',
  'OTHER',
] as const;
export const CLAIM_STATUSES = [
  'UNVERIFIED',
  'CORROBORATED',
  'VERIFIED',
  'DISPUTED',
  'FALSE',
  'RETRACTED',
] as const;
export const EVENT_STATES = ['HAPPENED', 'PLANNED', 'CANCELLED'] as const;
export const OWNER_KINDS = ['PRIVATE', 'PUBLIC', 'STATE'] as const;
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const GENERATORS = ['HUMAN', 'MODEL'] as const;
export const OUTCOME_VERDICTS = ['HAPPENED', 'PARTLY', 'DID_NOT_HAPPEN'] as const;
export const CORRECTION_KINDS = ['CORRECTION', 'GRADING'] as const;
export const COLUMN_TYPES = ['TEXT', 'NUMBER', 'DATE'] as const;
export const EVIDENCE_KINDS = ['INTEREST', 'LEVERAGE', 'RED_LINE'] as const;
export const PROMPT_LEVELS = ['BASIC', 'ADVANCED', 'EXPERT'] as const;

const MAX_TEXT = 20_000;

const line = plainText(500);
const prose = plainText(MAX_TEXT);
// The first for most of them: the other takes more than a millisecond to compile.
const LATIN_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const ID = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]{0,79}$/u;
const id = z
  .string()
  .refine(
    (text) => LATIN_ID.test(text) || ID.test(text),
    'must be letters, digits, ".", "_", "-", at most 80',
  );
const citations = z.array(z.number().int().min(1)).default([]);
const webUrl = z.url({ protocol: /^https?$/ }).max(2_000);
const instant = z.iso.datetime();

/** Where in the article's text a piece came from: UTF-16 offsets, end exclusive. */
export const originSchema = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) });

/** Who made a piece. Missing: whoever made what it stands in, a piece or the revision. */
const pieceProvenance = z
  .object({
    createdBy: line,
    importedFrom: z.string().max(2_000).nullable(),
    generatedBy: z.enum(GENERATORS),
  })
  .optional();

/**
 * How a client may shorten a block: 1 goes last, 5 first; `shortForm` stands for the block where space is scarce; with less room than
 * `maxChars` the block is better left to its short form.
 */
export const renderHintsSchema = z.object({
  priority: z.number().int().min(1).max(5).default(3),
  shortForm: line.nullable().default(null),
  maxChars: z.number().int().min(1).max(MAX_TEXT).nullish(),
});

const blockBase = {
  id,
  citations,
  hints: renderHintsSchema.default({ priority: 3, shortForm: null }),
  origin: originSchema.nullable().default(null),
  provenance: pieceProvenance,
};

export const blockSchema = z.discriminatedUnion('type', [
  z.object({ ...blockBase, type: z.literal('PARAGRAPH'), text: prose }),
  z.object({
    ...blockBase,
    type: z.literal('POINTS'),
    items: pointsSchema,
  }),
  z.object({
    ...blockBase,
    type: z.literal('TABLE'),
    caption: line.nullable().default(null),
    columns: z
      .array(
        z.object({
          label: z.string().max(500),
          unit: line.nullable().default(null),
          align: z.enum(['START', 'CENTER', 'END']).default('START'),
          /** What its cells hold; missing: any text. */
          type: z.enum(COLUMN_TYPES).optional(),
        }),
      )
      .min(1)
      .max(50),
    /** One string per column; an empty cell is an empty string. */
    rows: z.array(z.array(z.string().max(MAX_TEXT))).max(5_000),
  }),
  z.object({ ...blockBase, type: z.literal('QUOTE'), claimId: id }),
  z.object({
    ...blockBase,
    type: z.literal('EXCHANGE'),
    interviewer: line.nullable(),
    guest: line.nullable(),
    question: prose,
    answer: prose,
  }),
]);

export const sectionSchema = z.object({
  id,
  /** Null for the introduction: text before the first heading. */
  heading: line.nullable(),
  kind: z.enum(SECTION_KINDS),
  parentId: id.nullable().default(null),
  blocks: z.array(blockSchema),
  origin: originSchema.nullable().default(null),
  provenance: pieceProvenance,
});

export const sourceSchema = z.object({
  /** Its number in citations: the position in `sources`, from 1. */
  number: z.number().int().min(1),
  publisher: line.nullable().default(null),
  /** ISO 3166-1 alpha-2, where the publisher sits. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters, such as "DE"')
    .nullable()
    .default(null),
  owner: line.nullable().default(null),
  ownerKind: z.enum(OWNER_KINDS).nullable().default(null),
  title: line.nullable().default(null),
  url: webUrl.nullable().default(null),
  archivedUrl: webUrl.nullable().default(null),
  author: line.nullable().default(null),
  publishedOn: datedSchema.nullable().default(null),
  paywalled: z.boolean().nullable().default(null),
  /** Admiralty scale: A completely reliable … E unreliable, F cannot be judged. Null: not judged yet. */
  reliability: z.enum(RELIABILITIES).nullable().default(null),
  provenance: pieceProvenance,
});

export const gradingSchema = z.object({
  status: z.enum(CLAIM_STATUSES),
  /** Admiralty scale: 1 confirmed … 5 improbable, 6 cannot be judged. */
  credibility: z.number().int().min(1).max(6),
  /** The other axis: how reliable those are who carried it. Missing: this judgement says nothing of them. */
  reliability: z.enum(RELIABILITIES).nullish(),
  gradedBy: line,
  gradedAt: instant,
  reason: prose,
});

export const claimSchema = z.object({
  id,
  /** True only for the speaker's exact words; a paraphrase never is. */
  verbatim: z.boolean(),
  text: prose,
  speaker: line.nullable().default(null),
  speakerRole: line.nullable().default(null),
  statedOn: datedSchema.nullable().default(null),
  /** The day as the source words it ("on Saturday") where nothing dates it. */
  statedOnText: line.nullable().default(null),
  /** Who carried it: names of publishers. */
  reportedBy: z.array(line).default([]),
  status: z.enum(CLAIM_STATUSES).default('UNVERIFIED'),
  credibility: z.number().int().min(1).max(6).default(6),
  /** As last judged; missing: it was not. */
  reliability: z.enum(RELIABILITIES).nullish(),
  citations,
  /** Oldest first; the last one is the current status and credibility. */
  gradings: z.array(gradingSchema).default([]),
  origin: originSchema.nullable().default(null),
  provenance: pieceProvenance,
});

/** What shows an interest, leverage or a red line: a deed or words, with where it can be read. */
export const evidenceSchema = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  text: prose,
  /** The claim in which they say so themselves; missing: it is no claim of this briefing. */
  claimId: id.nullish(),
  citations,
  provenance: pieceProvenance,
});

export const stakeholderSchema = z.object({
  id,
  name: line,
  interests: z.array(prose).default([]),
  leverage: z.array(prose).default([]),
  redLines: z.array(prose).default([]),
  evidence: z.array(evidenceSchema).max(100).optional(),
  citations,
  origin: originSchema.nullable().default(null),
  provenance: pieceProvenance,
});

export const eventSchema = z.object({
  id,
  title: line,
  date: datedSchema.nullable().default(null),
  /** The date as the source words it, where nothing dates it ("on Tuesday") or it says more than the date ("spring 1998"). */
  dateText: line.nullable().default(null),
  place: line.nullable().default(null),
  participants: z.array(line).default([]),
  state: z.enum(EVENT_STATES),
  citations,
  origin: originSchema.nullable().default(null),
  provenance: pieceProvenance,
});

export const scenarioSchema = z.object({
  id,
  title: line,
  description: prose.nullable().default(null),
  /** As the source states it ("plausible", "60 %"); null where none does. */
  likelihood: line.nullable().default(null),
  indicators: z.array(prose).default([]),
  horizon: datedSchema.nullable().default(null),
  outcome: z
    .object({
      text: prose,
      recordedAt: instant,
      verdict: z.enum(OUTCOME_VERDICTS).optional(),
      provenance: pieceProvenance,
    })
    .nullable()
    .default(null),
  citations,
  origin: originSchema.nullable().default(null),
  provenance: pieceProvenance,
});

export const perspectiveSchema = z.object({
  id,
  holder: line,
  view: prose,
  citations,
  origin: originSchema.nullable().default(null),
  provenance: pieceProvenance,
});

export const promptSchema = z.object({
  id,
  text: prose,
  /** How much one has to know to join in; missing: not judged. */
  level: z.enum(PROMPT_LEVELS).nullish(),
  /** True: somebody has checked that it takes no side. False: it does. Missing: nobody has checked. */
  stanceNeutral: z.boolean().nullish(),
  /** True: made to open a thread of its own. */
  opensThread: z.boolean().optional(),
  origin: originSchema.nullable().default(null),
  provenance: pieceProvenance,
});

/** The public record of a mistake: part of the revision that puts it right, and of every one after it. */
export const correctionSchema = z.object({
  id,
  kind: z.enum(CORRECTION_KINDS),
  wrong: prose,
  right: prose,
  reason: prose,
  correctedBy: line,
  correctedAt: instant,
  /** Numbers of the revision it stood in, and of the one that puts it right. */
  wrongRevision: z.number().int().min(1),
  revision: z.number().int().min(1),
  /** Ids of the pieces that changed. */
  pieces: z.array(z.string().max(100)).max(2_000),
});

const slug = z.string().refine(isSlug, 'must be lower-case words joined by "-"').max(80);

export const topicSchema = z.object({ slug, name: line });

/** Who put the briefing under it is part of the document; of the topic it is not. */
export const briefingTopicSchema = topicSchema.extend({ provenance: pieceProvenance });

export const briefingDocumentSchema = z
  .object({
    title: plainText(200),
    /** The text had no title of its own: this one is a suggestion for the editor. */
    titleIsProposed: z.boolean().default(false),
    /** Where in the article its title and summary came from; missing: it was made from none, or edited since. */
    origins: z.object({ title: originSchema.nullable(), summary: originSchema.nullable() }).optional(),
    language: languageSchema,
    summary: z
      .object({
        headline: plainText(100).nullable().default(null),
        short: plainText(300).nullable().default(null),
        keyPoints: z.array(line).max(20).default([]),
        provenance: pieceProvenance,
      })
      .default({ headline: null, short: null, keyPoints: [] }),
    /** 1 minor … 5 of world-wide consequence; says nothing about how sure we are. */
    importance: z.number().int().min(1).max(5).nullable().default(null),
    contentWarnings: z.array(line).max(20).default([]),
    topics: z.array(briefingTopicSchema).max(50).default([]),
    sections: z.array(sectionSchema).max(500),
    sources: z.array(sourceSchema).max(500).default([]),
    claims: z.array(claimSchema).max(1_000).default([]),
    stakeholders: z.array(stakeholderSchema).max(200).default([]),
    events: z.array(eventSchema).max(500).default([]),
    scenarios: z.array(scenarioSchema).max(100).default([]),
    perspectives: z.array(perspectiveSchema).max(100).default([]),
    prompts: z.array(promptSchema).max(50).default([]),
    /** Of a translation: the number of the original's revision it says the same as. */
    translatedRevision: z.number().int().min(1).nullish(),
    /** Oldest first. Written by corrections only, never by an editor's input. */
    corrections: z.array(correctionSchema).max(1_000).optional(),
  })
  .superRefine((document, context) => {
    for (const { path, message } of findBrokenReferences(document)) {
      context.addIssue({ code: 'custom', path: [...path], message, params: { piece: path[0] } });
    }
  });

export type BriefingDocument = z.infer<typeof briefingDocumentSchema>;
/** What a writer of documents may leave out: everything that has a default. */
export type BriefingDocumentInput = z.input<typeof briefingDocumentSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Block = z.infer<typeof blockSchema>;
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;
export type Source = z.infer<typeof sourceSchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Grading = z.infer<typeof gradingSchema>;
export type Stakeholder = z.infer<typeof stakeholderSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type BriefingEvent = z.infer<typeof eventSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;
export type Perspective = z.infer<typeof perspectiveSchema>;
export type Prompt = z.infer<typeof promptSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type PieceProvenance = NonNullable<z.infer<typeof pieceProvenance>>;
export type Dated = z.infer<typeof datedSchema>;
export type Origin = z.infer<typeof originSchema>;
