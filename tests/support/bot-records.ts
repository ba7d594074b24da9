/** Valid answers of the API, as the bot's operations shape them; a test overrides what matters to it. */
import type {
  BriefingOverviewFragment,
  CitedSourceFragment,
  ClaimLineFragment,
  DigestItemFragment,
  FaqAnswerFragment,
  ScheduleLineFragment,
  SectionContentFragment,
  SectionTitleFragment,
} from '@communique/bot/api/generated/graphql';
import type { SectionPage } from '@communique/bot/messages/briefing-section';

export type Block = SectionContentFragment['blocks'][number];

export function anOverview(wish: Partial<BriefingOverviewFragment> = {}): BriefingOverviewFragment {
  return {
    slug: 'talks',
    title: 'Talks in Riyadh',
    publishedAt: '2025-02-18T09:00:00.000Z',
    updatedAt: '2025-02-18T09:00:00.000Z',
    revision: 1,
    readingTimeMinutes: 4,
    importance: 4,
    contentWarnings: [],
    summary: { headline: 'They met.', short: 'Two ministers met.', keyPoints: ['One', 'Two'] },
    topics: [{ name: 'Diplomacy' }],
    sections: [aSectionTitle()],
    claims: [{ status: 'UNVERIFIED' }, { status: 'VERIFIED' }, { status: 'UNVERIFIED' }],
    sources: [{ number: 1 }],
    events: [{ id: 'e1' }],
    stakeholders: [{ id: 's1' }],
    scenarios: [{ id: 'c1' }],
    perspectives: [],
    faq: { edges: [{ cursor: 'a' }] },
    prompts: [{ text: 'Who gains?', stanceNeutral: true }],
    ...wish,
  };
}

export function aSectionTitle(wish: Partial<SectionTitleFragment> = {}): SectionTitleFragment {
  return { id: 'background', heading: 'Background', kind: 'BACKGROUND', parentId: null, ...wish };
}

export function aSource(wish: Partial<CitedSourceFragment> = {}): CitedSourceFragment {
  return {
    number: 1,
    publisher: 'Reuters',
    country: 'GB',
    owner: 'Thomson Reuters',
    ownerKind: 'PRIVATE',
    title: 'Ministers meet',
    url: 'https://example.org/a',
    archivedUrl: null,
    author: null,
    publishedOn: { value: '2025-02-18', precision: 'DAY' },
    paywalled: false,
    reliability: 'A',
    ...wish,
  };
}

export function aClaim(wish: Partial<ClaimLineFragment> = {}): ClaimLineFragment {
  return {
    verbatim: true,
    text: 'We will meet again.',
    speaker: 'Sergei Ryabkov',
    speakerRole: 'Deputy Foreign Minister',
    statedOn: { value: '2025-02', precision: 'MONTH' },
    statedOnText: null,
    reportedBy: ['RIA Novosti'],
    status: 'UNVERIFIED',
    credibility: 6,
    sources: [{ number: 1 }],
    ...wish,
  };
}

export function aParagraph(text: string, wish: Partial<Block> = {}): Block {
  return {
    __typename: 'ParagraphBlock',
    id: 'p1',
    citations: [1],
    hints: { priority: 3, shortForm: null },
    text,
    ...wish,
  } as Block;
}

export function aSectionPage(blocks: Block[], wish: Partial<SectionPage> = {}): SectionPage {
  return {
    slug: 'talks',
    title: 'Talks in Riyadh',
    sections: [aSectionTitle()],
    section: { id: 'background', heading: 'Background', blocks },
    sources: [aSource()],
    ...wish,
  };
}

export function anEntry(wish: Partial<FaqAnswerFragment> = {}): FaqAnswerFragment {
  return {
    slug: 'who-met',
    question: 'Who met?',
    answer: 'Two ministers.',
    stale: false,
    verifiedBy: 'Ada',
    verifiedAt: '2025-02-18T09:00:00.000Z',
    updatedAt: '2025-02-18T09:00:00.000Z',
    sectionId: 'background',
    briefing: { slug: 'talks', title: 'Talks in Riyadh' },
    ...wish,
  };
}

export function aDigestItem(wish: Partial<DigestItemFragment> = {}): DigestItemFragment {
  return {
    slug: 'talks',
    title: 'Talks in Riyadh',
    readingTimeMinutes: 4,
    summary: {
      headline: 'They met.',
      short: 'Two ministers met.',
      keyPoints: ['One', 'Two', 'Three', 'Four'],
    },
    claims: [{ status: 'UNVERIFIED' }],
    ...wish,
  };
}

export function aScheduleLine(wish: Partial<ScheduleLineFragment> = {}): ScheduleLineFragment {
  return {
    id: 'c2NoZWR1bGU6MQ==',
    channelId: '1336000000000000011',
    localTime: '09:00',
    timeZone: 'Europe/Berlin',
    weekdays: ['MONDAY', 'WEDNESDAY'],
    topics: [],
    size: 3,
    state: 'ACTIVE',
    disabledReason: null,
    nextRunAt: '2025-02-19T08:00:00.000Z',
    upcomingRuns: [{ at: '2025-02-19T08:00:00.000Z', localDate: '2025-02-19', shifted: false }],
    ...wish,
  };
}
