import { describe, expect, test } from 'vitest';
import { briefingOverview } from '@communique/bot/messages/briefing-overview';
import { briefingNotFound, briefingUnavailable } from '@communique/bot/messages/briefing-unavailable';
import { briefingSection } from '@communique/bot/messages/briefing-section';
import {
  actorList,
  briefingFaq,
  claimList,
  scenarioList,
  sourceList,
  timeline,
} from '@communique/bot/messages/briefing-lists';
import {
  aClaim,
  anOverview,
  aParagraph,
  aSectionPage,
  aSectionTitle,
  aSource,
} from '../../support/bot-records.ts';
import { controlsOf, labelsOf, textOf } from '../../support/discord-rules.ts';

describe('an overview', () => {
  test('opens a discussion with a question that takes no side, or with none', () => {
    const first = (...prompts: [text: string, stanceNeutral: boolean | null][]) =>
      /To discuss:\** (.*)/.exec(
        textOf(
          briefingOverview(
            anOverview({ prompts: prompts.map(([text, stanceNeutral]) => ({ text, stanceNeutral })) }),
          ),
        ),
      )?.[1];
    expect(first(['Who is to blame?', false], ['Who knows?', null], ['Who gains?', true])).toBe('Who gains?');
    expect(first(['Who is to blame?', false], ['Who knows?', null])).toBe('Who knows?');
    expect(first(['Who is to blame?', false])).toBeUndefined();
  });

  test('says what it is about, how sure we are, and how long it takes', () => {
    const text = textOf(briefingOverview(anOverview()));
    expect(text).toContain('## Talks in Riyadh');
    expect(text).toContain('**They met.**');
    expect(text).toContain('- One\n- Two');
    expect(text).toContain('**How sure we are:** 3 claims: ✅ 1 verified · ❓ 2 unverified');
    expect(text).toContain('4 min read · importance 4 of 5 · published <t:1739869200:D>');
    expect(text).not.toContain('updated');
  });

  test('offers only what the briefing has', () => {
    const empty = { claims: [], events: [], stakeholders: [], scenarios: [], sections: [] };
    const body = briefingOverview(anOverview({ ...empty, faq: { edges: [] } }));
    expect(labelsOf(body)).toEqual(['Sources (1)', 'Report a mistake']);
    expect(textOf(body)).toContain('no claim graded yet');
  });

  test('says how many key points found no room', () => {
    const keyPoints = Array.from({ length: 20 }, (_, index) => `${index} ${'**'.repeat(240)}`);
    const text = textOf(
      briefingOverview(anOverview({ summary: { headline: null, short: null, keyPoints }, prompts: [] })),
    );
    const shown = text.match(/^- \d/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(3);
    expect(text).toContain(`+${20 - shown} more`);
  });

  test('turns the pages of a menu of more than 25 sections', () => {
    const sections = Array.from({ length: 60 }, (_, index) =>
      aSectionTitle({ id: `s${index}`, heading: `Section ${index}` }),
    );
    const pages = [0, 1, 2].map(
      (page) => controlsOf(briefingOverview(anOverview({ sections }), page))[0]?.options ?? [],
    );
    const ids = pages
      .flat()
      .map(({ value }) => value)
      .filter((value) => !value.includes(':'));
    expect(ids).toEqual(sections.map(({ id }) => id));
    expect(pages.map((options) => options.at(-1)?.value)).toEqual(['page:1', 'page:2', 's59']);
  });

  test('shows the marks of hostile text as they are', () => {
    const text = textOf(briefingOverview(anOverview({ title: '[x](https://evil.example) @everyone' })));
    expect(text).toContain('\\[x\\]');
    expect(text).not.toContain('@everyone');
  });
});

describe('a section', () => {
  test('shows points, quotes and exchanges with their numbers, and the sources below', () => {
    const base = { id: 'b', citations: [1], hints: { priority: 3, shortForm: null } };
    const text = textOf(
      briefingSection(
        aSectionPage([
          {
            ...base,
            __typename: 'PointsBlock',
            items: [
              { label: 'Arms', text: 'less', depth: 0 },
              { label: null, text: 'more', depth: 1 },
            ],
          },
          { ...base, __typename: 'QuoteBlock', claim: aClaim() },
          {
            ...base,
            __typename: 'ExchangeBlock',
            interviewer: null,
            guest: 'Ivanova',
            question: 'Why?',
            answer: 'So.',
          },
        ]),
      ),
    );
    expect(text).toContain('- **Arms:** less\n  - more [1]');
    expect(text).toContain(
      '> “We will meet again.”\n> — **Sergei Ryabkov**, Deputy Foreign Minister · February 2025 · reported by RIA Novosti · ❓ **unverified** · [1]',
    );
    expect(text).toContain('**Question:** Why?\n**Ivanova:** So. [1]');
    expect(text).toContain('-# [1] Reuters, [Ministers meet](https://example.org/a), 18 February 2025');
  });

  test('a paraphrase is never in quotation marks', () => {
    const claim = aClaim({ verbatim: false, speaker: null });
    const block = {
      __typename: 'QuoteBlock' as const,
      id: 'q',
      citations: [],
      hints: { priority: 3, shortForm: null },
      claim,
    };
    expect(textOf(briefingSection(aSectionPage([block])))).not.toContain('“');
  });

  test('of a speaker whom nobody names stands what he is, and nothing empty', () => {
    const claim = aClaim({ speaker: null, speakerRole: 'mayor' });
    const block = {
      __typename: 'QuoteBlock' as const,
      id: 'q',
      citations: [],
      hints: { priority: 3, shortForm: null },
      claim,
    };
    expect(textOf(briefingSection(aSectionPage([block])))).toContain('\n> — mayor · ');
  });

  test('too long for one message: in short first, then all of it, page by page', () => {
    const paragraphs = Array.from({ length: 30 }, (_, index) =>
      aParagraph(`Start${index} ${'word '.repeat(120)}End${index}`),
    );
    const input = aSectionPage(paragraphs);
    const short = briefingSection(input);
    expect(textOf(short)).toContain('Shortened to fit');
    expect(labelsOf(short)).toContain('Read in full');
    const pages: string[] = [];
    for (let page = 1; page <= 20; page += 1) {
      const body = briefingSection(input, page);
      pages.push(textOf(body));
      if (!labelsOf(body).includes('Go on →')) break;
    }
    const all = pages.join('\n');
    for (const index of paragraphs.keys()) expect(all).toContain(`End${index}`);
    expect(all).not.toContain('Shortened');
  });

  test('gives up its least important blocks first', () => {
    const unimportant = aParagraph(`Aside ${'x '.repeat(900)}`, {
      hints: { priority: 5, shortForm: 'In one line' },
    });
    const important = [1, 2].map(() =>
      aParagraph(`Point ${'y '.repeat(800)}`, { hints: { priority: 1, shortForm: null } }),
    );
    const text = textOf(briefingSection(aSectionPage([unimportant, ...important])));
    expect(text).toContain('In one line');
    expect(text).not.toContain('Aside');
    expect(text.match(/Point (y )+/g)).toHaveLength(2);
  });

  test('leads to the sections before and after', () => {
    const sections = ['a', 'background', 'c'].map((id) => aSectionTitle({ id, heading: id }));
    expect(labelsOf(briefingSection(aSectionPage([aParagraph('x')], { sections })))).toEqual([
      'Read a section',
      '↑ Section before',
      '↓ Next section',
      'Overview',
    ]);
  });
});

describe('the lists of a briefing', () => {
  const briefing = { slug: 'talks', title: 'Talks' };

  test('sources say who stands behind them', () => {
    const text = textOf(
      sourceList(
        {
          ...briefing,
          sources: [
            aSource(),
            aSource({ number: 2, publisher: null, title: null, url: 'https://www.example.org/b' }),
          ],
        },
        0,
      ),
    );
    expect(text).toContain('United Kingdom · privately owned · owner: Thomson Reuters · reliability A');
    expect(text).toContain('[2] [example.org](https://www.example.org/b)');
  });

  test('claims are counted above them', () => {
    expect(textOf(claimList({ ...briefing, claims: [aClaim()] }, 0))).toContain('1 claim: ❓ 1 unverified');
  });

  test('a timeline is as precise as its sources', () => {
    const event = { place: null, participants: ['A', 'B'], sources: [{ number: 1 }] };
    const text = textOf(
      timeline(
        {
          ...briefing,
          events: [
            {
              ...event,
              title: 'Met',
              date: { value: '2025', precision: 'YEAR' },
              dateText: null,
              state: 'HAPPENED',
            },
            { ...event, title: 'Meets', date: null, dateText: 'on Tuesday', state: 'PLANNED' },
            {
              ...event,
              title: 'Closed',
              date: { value: '1998', precision: 'YEAR' },
              dateText: 'spring 1998',
              state: 'HAPPENED',
            },
            {
              ...event,
              title: 'Fair',
              date: { value: '2025-03-03', precision: 'DAY' },
              dateText: '3–5 March 2025',
              state: 'HAPPENED',
            },
          ],
        },
        0,
      ),
    );
    expect(text).toContain('**2025**: Met\n-# with A, B · [1]');
    expect(text).toContain('**“on Tuesday”** (planned): Meets');
    expect(text).toContain('**“spring 1998”**: Closed');
    expect(text).toContain('**3 March 2025 (“3–5 March 2025”)**: Fair');
  });

  test('actors, views and scenarios are told apart', () => {
    const stakeholders = [
      { name: 'EU', interests: ['Peace'], leverage: ['Money'], redLines: ['War'], sources: [{ number: 2 }] },
    ];
    const perspectives = [{ holder: 'Moscow', view: 'Fine.', sources: [] }];
    const text = textOf(actorList({ ...briefing, stakeholders, perspectives }, 0));
    expect(text).toContain('**EU** [2]\n- Wants: Peace\n- Leverage: Money\n- Red line: War');
    expect(text).toContain('**Moscow:** Fine.');
    const scenario = {
      title: 'Thaw',
      description: 'Warmer.',
      likelihood: '60 %',
      indicators: ['A call'],
      horizon: { value: '2025-06', precision: 'MONTH' as const },
      outcome: { text: 'It froze.', recordedAt: '2025-07-01T00:00:00.000Z' },
      sources: [],
    };
    const scenarios = textOf(scenarioList({ ...briefing, scenarios: [scenario] }, 0));
    expect(scenarios).toContain('- Sign to watch: A call\n**What happened** (<t:1751328000:D>): It froze.');
    expect(scenarios).toContain('likelihood: 60 % · by June 2025');
  });

  test('the menu of questions offers what the page shows', () => {
    const edges = Array.from({ length: 60 }, (_, index) => ({
      node: { slug: `q-${index}`, question: `Q${index}?`, stale: index === 30 },
    }));
    const second = briefingFaq({ ...briefing, faq: { edges } }, 1);
    expect(textOf(second)).toContain('- Q30? ⏳');
    expect(controlsOf(second)[0]?.options.map(({ value }) => value)).toEqual(
      edges.slice(25, 50).map(({ node }) => node.slug),
    );
  });

  test('an empty list says so', () => {
    expect(textOf(sourceList({ ...briefing, sources: [] }, 0))).toContain('There are none in this briefing.');
  });
});

test('a withdrawn briefing says when and why, one being written that it is', () => {
  const withdrawn = {
    __typename: 'BriefingWithdrawn' as const,
    slug: 'x',
    reason: 'It was *wrong*.',
    withdrawnAt: '2025-02-18T09:00:00.000Z',
  };
  expect(textOf(briefingUnavailable(withdrawn))).toContain(
    'withdrawn on <t:1739869200:D>.**\nReason: It was \\*wrong\\*.',
  );
  const composing = { __typename: 'BriefingComposing' as const, slug: 'x', message: 'Soon.' };
  expect(textOf(briefingUnavailable(composing))).toContain('still being written.**\nSoon.');
});

test('an unknown name says what to do', () => {
  expect(textOf(briefingNotFound('x'.repeat(5_000), []))).toContain('/briefing latest');
});
