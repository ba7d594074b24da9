import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const ENTRIES = [
  ['May 4, 2021', 'Divers see a hole in the old sluice.'],
  ['May 6, 2021', 'The town closes the sluice to barges.'],
  ['May 9, 2021', 'The sluice breaks and floods the quay.'],
] as const;

function timelineBelow(head: string, gap = '\n'): string {
  return `${head}\n\n${ENTRIES.map(([day, text]) => `${day}${gap}${text}`).join('\n\n')}\n`;
}

const EVENTS = ENTRIES.map(([, title], index) => ({
  title,
  date: { value: ['2021-05-04', '2021-05-06', '2021-05-09'][index] },
  state: 'HAPPENED',
}));

describe('the first day of a timeline is an entry, and not when the article was written', () => {
  test.each([
    ['below its introduction', 'How the sluice broke\n\nBy Anna Weber\n\nThis is how it went:'],
    ['below the byline', 'How the sluice broke\n\nBy Anna Weber'],
    ['below the title', 'How the sluice broke'],
  ])('%s', (_place, head) => {
    const { article, document } = draftText(timelineBelow(head));
    expect(document).toMatchObject({ title: 'How the sluice broke', events: EVENTS });
    expect(article.publishedOn).toBeNull();
  });

  test('in Markdown, where every line stands alone', () => {
    const { article, document } = draftText(timelineBelow('# How the sluice broke', '\n\n'), 'a.md');
    expect(document.events).toMatchObject(EVENTS);
    expect(article.publishedOn).toBeNull();
  });
});

describe('a day above the timeline says when the article was written', () => {
  test.each([
    ['right below the byline', 'By Anna Weber\nMay 20, 2021\n\nThis is how it went:', '2021-05-20'],
    ['with a lead', 'May 20, 2021\n\nThe sluice is gone. This is how.', '2021-05-20'],
    ['out of their order', 'May 20, 2021\nThe sluice is gone.', '2021-05-20'],
    ['in the same shape, above what leads to them', 'May 2, 2021\nThis is how it went:', '2021-05-02'],
  ])('%s', (_place, head, publishedOn) => {
    const { article, document } = draftText(timelineBelow(`How the sluice broke\n\n${head}`));
    expect(article.publishedOn).toBe(publishedOn);
    expect(document.events.map(({ title }) => title)).toEqual(ENTRIES.map(([, title]) => title));
  });
});

test('a short sentence below a date is text of the article', () => {
  const { document } = draftText(
    'The sluice\n\nMay 20, 2021\nIt broke at night.\n\nNobody saw it. All slept.\n',
  );
  expect(JSON.stringify(document)).toContain('It broke at night.');
});
