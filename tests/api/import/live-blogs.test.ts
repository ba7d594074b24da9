import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const ENTRIES = [
  [
    '17:40',
    'Water reaches the market',
    'The water stands a foot high at the market, the fire brigade reports.',
  ],
  ['15:05', 'Sluice opened by hand', 'Two men opened the old sluice by hand. It took them an hour.'],
  ['11:20', 'School sends children home', 'The school by the river has sent all children home for the day.'],
] as const;

function liveBlog(mark: string, entries: readonly (readonly [string, string, string])[] = ENTRIES): string {
  const told = entries.map(([time, heading, text]) => `${time}${mark}\n${heading}\n${text}`).join('\n\n');
  return `Flood live: the river rises\n\nBy Anna Weber\n14 May 2025\n\n${told}\n`;
}

describe.each(['', ' GMT', ' Uhr'])('the entries of a live blog, with times like "17:40%s"', (mark) => {
  const { document } = draftText(liveBlog(mark));

  test('have their own time below their heading', () => {
    expect(
      document.sections
        .filter(({ heading }) => heading !== null)
        .map(({ heading, blocks: [first] }) => [heading, first?.type === 'PARAGRAPH' ? first.text : null]),
    ).toEqual(ENTRIES.map(([time, heading]) => [heading, `${time}${mark}`]));
  });

  test('are events of that day', () => {
    expect(document.events).toMatchObject(
      ENTRIES.map(([time, title]) => ({
        title,
        date: { value: '2025-05-14' },
        dateText: `${time}${mark}`,
        state: 'HAPPENED',
      })),
    );
  });
});

test('a programme, the earliest first, is no list of what happened', () => {
  expect(draftText(liveBlog('', [...ENTRIES].reverse())).document.events).toEqual([]);
});

test('across midnight nobody knows the day', () => {
  const night = [
    '23:50',
    'Ferry breaks loose',
    'The ferry has broken loose and drifts down the river.',
  ] as const;
  const { events } = draftText(liveBlog('', [...ENTRIES, night])).document;
  expect(events).toHaveLength(4);
  expect(events.every(({ date }) => date === null)).toBe(true);
});

test('what an entry announces has not happened', () => {
  const evening = ['19:00', 'Council will meet tomorrow', 'The council will meet in the school.'] as const;
  const titles = draftText(liveBlog('', [evening, ...ENTRIES])).document.events.map(({ title }) => title);
  expect(titles).not.toContain(evening[1]);
});
