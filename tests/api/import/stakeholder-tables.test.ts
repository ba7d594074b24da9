import { expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

function namesIn(head: string, rows: string[]): string[] {
  const table = [head, '| --- | --- |', ...rows].join('\n');
  const { document } = draftText(`# The toll\n\nIt rises in spring.\n\n${table}\n`, 'toll.md');
  return document.stakeholders.map(({ name, interests }) => `${name}: ${interests.join()}`);
}

test.each([
  '| Country | Position |',
  '| Who | What they want |',
  '| Group | Main concern |',
  '| Player | Stake |',
  '| Land | Position |',
  '| Akteur | Interesse |',
  '| Pays | Position |',
  '| Acteur | Intérêt |',
  '| País | Postura |',
  '| Actor | Interés |',
  '| Страна | Позиция |',
  '| Сторона | Интерес |',
])('a table of who wants what lists stakeholders: %s', (head) => {
  expect(namesIn(head, ['| Norvik | A lower toll |', '| Halden | An open bridge |'])).toEqual([
    'Norvik: A lower toll',
    'Halden: An open bridge',
  ]);
});

test('a table of places is none', () => {
  expect(namesIn('| Country | Position |', ['| Norvik | 3rd |', '| Halden | 4th |'])).toEqual([]);
});

test('a position that is only for or against leaves it to the column of interests what for', () => {
  const table =
    '| Group | Position | Interest |\n| - | - | - |\n| Norvik | against | keep the old toll |\n| Halden | for | cheap ferries |';
  const { stakeholders } = draftText(`# The toll\n\nIt rises in spring.\n\n${table}\n`, 'toll.md').document;
  expect(stakeholders).toMatchObject([
    { name: 'Norvik', interests: ['keep the old toll'] },
    { name: 'Halden', interests: ['cheap ferries'] },
  ]);
});

function listedBelow(heading: string, points: string[]): string[] {
  const list = points.map((point) => `- ${point}`).join('\n');
  const { document } = draftText(
    `The toll\n\nIt rises in spring.\n\n${heading}\n\n${list}\n\nNobody minded it. All paid.\n`,
  );
  return document.stakeholders.map(({ name, interests }) => `${name}: ${interests.join()}`);
}

test.each([
  ['Stakeholders', ['Norvik: wants a lower toll', 'Fishermen: want an open bridge']],
  ['Who wants what', ['Norvik: seeks a lower toll', 'Halden: opposes the toll']],
  ['Akteure', ['Norvik: will eine kleinere Maut', 'Fischer: fordern eine offene Brücke']],
])('a list of who wants what lists stakeholders: %s', (heading, points) => {
  expect(listedBelow(heading, points)).toEqual(points);
});

test.each([
  ['Stakeholders', ['Ann Berg: the mayor since 2019', 'Jon Holm: wants a lower toll']],
  ['Key figures at a glance', ['Toll: needs to rise by a tenth', 'Boats: need a permit']],
])('a list that says who they are, or of something else, is none: %s', (heading, points) => {
  expect(listedBelow(heading, points)).toEqual([]);
});
