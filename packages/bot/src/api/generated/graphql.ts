/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A question, and either the answer of a new FAQ entry or the entry that answers it. */
export type AnswerQuestionInput = {
  /** True: the question becomes an alias of `faqEntry`, which must be of the same community. */
  addAlias?: boolean;
  /** The answer of a new entry in Markdown, 1–20 000 characters; null: `faqEntry` answers it. */
  answer?: string | null | undefined;
  /** The Discord guild it belongs to, or "library"; null: the own server for moderators, else the library. At most 20 characters. */
  communityId?: string | null | undefined;
  /** Slug of the entry that answers it, of the same community or a published one of the library; null: `answer` does. */
  faqEntry?: string | null | undefined;
  /** A UUID made for this wish and remembered for 24 hours: asking again does nothing more and answers the same as the first time, except for what was redacted, withdrawn from the viewer or hidden since, and for lists of other things. With another input it is a conflict. */
  idempotencyKey: string;
  /** Language of the new entry: BCP 47; null: that of the community. */
  language?: string | null | undefined;
  /** True: readers have the new entry at once. False: it is a draft. */
  publish?: boolean;
  /** How readers are to find it, plain text of 1–300 characters with a letter or digit in it; null: as it was handed in, which a question that is MISSED was not. */
  question?: string | null | undefined;
  /** The `id` of the question. At most 100 characters. */
  questionId: string;
  /** True: whoever writes the new entry has checked the answer and signs it. */
  verify?: boolean;
};

/** What somebody asked and did not find. */
export type AskQuestionInput = {
  /** True: those who edit the community may read the words, without who asked, until they have decided. False: it is counted, and only a hash of the words is kept. */
  handIn?: boolean;
  /** A UUID made for this wish and remembered for 24 hours: asking again does nothing more and answers the same as the first time, except for what was redacted, withdrawn from the viewer or hidden since, and for lists of other things. With another input it is a conflict. */
  idempotencyKey: string;
  /** The question, plain text of 1–300 characters with a letter or digit in it. */
  question: string;
};

/** A digest schedule to pause, to resume or to remove. */
export type ChangeDigestScheduleInput = {
  /** A UUID made for this wish and remembered for 24 hours: asking again does nothing more and answers the same as the first time, except for what was redacted, withdrawn from the viewer or hidden since, and for lists of other things. With another input it is a conflict. */
  idempotencyKey: string;
  /** The `id` of the schedule. */
  scheduleId: string | number;
};

/** What the bot can take on now. */
export type ClaimDeliveriesInput = {
  /** A UUID made for this wish and remembered for 24 hours: asking again does nothing more and answers the same as the first time, except for what was redacted, withdrawn from the viewer or hidden since, and for lists of other things. With another input it is a conflict. */
  idempotencyKey: string;
  /** How many deliveries at most, 1–50. */
  limit: number;
};

/** What is known of the truth of a claim. */
export type ClaimStatus =
  /** Another source says the same; not yet certain. */
  | 'CORROBORATED'
  /** Sources contradict each other. */
  | 'DISPUTED'
  /** Shown to be wrong. */
  | 'FALSE'
  /** Taken back by whoever said or reported it. */
  | 'RETRACTED'
  /** Nobody but its source has confirmed it. */
  | 'UNVERIFIED'
  /** Confirmed by independent sources. */
  | 'VERIFIED';

/** A digest: where, when, of what. */
export type CreateDigestScheduleInput = {
  /** The Discord channel to post in. */
  channelId: string;
  /** A UUID made for this wish and remembered for 24 hours: asking again does nothing more and answers the same as the first time, except for what was redacted, withdrawn from the viewer or hidden since, and for lists of other things. With another input it is a conflict. */
  idempotencyKey: string;
  /** Hours and minutes, 00:00–23:59: "09:00". */
  localTime: string;
  /** Briefings in one digest, at most: 1–10. */
  size?: number;
  /** IANA name of the zone the time is meant in: "Europe/Berlin". */
  timeZone: string;
  /** Slugs of up to 25 topics; none or left out: every topic. */
  topics?: Array<string> | null | undefined;
  /** The days to post on, at least one; null or left out: every day. */
  weekdays?: Array<Weekday> | null | undefined;
};

/** How exactly a date is known. */
export type DatePrecision =
  /** To the day: "2025-02-18". */
  | 'DAY'
  /** To the month: "2025-02". */
  | 'MONTH'
  /** To the year: "2025". */
  | 'YEAR';

/** What came of one attempt to post a digest. */
export type DeliveryOutcome =
  /** It will never work. Where `errorCode` says that the channel cannot be posted in, the schedule is disabled with the reason. */
  | 'FAILED'
  /** Certainly nothing was posted. It can be claimed again after a pause; after five of these it is given up. */
  | 'RETRY'
  /** It stands in the channel: posted, or found there by reading the channel back. */
  | 'SENT'
  /** The request may have reached Discord. It can be claimed again at once, with `mayBePosted`. */
  | 'UNKNOWN';

/** How far a digest has come on its way into a channel. */
export type DeliveryState =
  /** It was given up after too many attempts, as `reason` says. */
  | 'DEAD'
  /** It cannot be posted, as `reason` says. */
  | 'FAILED'
  /** A bot is about to post it. */
  | 'LEASED'
  /** Its edition is frozen and it waits for the bot. */
  | 'PLANNED'
  /** It was handed on to the servers that follow the channel. */
  | 'PUBLISHED'
  /** It stands in the channel. */
  | 'SENT'
  /** It was not posted on purpose, as `reason` says. */
  | 'SKIPPED'
  /** It stands in the channel and has its thread. */
  | 'THREADED';

/** Whether a schedule runs. */
export type DigestScheduleState =
  /** It posts at its times. */
  | 'ACTIVE'
  /** It was stopped because its channel cannot be posted in, as `disabledReason` says; resume it when that is repaired. */
  | 'DISABLED'
  /** A moderator stopped it; it can be resumed. */
  | 'PAUSED';

/** A question that is not to be answered. */
export type DismissQuestionInput = {
  /** The Discord guild it belongs to, or "library"; null: the own server for moderators, else the library. At most 20 characters. */
  communityId?: string | null | undefined;
  /** A UUID made for this wish and remembered for 24 hours: asking again does nothing more and answers the same as the first time, except for what was redacted, withdrawn from the viewer or hidden since, and for lists of other things. With another input it is a conflict. */
  idempotencyKey: string;
  /** The `id` of the question. At most 100 characters. */
  questionId: string;
};

/** What kind of failure it is: decide by this, never by the message. */
export type ErrorCode =
  /** Somebody else was first, or the thing is in another state by now. */
  | 'CONFLICT'
  /** The input cannot be right; asking again will not help. */
  | 'INVALID_INPUT'
  /** The viewer's role does not permit it. */
  | 'NOT_ALLOWED'
  /** What was named does not exist, or not for this viewer. */
  | 'NOT_FOUND'
  /** It was done too often: the error says when it may be done again. */
  | 'RATE_LIMITED';

/** Whether an event has taken place. */
export type EventState =
  /** It was called off. */
  | 'CANCELLED'
  /** It took place. */
  | 'HAPPENED'
  /** It was announced or is expected. */
  | 'PLANNED';

/** Where an FAQ entry is in its life. */
export type FaqStatus =
  /** It is being written, or was restored: readers do not have it. */
  | 'DRAFT'
  /** It answers nobody any more. */
  | 'OBSOLETE'
  /** Readers have it. */
  | 'PUBLISHED';

/** Who a publisher belongs to. */
export type OwnerKind =
  /** Private owners or shareholders. */
  | 'PRIVATE'
  /** A public broadcaster or trust that is independent of the government. */
  | 'PUBLIC'
  /** A state or its government. */
  | 'STATE';

/** What has become of a question. */
export type QuestionStatus =
  /** An FAQ entry answers it, a draft or one that readers have. */
  | 'ANSWERED'
  /** Nothing is to be answered. */
  | 'DISMISSED'
  /** It was asked and not found; nobody who asked has handed in the words. */
  | 'MISSED'
  /** Somebody has handed in the words, and nobody has decided yet. */
  | 'OPEN';

/** The report of one attempt. */
export type RecordDeliveryInput = {
  /** The `deliveryId` of the delivery. */
  deliveryId: string;
  /** Discord's JSON error code, where it refused; null: it did not. */
  errorCode?: number | null | undefined;
  /** A UUID made for this wish and remembered for 24 hours: asking again does nothing more and answers the same as the first time, except for what was redacted, withdrawn from the viewer or hidden since, and for lists of other things. With another input it is a conflict. */
  idempotencyKey: string;
  /** As it was given with the claim. */
  leaseToken: string;
  /** The Discord message; required with `SENT`, ignored otherwise, null then. */
  messageId?: string | null | undefined;
  /** What came of it. */
  outcome: DeliveryOutcome;
  /** What happened, for moderators to read; null: nothing to speak of. Its first 300 characters are kept. */
  reason?: string | null | undefined;
};

/** What Discord says of a server the bot is in. */
export type RegisterCommunityInput = {
  /** The server's id. */
  guildId: string;
  /** A UUID made for this wish and remembered for 24 hours: asking again does nothing more and answers the same as the first time, except for what was redacted, withdrawn from the viewer or hidden since, and for lists of other things. With another input it is a conflict. */
  idempotencyKey: string;
  /** Its preferred locale, such as "en-US". */
  locale: string;
  /** The server's name, 1–100 characters. */
  name: string;
};

/** How reliable a source is, on the Admiralty scale. */
export type Reliability =
  /** Completely reliable. */
  | 'A'
  /** Usually reliable. */
  | 'B'
  /** Fairly reliable. */
  | 'C'
  /** Not usually reliable. */
  | 'D'
  /** Unreliable. */
  | 'E'
  /** Its reliability cannot be judged. */
  | 'F';

/** What is wrong, and with what: either a briefing or an FAQ entry. */
export type ReportContentInput = {
  /** Slug of a briefing the viewer can read; null: it is no briefing. */
  briefing?: string | null | undefined;
  /** Id of a claim of that briefing; null: it is about no claim in particular. At most 80 characters. */
  claimId?: string | null | undefined;
  /** Slug of an FAQ entry the viewer sees; null: it is none. */
  faqEntry?: string | null | undefined;
  /** A UUID made for this wish and remembered for 24 hours: asking again does nothing more and answers the same as the first time, except for what was redacted, withdrawn from the viewer or hidden since, and for lists of other things. With another input it is a conflict. */
  idempotencyKey: string;
  /** What is wrong. */
  kind: ReportKind;
  /** In own words, plain text of 1–1000 characters; null: the kind says it all, which OTHER does not. */
  text?: string | null | undefined;
};

/** What a reader says is wrong. */
export type ReportKind =
  /** It says something that is not so. */
  | 'ERROR'
  /** It is not false, and leads to a false conclusion. */
  | 'MISLEADING'
  /** Something else, said in words. */
  | 'OTHER'
  /** It was so once. */
  | 'OUTDATED';

/** What a section is about, whatever its heading says. */
export type SectionKind =
  /** How it came about. */
  | 'BACKGROUND'
  /** What stands in the way. */
  | 'CHALLENGES'
  /** What has happened lately. */
  | 'DEVELOPMENTS'
  /** What experts say. */
  | 'EXPERT_VIEW'
  /** What follows from it. */
  | 'IMPLICATIONS'
  /** What it is about. */
  | 'KEY_ISSUES'
  /** None of these. */
  | 'OTHER'
  /** What comes next. */
  | 'OUTLOOK'
  /** The matter in short. */
  | 'OVERVIEW'
  /** What somebody proposes to do. */
  | 'RECOMMENDATIONS'
  /** What could happen. */
  | 'SCENARIOS'
  /** Who is involved and what they want. */
  | 'STAKEHOLDERS';

/** How the cells of a column stand. */
export type TextAlign =
  /** In the middle. */
  | 'CENTER'
  /** At the end of the line: numbers, mostly. */
  | 'END'
  /** At the start of the line: left in a left-to-right script. */
  | 'START';

/** A day of the week, in the time zone of the schedule. */
export type Weekday =
  /** Every Friday. */
  | 'FRIDAY'
  /** Every Monday. */
  | 'MONDAY'
  /** Every Saturday. */
  | 'SATURDAY'
  /** Every Sunday. */
  | 'SUNDAY'
  /** Every Thursday. */
  | 'THURSDAY'
  /** Every Tuesday. */
  | 'TUESDAY'
  /** Every Wednesday. */
  | 'WEDNESDAY';

export type ApiIsUpQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiIsUpQuery = { __typename: 'Query' };

export type DatedFragment = { value: string, precision: DatePrecision };

export type CitedSourceFragment = { number: number, publisher: string | null, country: string | null, owner: string | null, ownerKind: OwnerKind | null, title: string | null, url: string | null, archivedUrl: string | null, author: string | null, paywalled: boolean | null, reliability: Reliability | null, publishedOn: { value: string, precision: DatePrecision } | null };

export type ClaimLineFragment = { verbatim: boolean, text: string, speaker: string | null, speakerRole: string | null, statedOnText: string | null, reportedBy: Array<string>, status: ClaimStatus, credibility: number, statedOn: { value: string, precision: DatePrecision } | null, sources: Array<{ number: number }> };

export type SectionTitleFragment = { id: string, heading: string | null, kind: SectionKind, parentId: string | null };

export type SectionContentFragment = { id: string, heading: string | null, blocks: Array<
    | { __typename: 'ExchangeBlock', interviewer: string | null, guest: string | null, question: string, answer: string, id: string, citations: Array<number>, hints: { priority: number, shortForm: string | null } }
    | { __typename: 'ParagraphBlock', text: string, id: string, citations: Array<number>, hints: { priority: number, shortForm: string | null } }
    | { __typename: 'PointsBlock', id: string, citations: Array<number>, items: Array<{ label: string | null, text: string, depth: number }>, hints: { priority: number, shortForm: string | null } }
    | { __typename: 'QuoteBlock', id: string, citations: Array<number>, claim: { verbatim: boolean, text: string, speaker: string | null, speakerRole: string | null, statedOnText: string | null, reportedBy: Array<string>, status: ClaimStatus, credibility: number, statedOn: { value: string, precision: DatePrecision } | null, sources: Array<{ number: number }> }, hints: { priority: number, shortForm: string | null } }
    | { __typename: 'TableBlock', caption: string | null, rows: Array<Array<string>>, id: string, citations: Array<number>, columns: Array<{ label: string, unit: string | null, align: TextAlign }>, hints: { priority: number, shortForm: string | null } }
  > };

export type ReadSectionsQueryVariables = Exact<{
  slug: string;
}>;


export type ReadSectionsQuery = { briefing:
    | { __typename: 'BriefingComposing', slug: string, message: string }
    | { __typename: 'BriefingReady', briefing: { slug: string, title: string, sections: Array<{ id: string, heading: string | null, kind: SectionKind, parentId: string | null }> } }
    | { __typename: 'BriefingWithdrawn', slug: string, reason: string, withdrawnAt: string }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type ReadSectionQueryVariables = Exact<{
  slug: string;
  sectionId: string;
}>;


export type ReadSectionQuery = { briefing:
    | { __typename: 'BriefingComposing', slug: string, message: string }
    | { __typename: 'BriefingReady', briefing: { slug: string, title: string, sections: Array<{ id: string, heading: string | null, kind: SectionKind, parentId: string | null }>, section: { id: string, heading: string | null, blocks: Array<
            | { __typename: 'ExchangeBlock', interviewer: string | null, guest: string | null, question: string, answer: string, id: string, citations: Array<number>, hints: { priority: number, shortForm: string | null } }
            | { __typename: 'ParagraphBlock', text: string, id: string, citations: Array<number>, hints: { priority: number, shortForm: string | null } }
            | { __typename: 'PointsBlock', id: string, citations: Array<number>, items: Array<{ label: string | null, text: string, depth: number }>, hints: { priority: number, shortForm: string | null } }
            | { __typename: 'QuoteBlock', id: string, citations: Array<number>, claim: { verbatim: boolean, text: string, speaker: string | null, speakerRole: string | null, statedOnText: string | null, reportedBy: Array<string>, status: ClaimStatus, credibility: number, statedOn: { value: string, precision: DatePrecision } | null, sources: Array<{ number: number }> }, hints: { priority: number, shortForm: string | null } }
            | { __typename: 'TableBlock', caption: string | null, rows: Array<Array<string>>, id: string, citations: Array<number>, columns: Array<{ label: string, unit: string | null, align: TextAlign }>, hints: { priority: number, shortForm: string | null } }
          > } | null, sources: Array<{ number: number, publisher: string | null, country: string | null, owner: string | null, ownerKind: OwnerKind | null, title: string | null, url: string | null, archivedUrl: string | null, author: string | null, paywalled: boolean | null, reliability: Reliability | null, publishedOn: { value: string, precision: DatePrecision } | null }> } }
    | { __typename: 'BriefingWithdrawn', slug: string, reason: string, withdrawnAt: string }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type ReadSourcesQueryVariables = Exact<{
  slug: string;
}>;


export type ReadSourcesQuery = { briefing:
    | { __typename: 'BriefingComposing', slug: string, message: string }
    | { __typename: 'BriefingReady', briefing: { slug: string, title: string, sources: Array<{ number: number, publisher: string | null, country: string | null, owner: string | null, ownerKind: OwnerKind | null, title: string | null, url: string | null, archivedUrl: string | null, author: string | null, paywalled: boolean | null, reliability: Reliability | null, publishedOn: { value: string, precision: DatePrecision } | null }> } }
    | { __typename: 'BriefingWithdrawn', slug: string, reason: string, withdrawnAt: string }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type ReadClaimsQueryVariables = Exact<{
  slug: string;
}>;


export type ReadClaimsQuery = { briefing:
    | { __typename: 'BriefingComposing', slug: string, message: string }
    | { __typename: 'BriefingReady', briefing: { slug: string, title: string, claims: Array<{ verbatim: boolean, text: string, speaker: string | null, speakerRole: string | null, statedOnText: string | null, reportedBy: Array<string>, status: ClaimStatus, credibility: number, statedOn: { value: string, precision: DatePrecision } | null, sources: Array<{ number: number }> }> } }
    | { __typename: 'BriefingWithdrawn', slug: string, reason: string, withdrawnAt: string }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type ReadTimelineQueryVariables = Exact<{
  slug: string;
}>;


export type ReadTimelineQuery = { briefing:
    | { __typename: 'BriefingComposing', slug: string, message: string }
    | { __typename: 'BriefingReady', briefing: { slug: string, title: string, events: Array<{ title: string, dateText: string | null, place: string | null, participants: Array<string>, state: EventState, date: { value: string, precision: DatePrecision } | null, sources: Array<{ number: number }> }> } }
    | { __typename: 'BriefingWithdrawn', slug: string, reason: string, withdrawnAt: string }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type ReadStakeholdersQueryVariables = Exact<{
  slug: string;
}>;


export type ReadStakeholdersQuery = { briefing:
    | { __typename: 'BriefingComposing', slug: string, message: string }
    | { __typename: 'BriefingReady', briefing: { slug: string, title: string, stakeholders: Array<{ name: string, interests: Array<string>, leverage: Array<string>, redLines: Array<string>, sources: Array<{ number: number }> }>, perspectives: Array<{ holder: string, view: string, sources: Array<{ number: number }> }> } }
    | { __typename: 'BriefingWithdrawn', slug: string, reason: string, withdrawnAt: string }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type ReadScenariosQueryVariables = Exact<{
  slug: string;
}>;


export type ReadScenariosQuery = { briefing:
    | { __typename: 'BriefingComposing', slug: string, message: string }
    | { __typename: 'BriefingReady', briefing: { slug: string, title: string, scenarios: Array<{ title: string, description: string | null, likelihood: string | null, indicators: Array<string>, horizon: { value: string, precision: DatePrecision } | null, outcome: { text: string, recordedAt: string } | null, sources: Array<{ number: number }> }> } }
    | { __typename: 'BriefingWithdrawn', slug: string, reason: string, withdrawnAt: string }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type ReadBriefingFaqQueryVariables = Exact<{
  slug: string;
}>;


export type ReadBriefingFaqQuery = { briefing:
    | { __typename: 'BriefingComposing', slug: string, message: string }
    | { __typename: 'BriefingReady', briefing: { slug: string, title: string, faq: { edges: Array<{ node: { slug: string, question: string, stale: boolean } }> } } }
    | { __typename: 'BriefingWithdrawn', slug: string, reason: string, withdrawnAt: string }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

type Problem_ConflictError_Fragment = { code: ErrorCode, message: string, path: Array<string> };

type Problem_DuplicateFaqEntryError_Fragment = { code: ErrorCode, message: string, path: Array<string> };

type Problem_FaqEntryConflictError_Fragment = { code: ErrorCode, message: string, path: Array<string> };

type Problem_InvalidInputError_Fragment = { code: ErrorCode, message: string, path: Array<string> };

type Problem_NotAllowedError_Fragment = { code: ErrorCode, message: string, path: Array<string> };

type Problem_NotFoundError_Fragment = { code: ErrorCode, message: string, path: Array<string> };

type Problem_ObsoleteFaqEntryError_Fragment = { code: ErrorCode, message: string, path: Array<string> };

type Problem_QuestionAnsweredError_Fragment = { code: ErrorCode, message: string, path: Array<string> };

type Problem_RevisionConflictError_Fragment = { code: ErrorCode, message: string, path: Array<string> };

type Problem_TooManyQuestionsError_Fragment = { code: ErrorCode, message: string, path: Array<string> };

type Problem_TooManyReportsError_Fragment = { code: ErrorCode, message: string, path: Array<string> };

type Problem_TranslationTakenError_Fragment = { code: ErrorCode, message: string, path: Array<string> };

export type ProblemFragment =
  | Problem_ConflictError_Fragment
  | Problem_DuplicateFaqEntryError_Fragment
  | Problem_FaqEntryConflictError_Fragment
  | Problem_InvalidInputError_Fragment
  | Problem_NotAllowedError_Fragment
  | Problem_NotFoundError_Fragment
  | Problem_ObsoleteFaqEntryError_Fragment
  | Problem_QuestionAnsweredError_Fragment
  | Problem_RevisionConflictError_Fragment
  | Problem_TooManyQuestionsError_Fragment
  | Problem_TooManyReportsError_Fragment
  | Problem_TranslationTakenError_Fragment
;

export type BriefingListItemFragment = { slug: string, title: string, publishedAt: string, readingTimeMinutes: number, summary: { headline: string | null, short: string | null } };

export type BriefingOverviewFragment = { slug: string, title: string, publishedAt: string, updatedAt: string, revision: number, readingTimeMinutes: number, importance: number | null, contentWarnings: Array<string>, summary: { headline: string | null, short: string | null, keyPoints: Array<string> }, topics: Array<{ name: string }>, sections: Array<{ id: string, heading: string | null, kind: SectionKind, parentId: string | null }>, claims: Array<{ status: ClaimStatus }>, sources: Array<{ number: number }>, events: Array<{ id: string }>, stakeholders: Array<{ id: string }>, scenarios: Array<{ id: string }>, perspectives: Array<{ id: string }>, faq: { edges: Array<{ cursor: string }> }, prompts: Array<{ text: string, stanceNeutral: boolean | null }> };

type Unavailable_BriefingComposing_Fragment = { __typename: 'BriefingComposing', slug: string, message: string };

type Unavailable_BriefingReady_Fragment = { __typename: 'BriefingReady' };

type Unavailable_BriefingWithdrawn_Fragment = { __typename: 'BriefingWithdrawn', slug: string, reason: string, withdrawnAt: string };

type Unavailable_InvalidInputError_Fragment = { __typename: 'InvalidInputError' };

type Unavailable_NotFoundError_Fragment = { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> };

export type UnavailableFragment =
  | Unavailable_BriefingComposing_Fragment
  | Unavailable_BriefingReady_Fragment
  | Unavailable_BriefingWithdrawn_Fragment
  | Unavailable_InvalidInputError_Fragment
  | Unavailable_NotFoundError_Fragment
;

export type ReadBriefingQueryVariables = Exact<{
  slug: string;
}>;


export type ReadBriefingQuery = { briefing:
    | { __typename: 'BriefingComposing', slug: string, message: string }
    | { __typename: 'BriefingReady', briefing: { slug: string, title: string, publishedAt: string, updatedAt: string, revision: number, readingTimeMinutes: number, importance: number | null, contentWarnings: Array<string>, summary: { headline: string | null, short: string | null, keyPoints: Array<string> }, topics: Array<{ name: string }>, sections: Array<{ id: string, heading: string | null, kind: SectionKind, parentId: string | null }>, claims: Array<{ status: ClaimStatus }>, sources: Array<{ number: number }>, events: Array<{ id: string }>, stakeholders: Array<{ id: string }>, scenarios: Array<{ id: string }>, perspectives: Array<{ id: string }>, faq: { edges: Array<{ cursor: string }> }, prompts: Array<{ text: string, stanceNeutral: boolean | null }> } }
    | { __typename: 'BriefingWithdrawn', slug: string, reason: string, withdrawnAt: string }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type LatestBriefingsQueryVariables = Exact<{
  topics?: Array<string> | string | null | undefined;
  first: number;
}>;


export type LatestBriefingsQuery = { briefings: { edges: Array<{ node: { slug: string, title: string, publishedAt: string, readingTimeMinutes: number, summary: { headline: string | null, short: string | null } } }>, pageInfo: { hasNextPage: boolean } } };

export type SuggestBriefingsQueryVariables = Exact<{
  typed: string;
}>;


export type SuggestBriefingsQuery = { complete: Array<{ slug: string, title: string }> };

export type FindBriefingsQueryVariables = Exact<{
  query: string;
}>;


export type FindBriefingsQuery = { search: Array<{ slug: string, title: string }> };

export type SuggestTopicsQueryVariables = Exact<{ [key: string]: never; }>;


export type SuggestTopicsQuery = { topics: { edges: Array<{ node: { slug: string, name: string } }> } };

export type ScheduleLineFragment = { id: string, channelId: string, localTime: string, timeZone: string, weekdays: Array<Weekday>, size: number, state: DigestScheduleState, disabledReason: string | null, nextRunAt: string | null, topics: Array<{ slug: string, name: string }>, upcomingRuns: Array<{ at: string, localDate: string, shifted: boolean }> };

export type DigestItemFragment = { slug: string, title: string, readingTimeMinutes: number, summary: { headline: string | null, short: string | null, keyPoints: Array<string> }, claims: Array<{ status: ClaimStatus }> };

export type CommunitySettingsQueryVariables = Exact<{
  id: string;
}>;


export type CommunitySettingsQuery = { community: { timeZone: string } | null };

export type ListSchedulesQueryVariables = Exact<{ [key: string]: never; }>;


export type ListSchedulesQuery = { digestSchedules: { edges: Array<{ node: { id: string, channelId: string, localTime: string, timeZone: string, weekdays: Array<Weekday>, size: number, state: DigestScheduleState, disabledReason: string | null, nextRunAt: string | null, lastDelivery: { state: DeliveryState, reason: string | null, postedAt: string | null, runAt: string } | null, topics: Array<{ slug: string, name: string }>, upcomingRuns: Array<{ at: string, localDate: string, shifted: boolean }> } }> } };

export type PreviewDigestQueryVariables = Exact<{
  scheduleId: string | number;
}>;


export type PreviewDigestQuery = { digestPreview:
    | { __typename: 'DigestPreview', nextRunAt: string | null, schedule: { channelId: string, timeZone: string }, edition: { items: Array<{ briefing: { slug: string, title: string, readingTimeMinutes: number, summary: { headline: string | null, short: string | null, keyPoints: Array<string> }, claims: Array<{ status: ClaimStatus }> } }>, prompt: { text: string } | null } }
    | { __typename: 'NotAllowedError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type RegisterCommunityMutationVariables = Exact<{
  input: RegisterCommunityInput;
}>;


export type RegisterCommunityMutation = { registerCommunity:
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotAllowedError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'RegisteredCommunity' }
   };

export type CreateScheduleMutationVariables = Exact<{
  input: CreateDigestScheduleInput;
}>;


export type CreateScheduleMutation = { createDigestSchedule:
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'DigestSchedule', id: string, channelId: string, localTime: string, timeZone: string, weekdays: Array<Weekday>, size: number, state: DigestScheduleState, disabledReason: string | null, nextRunAt: string | null, topics: Array<{ slug: string, name: string }>, upcomingRuns: Array<{ at: string, localDate: string, shifted: boolean }> }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotAllowedError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type PauseScheduleMutationVariables = Exact<{
  input: ChangeDigestScheduleInput;
}>;


export type PauseScheduleMutation = { pauseDigestSchedule:
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'DigestSchedule', id: string, channelId: string, localTime: string, timeZone: string, weekdays: Array<Weekday>, size: number, state: DigestScheduleState, disabledReason: string | null, nextRunAt: string | null, topics: Array<{ slug: string, name: string }>, upcomingRuns: Array<{ at: string, localDate: string, shifted: boolean }> }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotAllowedError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type ResumeScheduleMutationVariables = Exact<{
  input: ChangeDigestScheduleInput;
}>;


export type ResumeScheduleMutation = { resumeDigestSchedule:
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'DigestSchedule', id: string, channelId: string, localTime: string, timeZone: string, weekdays: Array<Weekday>, size: number, state: DigestScheduleState, disabledReason: string | null, nextRunAt: string | null, topics: Array<{ slug: string, name: string }>, upcomingRuns: Array<{ at: string, localDate: string, shifted: boolean }> }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotAllowedError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type RemoveScheduleMutationVariables = Exact<{
  input: ChangeDigestScheduleInput;
}>;


export type RemoveScheduleMutation = { removeDigestSchedule:
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotAllowedError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'RemovedDigestSchedule' }
   };

export type ClaimDeliveriesMutationVariables = Exact<{
  input: ClaimDeliveriesInput;
}>;


export type ClaimDeliveriesMutation = { claimDeliveries:
    | { __typename: 'ClaimedDeliveries', deliveries: Array<{ leaseToken: string, leasedUntil: string, mayBePosted: boolean, delivery: { deliveryId: string, channelId: string, runAt: string, schedule: { timeZone: string }, edition: { items: Array<{ briefing: { slug: string, title: string, readingTimeMinutes: number, summary: { headline: string | null, short: string | null, keyPoints: Array<string> }, claims: Array<{ status: ClaimStatus }> } }>, prompt: { text: string } | null } } }> }
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotAllowedError', code: ErrorCode, message: string, path: Array<string> }
   };

export type RecordDeliveryMutationVariables = Exact<{
  input: RecordDeliveryInput;
}>;


export type RecordDeliveryMutation = { recordDelivery:
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'Delivery' }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotAllowedError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type FaqAnswerFragment = { slug: string, question: string, answer: string, stale: boolean, verifiedBy: string | null, verifiedAt: string | null, updatedAt: string, sectionId: string | null, briefing: { slug: string, title: string } | null };

export type ReadFaqEntryQueryVariables = Exact<{
  slug: string;
}>;


export type ReadFaqEntryQuery = { faqEntry:
    | { __typename: 'FaqEntry', slug: string, question: string, answer: string, stale: boolean, verifiedBy: string | null, verifiedAt: string | null, updatedAt: string, sectionId: string | null, briefing: { slug: string, title: string } | null }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'ObsoleteFaqEntryError' }
   };

export type FindFaqEntriesQueryVariables = Exact<{
  query: string;
  first: number;
}>;


export type FindFaqEntriesQuery = { search: Array<{ slug: string, title: string, node:
      | { __typename: 'Briefing' }
      | { __typename: 'Claim' }
      | { __typename: 'FaqEntry', slug: string, question: string, answer: string, stale: boolean, verifiedBy: string | null, verifiedAt: string | null, updatedAt: string, sectionId: string | null, briefing: { slug: string, title: string } | null }
      | { __typename: 'Section' }
     }> };

export type SuggestFaqEntriesQueryVariables = Exact<{
  typed: string;
}>;


export type SuggestFaqEntriesQuery = { complete: Array<{ slug: string, title: string }> };

export type ListFaqEntriesQueryVariables = Exact<{ [key: string]: never; }>;


export type ListFaqEntriesQuery = { faqEntries: { edges: Array<{ node: { slug: string, question: string, pinned: boolean } }> } };

export type AskQuestionMutationVariables = Exact<{
  input: AskQuestionInput;
}>;


export type AskQuestionMutation = { askQuestion:
    | { __typename: 'AskedQuestion', status: QuestionStatus | null }
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotAllowedError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'QuestionAnsweredError', code: ErrorCode, message: string, path: Array<string>, entry: { slug: string, question: string, answer: string, stale: boolean, verifiedBy: string | null, verifiedAt: string | null, updatedAt: string, sectionId: string | null, briefing: { slug: string, title: string } | null } | null }
    | { __typename: 'TooManyQuestionsError', retryAt: string, code: ErrorCode, message: string, path: Array<string> }
   };

export type ListQuestionsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListQuestionsQuery = { questions: { edges: Array<{ node: { id: string, words: string | null, timesAsked: number, lastAskedAt: string } }>, pageInfo: { hasNextPage: boolean } } };

export type AnswerQuestionMutationVariables = Exact<{
  input: AnswerQuestionInput;
}>;


export type AnswerQuestionMutation = { answerQuestion:
    | { __typename: 'AnsweredQuestion', entry: { slug: string, question: string, status: FaqStatus } | null }
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'DuplicateFaqEntryError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'FaqEntryConflictError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotAllowedError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'ObsoleteFaqEntryError', code: ErrorCode, message: string, path: Array<string> }
   };

export type DismissQuestionMutationVariables = Exact<{
  input: DismissQuestionInput;
}>;


export type DismissQuestionMutation = { dismissQuestion:
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'DecidedQuestion', question: { id: string } | null }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotAllowedError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
   };

export type ReportContentMutationVariables = Exact<{
  input: ReportContentInput;
}>;


export type ReportContentMutation = { reportContent:
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotAllowedError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string, path: Array<string> }
    | { __typename: 'SentReport', reportId: string }
    | { __typename: 'TooManyReportsError', retryAt: string, code: ErrorCode, message: string, path: Array<string> }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const DatedFragmentDoc = new TypedDocumentString(`
    fragment Dated on PartialDate {
  value
  precision
}
    `, {"fragmentName":"Dated"}) as unknown as TypedDocumentString<DatedFragment, unknown>;
export const CitedSourceFragmentDoc = new TypedDocumentString(`
    fragment CitedSource on Source {
  number
  publisher
  country
  owner
  ownerKind
  title
  url
  archivedUrl
  author
  publishedOn {
    ...Dated
  }
  paywalled
  reliability
}
    fragment Dated on PartialDate {
  value
  precision
}`, {"fragmentName":"CitedSource"}) as unknown as TypedDocumentString<CitedSourceFragment, unknown>;
export const ClaimLineFragmentDoc = new TypedDocumentString(`
    fragment ClaimLine on Claim {
  verbatim
  text
  speaker
  speakerRole
  statedOn {
    ...Dated
  }
  statedOnText
  reportedBy
  status
  credibility
  sources {
    number
  }
}
    fragment Dated on PartialDate {
  value
  precision
}`, {"fragmentName":"ClaimLine"}) as unknown as TypedDocumentString<ClaimLineFragment, unknown>;
export const SectionContentFragmentDoc = new TypedDocumentString(`
    fragment SectionContent on Section {
  id
  heading
  blocks {
    __typename
    id
    citations
    hints {
      priority
      shortForm
    }
    ... on ParagraphBlock {
      text
    }
    ... on PointsBlock {
      items {
        label
        text
        depth
      }
    }
    ... on TableBlock {
      caption
      columns {
        label
        unit
        align
      }
      rows
    }
    ... on QuoteBlock {
      claim {
        verbatim
        text
        speaker
        speakerRole
        statedOn {
          value
          precision
        }
        statedOnText
        reportedBy
        status
        credibility
        sources {
          number
        }
      }
    }
    ... on ExchangeBlock {
      interviewer
      guest
      question
      answer
    }
  }
}
    `, {"fragmentName":"SectionContent"}) as unknown as TypedDocumentString<SectionContentFragment, unknown>;
export const BriefingListItemFragmentDoc = new TypedDocumentString(`
    fragment BriefingListItem on Briefing {
  slug
  title
  publishedAt
  readingTimeMinutes
  summary {
    headline
    short
  }
}
    `, {"fragmentName":"BriefingListItem"}) as unknown as TypedDocumentString<BriefingListItemFragment, unknown>;
export const SectionTitleFragmentDoc = new TypedDocumentString(`
    fragment SectionTitle on Section {
  id
  heading
  kind
  parentId
}
    `, {"fragmentName":"SectionTitle"}) as unknown as TypedDocumentString<SectionTitleFragment, unknown>;
export const BriefingOverviewFragmentDoc = new TypedDocumentString(`
    fragment BriefingOverview on Briefing {
  slug
  title
  publishedAt
  updatedAt
  revision
  readingTimeMinutes
  importance
  contentWarnings
  summary {
    headline
    short
    keyPoints
  }
  topics {
    name
  }
  sections {
    ...SectionTitle
  }
  claims {
    status
  }
  sources {
    number
  }
  events {
    id
  }
  stakeholders {
    id
  }
  scenarios {
    id
  }
  perspectives {
    id
  }
  faq(first: 1) {
    edges {
      cursor
    }
  }
  prompts {
    text
    stanceNeutral
  }
}
    fragment SectionTitle on Section {
  id
  heading
  kind
  parentId
}`, {"fragmentName":"BriefingOverview"}) as unknown as TypedDocumentString<BriefingOverviewFragment, unknown>;
export const ProblemFragmentDoc = new TypedDocumentString(`
    fragment Problem on Error {
  code
  message
  path
}
    `, {"fragmentName":"Problem"}) as unknown as TypedDocumentString<ProblemFragment, unknown>;
export const UnavailableFragmentDoc = new TypedDocumentString(`
    fragment Unavailable on BriefingResult {
  __typename
  ... on BriefingComposing {
    slug
    message
  }
  ... on BriefingWithdrawn {
    slug
    reason
    withdrawnAt
  }
  ... on NotFoundError {
    ...Problem
  }
}
    fragment Problem on Error {
  code
  message
  path
}`, {"fragmentName":"Unavailable"}) as unknown as TypedDocumentString<UnavailableFragment, unknown>;
export const ScheduleLineFragmentDoc = new TypedDocumentString(`
    fragment ScheduleLine on DigestSchedule {
  id
  channelId
  localTime
  timeZone
  weekdays
  topics {
    slug
    name
  }
  size
  state
  disabledReason
  nextRunAt
  upcomingRuns(first: 3) {
    at
    localDate
    shifted
  }
}
    `, {"fragmentName":"ScheduleLine"}) as unknown as TypedDocumentString<ScheduleLineFragment, unknown>;
export const DigestItemFragmentDoc = new TypedDocumentString(`
    fragment DigestItem on Briefing {
  slug
  title
  readingTimeMinutes
  summary {
    headline
    short
    keyPoints
  }
  claims {
    status
  }
}
    `, {"fragmentName":"DigestItem"}) as unknown as TypedDocumentString<DigestItemFragment, unknown>;
export const FaqAnswerFragmentDoc = new TypedDocumentString(`
    fragment FaqAnswer on FaqEntry {
  slug
  question
  answer
  stale
  verifiedBy
  verifiedAt
  updatedAt
  sectionId
  briefing {
    slug
    title
  }
}
    `, {"fragmentName":"FaqAnswer"}) as unknown as TypedDocumentString<FaqAnswerFragment, unknown>;
export const ApiIsUpDocument = new TypedDocumentString(`
    query ApiIsUp {
  __typename
}
    `, {"hash":"sha256:6a2ae40916c9e804c01b153274cd56a56a57ed389106967dd344529a6ad92734"}) as unknown as TypedDocumentString<ApiIsUpQuery, ApiIsUpQueryVariables>;
export const ReadSectionsDocument = new TypedDocumentString(`
    query ReadSections($slug: Slug!) {
  briefing(slug: $slug) {
    ...Unavailable
    ... on BriefingReady {
      briefing {
        slug
        title
        sections {
          ...SectionTitle
        }
      }
    }
  }
}
    fragment SectionTitle on Section {
  id
  heading
  kind
  parentId
}
fragment Problem on Error {
  code
  message
  path
}
fragment Unavailable on BriefingResult {
  __typename
  ... on BriefingComposing {
    slug
    message
  }
  ... on BriefingWithdrawn {
    slug
    reason
    withdrawnAt
  }
  ... on NotFoundError {
    ...Problem
  }
}`, {"hash":"sha256:c749fbe65b0dfc5b678aa461db9276702383144928ebf0b2a9452758e2440c9d"}) as unknown as TypedDocumentString<ReadSectionsQuery, ReadSectionsQueryVariables>;
export const ReadSectionDocument = new TypedDocumentString(`
    query ReadSection($slug: Slug!, $sectionId: String!) {
  briefing(slug: $slug) {
    ...Unavailable
    ... on BriefingReady {
      briefing {
        slug
        title
        sections {
          ...SectionTitle
        }
        section(id: $sectionId) {
          ...SectionContent
        }
        sources {
          ...CitedSource
        }
      }
    }
  }
}
    fragment Dated on PartialDate {
  value
  precision
}
fragment CitedSource on Source {
  number
  publisher
  country
  owner
  ownerKind
  title
  url
  archivedUrl
  author
  publishedOn {
    ...Dated
  }
  paywalled
  reliability
}
fragment SectionTitle on Section {
  id
  heading
  kind
  parentId
}
fragment SectionContent on Section {
  id
  heading
  blocks {
    __typename
    id
    citations
    hints {
      priority
      shortForm
    }
    ... on ParagraphBlock {
      text
    }
    ... on PointsBlock {
      items {
        label
        text
        depth
      }
    }
    ... on TableBlock {
      caption
      columns {
        label
        unit
        align
      }
      rows
    }
    ... on QuoteBlock {
      claim {
        verbatim
        text
        speaker
        speakerRole
        statedOn {
          value
          precision
        }
        statedOnText
        reportedBy
        status
        credibility
        sources {
          number
        }
      }
    }
    ... on ExchangeBlock {
      interviewer
      guest
      question
      answer
    }
  }
}
fragment Problem on Error {
  code
  message
  path
}
fragment Unavailable on BriefingResult {
  __typename
  ... on BriefingComposing {
    slug
    message
  }
  ... on BriefingWithdrawn {
    slug
    reason
    withdrawnAt
  }
  ... on NotFoundError {
    ...Problem
  }
}`, {"hash":"sha256:aa534c07a9b427ccc9a61188b12e88b45af6c2e6b4c3a8522c8ccc0958b8c551"}) as unknown as TypedDocumentString<ReadSectionQuery, ReadSectionQueryVariables>;
export const ReadSourcesDocument = new TypedDocumentString(`
    query ReadSources($slug: Slug!) {
  briefing(slug: $slug) {
    ...Unavailable
    ... on BriefingReady {
      briefing {
        slug
        title
        sources {
          ...CitedSource
        }
      }
    }
  }
}
    fragment Dated on PartialDate {
  value
  precision
}
fragment CitedSource on Source {
  number
  publisher
  country
  owner
  ownerKind
  title
  url
  archivedUrl
  author
  publishedOn {
    ...Dated
  }
  paywalled
  reliability
}
fragment Problem on Error {
  code
  message
  path
}
fragment Unavailable on BriefingResult {
  __typename
  ... on BriefingComposing {
    slug
    message
  }
  ... on BriefingWithdrawn {
    slug
    reason
    withdrawnAt
  }
  ... on NotFoundError {
    ...Problem
  }
}`, {"hash":"sha256:555ebc4e99c9cea42c9805e55788479a192fb43e5930164b8bd6e789aa62cf2f"}) as unknown as TypedDocumentString<ReadSourcesQuery, ReadSourcesQueryVariables>;
export const ReadClaimsDocument = new TypedDocumentString(`
    query ReadClaims($slug: Slug!) {
  briefing(slug: $slug) {
    ...Unavailable
    ... on BriefingReady {
      briefing {
        slug
        title
        claims {
          ...ClaimLine
        }
      }
    }
  }
}
    fragment Dated on PartialDate {
  value
  precision
}
fragment ClaimLine on Claim {
  verbatim
  text
  speaker
  speakerRole
  statedOn {
    ...Dated
  }
  statedOnText
  reportedBy
  status
  credibility
  sources {
    number
  }
}
fragment Problem on Error {
  code
  message
  path
}
fragment Unavailable on BriefingResult {
  __typename
  ... on BriefingComposing {
    slug
    message
  }
  ... on BriefingWithdrawn {
    slug
    reason
    withdrawnAt
  }
  ... on NotFoundError {
    ...Problem
  }
}`, {"hash":"sha256:b308f3e8ad486e5e440ebe785901da47f7000a66a9d1a2bc993be7d664f50928"}) as unknown as TypedDocumentString<ReadClaimsQuery, ReadClaimsQueryVariables>;
export const ReadTimelineDocument = new TypedDocumentString(`
    query ReadTimeline($slug: Slug!) {
  briefing(slug: $slug) {
    ...Unavailable
    ... on BriefingReady {
      briefing {
        slug
        title
        events {
          title
          date {
            ...Dated
          }
          dateText
          place
          participants
          state
          sources {
            number
          }
        }
      }
    }
  }
}
    fragment Dated on PartialDate {
  value
  precision
}
fragment Problem on Error {
  code
  message
  path
}
fragment Unavailable on BriefingResult {
  __typename
  ... on BriefingComposing {
    slug
    message
  }
  ... on BriefingWithdrawn {
    slug
    reason
    withdrawnAt
  }
  ... on NotFoundError {
    ...Problem
  }
}`, {"hash":"sha256:06b8445220eee8e75b6432c25d377cdd0749322b47d063e332f2c2053d9901ee"}) as unknown as TypedDocumentString<ReadTimelineQuery, ReadTimelineQueryVariables>;
export const ReadStakeholdersDocument = new TypedDocumentString(`
    query ReadStakeholders($slug: Slug!) {
  briefing(slug: $slug) {
    ...Unavailable
    ... on BriefingReady {
      briefing {
        slug
        title
        stakeholders {
          name
          interests
          leverage
          redLines
          sources {
            number
          }
        }
        perspectives {
          holder
          view
          sources {
            number
          }
        }
      }
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}
fragment Unavailable on BriefingResult {
  __typename
  ... on BriefingComposing {
    slug
    message
  }
  ... on BriefingWithdrawn {
    slug
    reason
    withdrawnAt
  }
  ... on NotFoundError {
    ...Problem
  }
}`, {"hash":"sha256:a76e70a59cd9db1287bff753ad87f1d566ec30ca040460208dcf20bf5569471d"}) as unknown as TypedDocumentString<ReadStakeholdersQuery, ReadStakeholdersQueryVariables>;
export const ReadScenariosDocument = new TypedDocumentString(`
    query ReadScenarios($slug: Slug!) {
  briefing(slug: $slug) {
    ...Unavailable
    ... on BriefingReady {
      briefing {
        slug
        title
        scenarios {
          title
          description
          likelihood
          indicators
          horizon {
            ...Dated
          }
          outcome {
            text
            recordedAt
          }
          sources {
            number
          }
        }
      }
    }
  }
}
    fragment Dated on PartialDate {
  value
  precision
}
fragment Problem on Error {
  code
  message
  path
}
fragment Unavailable on BriefingResult {
  __typename
  ... on BriefingComposing {
    slug
    message
  }
  ... on BriefingWithdrawn {
    slug
    reason
    withdrawnAt
  }
  ... on NotFoundError {
    ...Problem
  }
}`, {"hash":"sha256:f4dc54f5ce7eb45b1a4af07e4af9c8b3d7484f9d526def1619f3ab1389842084"}) as unknown as TypedDocumentString<ReadScenariosQuery, ReadScenariosQueryVariables>;
export const ReadBriefingFaqDocument = new TypedDocumentString(`
    query ReadBriefingFaq($slug: Slug!) {
  briefing(slug: $slug) {
    ...Unavailable
    ... on BriefingReady {
      briefing {
        slug
        title
        faq(first: 100) {
          edges {
            node {
              slug
              question
              stale
            }
          }
        }
      }
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}
fragment Unavailable on BriefingResult {
  __typename
  ... on BriefingComposing {
    slug
    message
  }
  ... on BriefingWithdrawn {
    slug
    reason
    withdrawnAt
  }
  ... on NotFoundError {
    ...Problem
  }
}`, {"hash":"sha256:55aabbde0a1e6c52625fe30d465b78fffec2063fe217fcedeaf9b4c71c3ceea0"}) as unknown as TypedDocumentString<ReadBriefingFaqQuery, ReadBriefingFaqQueryVariables>;
export const ReadBriefingDocument = new TypedDocumentString(`
    query ReadBriefing($slug: Slug!) {
  briefing(slug: $slug) {
    ...Unavailable
    ... on BriefingReady {
      briefing {
        ...BriefingOverview
      }
    }
  }
}
    fragment SectionTitle on Section {
  id
  heading
  kind
  parentId
}
fragment Problem on Error {
  code
  message
  path
}
fragment BriefingOverview on Briefing {
  slug
  title
  publishedAt
  updatedAt
  revision
  readingTimeMinutes
  importance
  contentWarnings
  summary {
    headline
    short
    keyPoints
  }
  topics {
    name
  }
  sections {
    ...SectionTitle
  }
  claims {
    status
  }
  sources {
    number
  }
  events {
    id
  }
  stakeholders {
    id
  }
  scenarios {
    id
  }
  perspectives {
    id
  }
  faq(first: 1) {
    edges {
      cursor
    }
  }
  prompts {
    text
    stanceNeutral
  }
}
fragment Unavailable on BriefingResult {
  __typename
  ... on BriefingComposing {
    slug
    message
  }
  ... on BriefingWithdrawn {
    slug
    reason
    withdrawnAt
  }
  ... on NotFoundError {
    ...Problem
  }
}`, {"hash":"sha256:07e6b9cf3f6135953c49ce982218a4991c09d36f18a059981a6120d2fbf47dc4"}) as unknown as TypedDocumentString<ReadBriefingQuery, ReadBriefingQueryVariables>;
export const LatestBriefingsDocument = new TypedDocumentString(`
    query LatestBriefings($topics: [Slug!], $first: Int!) {
  briefings(first: $first, topics: $topics, orderBy: NEWEST) {
    edges {
      node {
        ...BriefingListItem
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment BriefingListItem on Briefing {
  slug
  title
  publishedAt
  readingTimeMinutes
  summary {
    headline
    short
  }
}`, {"hash":"sha256:7d1f6dfda9a00ea2a4c361ee5fda2287813366c8081af05d489975461c73e0b0"}) as unknown as TypedDocumentString<LatestBriefingsQuery, LatestBriefingsQueryVariables>;
export const SuggestBriefingsDocument = new TypedDocumentString(`
    query SuggestBriefings($typed: String!) {
  complete(prefix: $typed, kind: BRIEFING, first: 25) {
    slug
    title
  }
}
    `, {"hash":"sha256:902652ab0a63da5f4fc05957eceb986e0e031f774a73e0ce707fd4abe8f97226"}) as unknown as TypedDocumentString<SuggestBriefingsQuery, SuggestBriefingsQueryVariables>;
export const FindBriefingsDocument = new TypedDocumentString(`
    query FindBriefings($query: String!) {
  search(query: $query, kinds: [BRIEFING], first: 25) {
    slug
    title
  }
}
    `, {"hash":"sha256:98fd0f35676af577a44445a24c22778a1424f835a00924c2b73680cc350c30cc"}) as unknown as TypedDocumentString<FindBriefingsQuery, FindBriefingsQueryVariables>;
export const SuggestTopicsDocument = new TypedDocumentString(`
    query SuggestTopics {
  topics(first: 100) {
    edges {
      node {
        slug
        name
      }
    }
  }
}
    `, {"hash":"sha256:3391d9dbdce3644d3f70a97616aa281cc926262f904b8522b2e17cfaf19a1fae"}) as unknown as TypedDocumentString<SuggestTopicsQuery, SuggestTopicsQueryVariables>;
export const CommunitySettingsDocument = new TypedDocumentString(`
    query CommunitySettings($id: String!) {
  community(id: $id) {
    timeZone
  }
}
    `, {"hash":"sha256:75ff31deddbd044e799e3c4c2e82387dae0f7631db7349b0b15248f4823b745c"}) as unknown as TypedDocumentString<CommunitySettingsQuery, CommunitySettingsQueryVariables>;
export const ListSchedulesDocument = new TypedDocumentString(`
    query ListSchedules {
  digestSchedules(first: 100) {
    edges {
      node {
        ...ScheduleLine
        lastDelivery {
          state
          reason
          postedAt
          runAt
        }
      }
    }
  }
}
    fragment ScheduleLine on DigestSchedule {
  id
  channelId
  localTime
  timeZone
  weekdays
  topics {
    slug
    name
  }
  size
  state
  disabledReason
  nextRunAt
  upcomingRuns(first: 3) {
    at
    localDate
    shifted
  }
}`, {"hash":"sha256:764bb87e9aa593acae5752467745036bc430b7838e9f1e5c5d0389c6bb231ad2"}) as unknown as TypedDocumentString<ListSchedulesQuery, ListSchedulesQueryVariables>;
export const PreviewDigestDocument = new TypedDocumentString(`
    query PreviewDigest($scheduleId: ID!) {
  digestPreview(scheduleId: $scheduleId) {
    __typename
    ... on Error {
      ...Problem
    }
    ... on DigestPreview {
      nextRunAt
      schedule {
        channelId
        timeZone
      }
      edition {
        items {
          briefing {
            ...DigestItem
          }
        }
        prompt {
          text
        }
      }
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}
fragment DigestItem on Briefing {
  slug
  title
  readingTimeMinutes
  summary {
    headline
    short
    keyPoints
  }
  claims {
    status
  }
}`, {"hash":"sha256:74b3ee05efbd606fb20affcd70f28aa702afa37c3af13b29b1aa3dacfe196720"}) as unknown as TypedDocumentString<PreviewDigestQuery, PreviewDigestQueryVariables>;
export const RegisterCommunityDocument = new TypedDocumentString(`
    mutation RegisterCommunity($input: RegisterCommunityInput!) {
  registerCommunity(input: $input) {
    __typename
    ... on Error {
      ...Problem
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}`, {"hash":"sha256:5b3266fd61bb64a25caa4101be18f50087d9b9ce640df9aa9295813738496534"}) as unknown as TypedDocumentString<RegisterCommunityMutation, RegisterCommunityMutationVariables>;
export const CreateScheduleDocument = new TypedDocumentString(`
    mutation CreateSchedule($input: CreateDigestScheduleInput!) {
  createDigestSchedule(input: $input) {
    __typename
    ... on Error {
      ...Problem
    }
    ... on DigestSchedule {
      ...ScheduleLine
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}
fragment ScheduleLine on DigestSchedule {
  id
  channelId
  localTime
  timeZone
  weekdays
  topics {
    slug
    name
  }
  size
  state
  disabledReason
  nextRunAt
  upcomingRuns(first: 3) {
    at
    localDate
    shifted
  }
}`, {"hash":"sha256:72f96f3e1fc4be93cab6b315a5abfddbbdc1b587941009924658c9bccebda7bf"}) as unknown as TypedDocumentString<CreateScheduleMutation, CreateScheduleMutationVariables>;
export const PauseScheduleDocument = new TypedDocumentString(`
    mutation PauseSchedule($input: ChangeDigestScheduleInput!) {
  pauseDigestSchedule(input: $input) {
    __typename
    ... on Error {
      ...Problem
    }
    ... on DigestSchedule {
      ...ScheduleLine
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}
fragment ScheduleLine on DigestSchedule {
  id
  channelId
  localTime
  timeZone
  weekdays
  topics {
    slug
    name
  }
  size
  state
  disabledReason
  nextRunAt
  upcomingRuns(first: 3) {
    at
    localDate
    shifted
  }
}`, {"hash":"sha256:1b7ec9f7878fb8af0a2b701b56697447e4c74f5dc17671b746d367ecf8cc5ede"}) as unknown as TypedDocumentString<PauseScheduleMutation, PauseScheduleMutationVariables>;
export const ResumeScheduleDocument = new TypedDocumentString(`
    mutation ResumeSchedule($input: ChangeDigestScheduleInput!) {
  resumeDigestSchedule(input: $input) {
    __typename
    ... on Error {
      ...Problem
    }
    ... on DigestSchedule {
      ...ScheduleLine
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}
fragment ScheduleLine on DigestSchedule {
  id
  channelId
  localTime
  timeZone
  weekdays
  topics {
    slug
    name
  }
  size
  state
  disabledReason
  nextRunAt
  upcomingRuns(first: 3) {
    at
    localDate
    shifted
  }
}`, {"hash":"sha256:24260e8065b528d2586d62813aa35b49a11f1adb05af9a6d3dbd4ac92c99dc02"}) as unknown as TypedDocumentString<ResumeScheduleMutation, ResumeScheduleMutationVariables>;
export const RemoveScheduleDocument = new TypedDocumentString(`
    mutation RemoveSchedule($input: ChangeDigestScheduleInput!) {
  removeDigestSchedule(input: $input) {
    __typename
    ... on Error {
      ...Problem
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}`, {"hash":"sha256:4c4b18608028a92320a9e0c7d544093c400559bdc94c3cc687fa72d61a716dbc"}) as unknown as TypedDocumentString<RemoveScheduleMutation, RemoveScheduleMutationVariables>;
export const ClaimDeliveriesDocument = new TypedDocumentString(`
    mutation ClaimDeliveries($input: ClaimDeliveriesInput!) {
  claimDeliveries(input: $input) {
    __typename
    ... on Error {
      ...Problem
    }
    ... on ClaimedDeliveries {
      deliveries {
        leaseToken
        leasedUntil
        mayBePosted
        delivery {
          deliveryId
          channelId
          runAt
          schedule {
            timeZone
          }
          edition {
            items {
              briefing {
                ...DigestItem
              }
            }
            prompt {
              text
            }
          }
        }
      }
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}
fragment DigestItem on Briefing {
  slug
  title
  readingTimeMinutes
  summary {
    headline
    short
    keyPoints
  }
  claims {
    status
  }
}`, {"hash":"sha256:2e3b875520076be8c2216e94a5669ad9c55d63a5b4ccfc945b3bac52186d02cd"}) as unknown as TypedDocumentString<ClaimDeliveriesMutation, ClaimDeliveriesMutationVariables>;
export const RecordDeliveryDocument = new TypedDocumentString(`
    mutation RecordDelivery($input: RecordDeliveryInput!) {
  recordDelivery(input: $input) {
    __typename
    ... on Error {
      ...Problem
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}`, {"hash":"sha256:d83a505aa5d49689a382756dd4da0eca72c0f3446bebbf29ba78adc65ea91985"}) as unknown as TypedDocumentString<RecordDeliveryMutation, RecordDeliveryMutationVariables>;
export const ReadFaqEntryDocument = new TypedDocumentString(`
    query ReadFaqEntry($slug: Slug!) {
  faqEntry(slug: $slug) {
    __typename
    ... on FaqEntry {
      ...FaqAnswer
    }
    ... on NotFoundError {
      ...Problem
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}
fragment FaqAnswer on FaqEntry {
  slug
  question
  answer
  stale
  verifiedBy
  verifiedAt
  updatedAt
  sectionId
  briefing {
    slug
    title
  }
}`, {"hash":"sha256:5f63c818c6b1571aae19155cee71bcfc91c3ebfcb77371aae89efa3fc3847a75"}) as unknown as TypedDocumentString<ReadFaqEntryQuery, ReadFaqEntryQueryVariables>;
export const FindFaqEntriesDocument = new TypedDocumentString(`
    query FindFaqEntries($query: String!, $first: Int!) {
  search(query: $query, kinds: [FAQ_ENTRY], first: $first) {
    slug
    title
    node {
      __typename
      ... on FaqEntry {
        ...FaqAnswer
      }
    }
  }
}
    fragment FaqAnswer on FaqEntry {
  slug
  question
  answer
  stale
  verifiedBy
  verifiedAt
  updatedAt
  sectionId
  briefing {
    slug
    title
  }
}`, {"hash":"sha256:3f49a4ce6c3167b6079d8f025eea22fcf945a28126d8489f63e8ced157b0a4d9"}) as unknown as TypedDocumentString<FindFaqEntriesQuery, FindFaqEntriesQueryVariables>;
export const SuggestFaqEntriesDocument = new TypedDocumentString(`
    query SuggestFaqEntries($typed: String!) {
  complete(prefix: $typed, kind: FAQ_ENTRY, first: 25) {
    slug
    title
  }
}
    `, {"hash":"sha256:8eb02c3f131d86c9f5b274bf7c2fc8db14d496ba4be059abc705ab6f4020d4e1"}) as unknown as TypedDocumentString<SuggestFaqEntriesQuery, SuggestFaqEntriesQueryVariables>;
export const ListFaqEntriesDocument = new TypedDocumentString(`
    query ListFaqEntries {
  faqEntries(first: 100) {
    edges {
      node {
        slug
        question
        pinned
      }
    }
  }
}
    `, {"hash":"sha256:d9b34702b6f0a5c4e72b9b15ace9f9dbd8269ddd2b2c6452d67bc12aebb6568b"}) as unknown as TypedDocumentString<ListFaqEntriesQuery, ListFaqEntriesQueryVariables>;
export const AskQuestionDocument = new TypedDocumentString(`
    mutation AskQuestion($input: AskQuestionInput!) {
  askQuestion(input: $input) {
    __typename
    ... on AskedQuestion {
      status
    }
    ... on QuestionAnsweredError {
      entry {
        ...FaqAnswer
      }
    }
    ... on TooManyQuestionsError {
      retryAt
    }
    ... on Error {
      ...Problem
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}
fragment FaqAnswer on FaqEntry {
  slug
  question
  answer
  stale
  verifiedBy
  verifiedAt
  updatedAt
  sectionId
  briefing {
    slug
    title
  }
}`, {"hash":"sha256:0f4e0a8feed866db298ea881d695a08ccfd7d1da3a60573f976ba9b6907e9761"}) as unknown as TypedDocumentString<AskQuestionMutation, AskQuestionMutationVariables>;
export const ListQuestionsDocument = new TypedDocumentString(`
    query ListQuestions {
  questions(first: 100, status: OPEN) {
    edges {
      node {
        id
        words
        timesAsked
        lastAskedAt
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `, {"hash":"sha256:5e432e5acec491293c557f867c6c50ff3b004a4da2804df1b3d1ef762f348b7c"}) as unknown as TypedDocumentString<ListQuestionsQuery, ListQuestionsQueryVariables>;
export const AnswerQuestionDocument = new TypedDocumentString(`
    mutation AnswerQuestion($input: AnswerQuestionInput!) {
  answerQuestion(input: $input) {
    __typename
    ... on AnsweredQuestion {
      entry {
        slug
        question
        status
      }
    }
    ... on Error {
      ...Problem
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}`, {"hash":"sha256:f610b35c07dd408904b3fa3b5ca069876f5e427f61deb83d980bf8121799b600"}) as unknown as TypedDocumentString<AnswerQuestionMutation, AnswerQuestionMutationVariables>;
export const DismissQuestionDocument = new TypedDocumentString(`
    mutation DismissQuestion($input: DismissQuestionInput!) {
  dismissQuestion(input: $input) {
    __typename
    ... on DecidedQuestion {
      question {
        id
      }
    }
    ... on Error {
      ...Problem
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}`, {"hash":"sha256:04703d20d2b5f4c7fa6fe21118faa67dff1f568ae63f0a378140633d78145238"}) as unknown as TypedDocumentString<DismissQuestionMutation, DismissQuestionMutationVariables>;
export const ReportContentDocument = new TypedDocumentString(`
    mutation ReportContent($input: ReportContentInput!) {
  reportContent(input: $input) {
    __typename
    ... on SentReport {
      reportId
    }
    ... on TooManyReportsError {
      retryAt
    }
    ... on Error {
      ...Problem
    }
  }
}
    fragment Problem on Error {
  code
  message
  path
}`, {"hash":"sha256:050607625dc8728e58141a14946199af57fef74ae2efc0b95caa7ff812706a8b"}) as unknown as TypedDocumentString<ReportContentMutation, ReportContentMutationVariables>;