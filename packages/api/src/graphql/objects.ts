/** The shapes behind the types that several features refer to: by name, so that no `graphql.ts` imports another. */
import type { Dated } from '../briefings/document.ts';
import type { Block, Claim, Prompt, Section, Source } from '../briefings/readable-document.ts';
import type { PublishedBriefing } from '../briefings/find-briefings.ts';
import type { Change } from '../changes/list-changes.ts';
import type { FaqEntry } from '../faq/find-entries.ts';
import type { Topic } from '../topics/find-topics.ts';

export interface SharedInterfaces {
  Block: Block;
}

export interface SharedObjects {
  Briefing: PublishedBriefing;
  Change: Change;
  Claim: Claim;
  FaqEntry: FaqEntry;
  PartialDate: Dated;
  Prompt: Prompt;
  Section: Section;
  Source: Source;
  Topic: Topic;
}
