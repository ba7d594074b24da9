import { describe, expect, test } from 'vitest';
import { ApiRefusedError, ApiUnavailableError } from '@communique/bot/api/errors';
import { digestMessage } from '@communique/bot/messages/digest-message';
import { failureMessage } from '@communique/bot/messages/failure-message';
import { faqAnswer, faqMiss } from '@communique/bot/messages/faq-messages';
import { inputProblem } from '@communique/bot/messages/input-problem';
import {
  scheduleLabels,
  scheduleList,
  scheduleMessage,
  weekdayWords,
} from '@communique/bot/messages/schedule-messages';
import { aDigestItem, anEntry, aScheduleLine } from '../../support/bot-records.ts';
import { controlsOf, labelsOf, textOf } from '../../support/discord-rules.ts';

describe('an FAQ answer', () => {
  test('says who verified it and leads to its briefing', () => {
    const body = faqAnswer(anEntry());
    expect(textOf(body)).toBe('## Who met?\n\nTwo ministers.\n\n-# ✔ verified by Ada on <t:1739869200:D>');
    expect(labelsOf(body)).toEqual([
      'Briefing: Talks in Riyadh',
      'The passage it rests on',
      'Report a mistake',
    ]);
  });

  test('warns when it is stale', () => {
    expect(textOf(faqAnswer(anEntry({ stale: true })))).toContain('due for a review');
  });

  test('does not claim to be verified when it is not', () => {
    expect(textOf(faqAnswer(anEntry({ verifiedAt: null, verifiedBy: null })))).toContain('not verified yet');
  });

  test('a very long one has pages and loses nothing', () => {
    const answer = Array.from({ length: 40 }, (_, index) => `Paragraph${index} ${'word '.repeat(60)}`).join(
      '\n\n',
    );
    const pages: string[] = [];
    for (let page = 0; page < 20; page += 1) {
      const body = faqAnswer(anEntry({ answer }), { page });
      pages.push(textOf(body));
      if (!labelsOf(body).includes('Go on →')) break;
    }
    for (let index = 0; index < 40; index += 1) expect(pages.join('\n')).toContain(`Paragraph${index} `);
    expect(pages.join('\n')).not.toMatch(/\+\d+ more/);
  });

  test('offers what else could have been meant, but not itself', () => {
    const others = ['who-met', 'a', 'b'].map((slug) => ({ slug, title: slug }));
    expect(labelsOf(faqAnswer(anEntry({ briefing: null }), { others }))).toEqual([
      'a',
      'b',
      'Report a mistake',
    ]);
  });

  test('a miss is friendly and quotes the question safely', () => {
    expect(textOf(faqMiss('**why**', []))).toContain('Nobody has answered “\\*\\*why\\*\\*” yet.');
  });
});

describe('a digest', () => {
  const edition = { items: [{ briefing: aDigestItem() }], prompt: { text: 'Who gains?' } };
  const digest = {
    deliveryId: '0f8fad5b-d9cb-469f-a165-70867728950e',
    runAt: '2025-02-18T23:30:00.000Z',
    timeZone: 'Asia/Tokyo',
    edition,
  };

  test('carries the local day, three key points each, how sure we are, and a question', () => {
    expect(textOf(digestMessage(digest))).toBe(
      '## Briefings · Wednesday, 19 February 2025\n### They met.\n- One\n- Two\n- Three\n-# 1 claim: ❓ 1 unverified · 4 min read\n**To discuss:** Who gains?',
    );
  });

  test('can be found again by its delivery', () => {
    expect(controlsOf(digestMessage(digest)).map(({ customId }) => customId)).toEqual([
      'b:talks:overview:0',
      'digest:0f8fad5b-d9cb-469f-a165-70867728950e:more',
    ]);
  });

  test('ten long briefings keep their titles and buttons before their points', () => {
    const items = Array.from({ length: 10 }, (_, index) => ({
      briefing: aDigestItem({
        slug: `b-${index}`,
        summary: {
          headline: `H${index}`,
          short: null,
          keyPoints: Array.from({ length: 3 }, () => 'x'.repeat(400)),
        },
      }),
    }));
    const body = digestMessage({ ...digest, edition: { ...edition, items } });
    for (let index = 0; index < 10; index += 1) expect(textOf(body)).toContain(`### H${index}\n`);
    expect(labelsOf(body)).toHaveLength(11);
    expect(textOf(body)).toContain('Shortened to fit');
  });
});

describe('a schedule', () => {
  test('shows its next runs, and says when a local time does not exist', () => {
    const upcomingRuns = [
      { at: '2025-03-30T01:00:00.000Z', localDate: '2025-03-30', shifted: true },
      { at: '2025-03-31T00:30:00.000Z', localDate: '2025-03-31', shifted: false },
    ];
    const text = textOf(scheduleMessage('Done.', aScheduleLine({ localTime: '02:30', upcomingRuns })));
    expect(text).toContain(
      '<#1336000000000000011> · Mon, Wed at 02:30 (Europe/Berlin) · all topics · up to 3 briefings',
    );
    expect(text).toContain('- <t:1743296400:F>: 02:30 does not exist that day');
    expect(text).toContain('- <t:1743381000:F>');
  });

  test('in the list says what happened last and why it stopped', () => {
    const reason = 'Missing Permissions';
    const lastDelivery = {
      state: 'FAILED' as const,
      reason,
      postedAt: null,
      runAt: '2025-02-18T08:00:00.000Z',
    };
    const text = textOf(
      scheduleList([
        { ...aScheduleLine({ state: 'DISABLED', disabledReason: reason, nextRunAt: null }), lastDelivery },
      ]),
    );
    expect(text).toContain(
      '⛔ stopped: Missing Permissions · /digest resume starts it again · the last one could not be posted <t:1739865600:R>',
    );
  });

  test('an empty list says how to start', () => {
    expect(textOf(scheduleList([]))).toContain('/digest create');
  });

  test('is told from others while typing', () => {
    const topics = [{ slug: 'diplomacy', name: 'Diplomacy' }];
    const schedules = [
      aScheduleLine({ state: 'PAUSED' }),
      aScheduleLine({ topics }),
      aScheduleLine({ topics }),
    ];
    expect(scheduleLabels(schedules, () => 'digest')).toEqual([
      '#digest: Mon, Wed at 09:00 Europe/Berlin · all topics · paused',
      '#digest: Mon, Wed at 09:00 Europe/Berlin · Diplomacy · active',
      '#digest: Mon, Wed at 09:00 Europe/Berlin · Diplomacy · active (2)',
    ]);
  });

  test('is told from others while typing, however long its names are', () => {
    const long = aScheduleLine({ topics: [{ slug: 'x', name: 'x'.repeat(200) }] });
    const labels = scheduleLabels([long, long], () => 'y'.repeat(100));
    expect(new Set(labels).size).toBe(2);
    for (const label of labels) expect(label.length).toBeLessThanOrEqual(100);
  });

  test.each([
    [['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'], 'every day'],
    [['FRIDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY'], 'weekdays'],
    [['SUNDAY', 'SATURDAY'], 'weekends'],
    [['SUNDAY', 'MONDAY'], 'Mon, Sun'],
  ] as const)('%j is “%s”', (days, words) => {
    expect(weekdayWords([...days])).toBe(words);
  });
});

describe('a failure', () => {
  test('of the API is said in words', () => {
    expect(textOf(failureMessage(new ApiUnavailableError('down'), '1'))).toContain('Try again in a minute');
    const refusal = new ApiRefusedError('X', 'NOT_ALLOWED', 'Only moderators may do that');
    expect(textOf(failureMessage(refusal, '1'))).toContain('Only moderators may do that');
  });

  test('that is a bug shows a code and no detail', () => {
    const text = textOf(failureMessage(new RangeError('secret'), '42'));
    expect(text).toContain('`42`');
    expect(text).not.toContain('secret');
  });

  test('of an input stands next to its option', () => {
    const problem = {
      code: 'INVALID_INPUT' as const,
      message: '25:99 is no time',
      path: ['input', 'localTime'],
    };
    expect(textOf(inputProblem(problem, { localTime: 'time' }))).toBe('**time:** 25:99 is no time');
    expect(textOf(inputProblem({ ...problem, path: [] }))).toBe('25:99 is no time');
  });
});
