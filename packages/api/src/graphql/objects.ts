/** The shapes behind the types that several features refer to: by name, so that no `graphql.ts` imports another. */
import type { Provenance } from '../briefings/compose-draft.ts';
import type { Dated } from '../briefings/document.ts';
import type { Block, Claim, Correction, Prompt, Section, Source } from '../briefings/readable-document.ts';
import type { PublishedBriefing } from '../briefings/find-briefings.ts';
import type { EditorialBriefing, EditorialRevision } from '../briefings/find-editorial.ts';
import type { Article } from '../articles/list-articles.ts';
import type { Feed } from '../feeds/find-feeds.ts';
import type { Change } from '../changes/list-changes.ts';
import type { FaqEntry } from '../faq/find-entries.ts';
import type { Topic } from '../topics/find-topics.ts';
import type { TopicOfBriefing } from '../briefings/topics-of-document.ts';

export interface SharedInterfaces {
  Block: Block;
  /** What every FAQ entry has, published or not. */
  FaqEntryContent: FaqEntry;
  /** What every revision of a briefing has, published or not. */
  BriefingContent: Pick<
    PublishedBriefing,
    'communityId' | 'slug' | 'revision' | 'document' | 'wordCount' | 'provenance'
  >;
}

export interface SharedObjects {
  Article: Article;
  Briefing: PublishedBriefing;
  BriefingRevision: EditorialRevision;
  Change: Change;
  Claim: Claim;
  Correction: Correction;
  EditorialBriefing: EditorialBriefing;
  EditorialFaqEntry: FaqEntry;
  FaqEntry: FaqEntry;
  Feed: Feed;
  PartialDate: Dated;
  Prompt: Prompt;
  Provenance: Provenance;
  Section: Section;
  Source: Source;
  /** With provenance where it is a briefing's. */
  Topic: Topic & Partial<Pick<TopicOfBriefing, 'provenance'>>;
}
