import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { briefingOverview } from '@communique/bot/messages/briefing-overview';
import { briefingSection } from '@communique/bot/messages/briefing-section';
import {
  actorList,
  briefingFaq,
  claimList,
  scenarioList,
  sourceList,
  timeline,
} from '@communique/bot/messages/briefing-lists';
import { briefingList } from '@communique/bot/messages/briefing-list';
import { digestMessage } from '@communique/bot/messages/digest-message';
import { faqAnswer, faqMiss } from '@communique/bot/messages/faq-messages';
import { scheduleList } from '@communique/bot/messages/schedule-messages';
import { aScheduleLine } from '../../support/bot-records.ts';
import { messageProblems } from '../../support/discord-rules.ts';
import {
  anyClaim,
  anyDigestItem,
  anyEntry,
  anyEvent,
  anyLine,
  anyOverview,
  anyProse,
  anyScenario,
  anySectionPage,
  anySlug,
  anySource,
  anyStakeholder,
} from '../../support/bot-arbitraries.ts';

vi.setConfig({ testTimeout: 30_000 });

const RUNS = { numRuns: 60 };
const page = fc.integer({ min: 0, max: 30 });
const slugAndTitle = { slug: anySlug, title: anyLine(200) };

describe('whatever a document within its limits says, the message is one Discord takes', () => {
  test('an overview, on any page of its menu', () => {
    fc.assert(
      fc.property(anyOverview, page, (overview, menuPage) => {
        expect(messageProblems(briefingOverview(overview, menuPage))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a section, in short and on any page', () => {
    fc.assert(
      fc.property(anySectionPage, page, (section, wanted) => {
        expect(messageProblems(briefingSection(section, wanted))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('sources', () => {
    fc.assert(
      fc.property(
        fc.record({ ...slugAndTitle, sources: fc.array(anySource, { maxLength: 60 }) }),
        page,
        (briefing, at) => {
          expect(messageProblems(sourceList(briefing, at))).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  test('claims', () => {
    fc.assert(
      fc.property(
        fc.record({ ...slugAndTitle, claims: fc.array(anyClaim, { maxLength: 30 }) }),
        page,
        (briefing, at) => {
          expect(messageProblems(claimList(briefing, at))).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  test('a timeline', () => {
    fc.assert(
      fc.property(
        fc.record({ ...slugAndTitle, events: fc.array(anyEvent, { maxLength: 40 }) }),
        page,
        (briefing, at) => {
          expect(messageProblems(timeline(briefing, at))).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  test('actors and how they see it', () => {
    const perspectives = fc.array(
      fc.record({
        holder: anyLine(500),
        view: anyProse,
        sources: fc.array(fc.record({ number: fc.nat(60) })),
      }),
      { maxLength: 5 },
    );
    const briefing = fc.record({
      ...slugAndTitle,
      stakeholders: fc.array(anyStakeholder, { maxLength: 10 }),
      perspectives,
    });
    fc.assert(
      fc.property(briefing, page, (each, at) => {
        expect(messageProblems(actorList(each, at))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('scenarios', () => {
    fc.assert(
      fc.property(
        fc.record({ ...slugAndTitle, scenarios: fc.array(anyScenario, { maxLength: 10 }) }),
        page,
        (briefing, at) => {
          expect(messageProblems(scenarioList(briefing, at))).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  test('the questions of a briefing', () => {
    const edges = fc.uniqueArray(
      fc.record({ node: fc.record({ slug: anySlug, question: anyLine(500), stale: fc.boolean() }) }),
      { maxLength: 100, selector: ({ node }) => node.slug },
    );
    fc.assert(
      fc.property(fc.record({ ...slugAndTitle, faq: fc.record({ edges }) }), page, (briefing, at) => {
        expect(messageProblems(briefingFaq(briefing, at))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a digest', () => {
    const items = fc.uniqueArray(fc.record({ briefing: anyDigestItem }), {
      minLength: 1,
      maxLength: 10,
      selector: ({ briefing }) => briefing.slug,
    });
    fc.assert(
      fc.property(items, fc.option(fc.record({ text: anyProse })), (each, prompt) => {
        const digest = {
          deliveryId: '0f8fad5b-d9cb-469f-a165-70867728950e',
          runAt: '2025-02-18T08:00:00.000Z',
          timeZone: 'Europe/Berlin',
          edition: { items: each, prompt },
        };
        expect(messageProblems(digestMessage(digest, ['Preview']))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('an answer, on any page, with other questions', () => {
    const others = fc.array(fc.record({ slug: anySlug, title: anyLine(500) }), { maxLength: 6 });
    fc.assert(
      fc.property(anyEntry, page, others, (entry, at, more) => {
        expect(messageProblems(faqAnswer(entry, { page: at, others: more }))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a question nobody answered', () => {
    const suggestions = fc.array(fc.record({ slug: anySlug, title: anyLine(500) }), { maxLength: 6 });
    fc.assert(
      fc.property(anyProse, suggestions, (asked, each) => {
        expect(messageProblems(faqMiss(asked, each))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a list of briefings', () => {
    const item = fc.record({
      slug: anySlug,
      title: anyLine(200),
      publishedAt: fc.constant('2025-02-18T09:00:00.000Z'),
      readingTimeMinutes: fc.nat(900),
      summary: fc.record({ headline: fc.option(anyLine(100)), short: fc.option(anyLine(300)) }),
    });
    const items = fc.uniqueArray(item, { maxLength: 10, selector: ({ slug }) => slug });
    fc.assert(
      fc.property(items, fc.boolean(), (each, hasMore) => {
        expect(messageProblems(briefingList('Latest', each, hasMore))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a hundred schedules with as many topics', () => {
    const topics = Array.from({ length: 20 }, (_, index) => ({
      slug: `t${index}`,
      name: 'Nuclear arms *control*',
    }));
    const schedules = Array.from({ length: 100 }, () => ({
      ...aScheduleLine({ topics }),
      lastDelivery: null,
    }));
    expect(messageProblems(scheduleList(schedules))).toEqual([]);
  });
});
