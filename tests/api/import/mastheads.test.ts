/** What stands above the first words of a text: who wrote it, who published it, and when. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const TITLE = 'Council Bans Cars From the Old Town';
const BODY =
  'The city council voted on Tuesday to ban cars from the old town. Residents may still drive to their homes, and shops may be supplied until ten in the morning.';
const POST = 'The Northern Post';
const BELL = 'Anna Bell';
const DAY = '2025-03-05';

interface Facts {
  byline?: string;
  publisher?: string;
  publishedOn?: string;
  summary?: string;
}

function expectFacts(text: string, facts: Facts): void {
  const { document, article, leftOut } = draftText(text);
  expect({
    title: document.title,
    byline: article.byline,
    publisher: article.publisher,
    publishedOn: article.publishedOn,
    summary: document.summary.short,
    sections: document.sections.map(({ heading, blocks }) => [heading, blocks.length]),
    leftOut,
  }).toEqual({
    title: TITLE,
    byline: facts.byline ?? null,
    publisher: facts.publisher ?? null,
    publishedOn: facts.publishedOn ?? null,
    summary: facts.summary ?? null,
    sections: [[null, 1]],
    leftOut: [],
  });
}

describe('below the title', () => {
  test.each<[string, Facts]>([
    ['By Anna Bell, The Northern Post\nMarch 5, 2025', { byline: BELL, publisher: POST, publishedOn: DAY }],
    ['By Anna Bell\nThe Northern Post\n5 March 2025', { byline: BELL, publisher: POST, publishedOn: DAY }],
    ['The Northern Post\nMarch 5, 2025', { publisher: POST, publishedOn: DAY }],
    [
      'Author: Anna Bell\nPublisher: The Northern Post\nPublished: 5 March 2025',
      { byline: BELL, publisher: POST, publishedOn: DAY },
    ],
    ['Source: Reuters\nDate: 5 March 2025', { publisher: 'Reuters', publishedOn: DAY }],
    ['Reuters – 5 March 2025', { publisher: 'Reuters', publishedOn: DAY }],
    ['March 5, 2025 | The Northern Post', { publisher: POST, publishedOn: DAY }],
    ['Published by The Northern Post on 5 March 2025', { publisher: POST, publishedOn: DAY }],
    ['Anna Bell, Staff Writer\nUpdated March 5, 2025 at 3:10 p.m. EST', { byline: BELL, publishedOn: DAY }],
    ['By Anna Bell | The Northern Post | March 5, 2025', { byline: BELL, publisher: POST, publishedOn: DAY }],
    [
      'Автор: Иван Петров\nИсточник: Московский вестник\n5 марта 2025 года',
      { byline: 'Иван Петров', publisher: 'Московский вестник', publishedOn: DAY },
    ],
    ['作者：李明\n来源：财经日报\n2025年3月5日', { byline: '李明', publisher: '财经日报', publishedOn: DAY }],
  ])('%s', (masthead, facts) => {
    expectFacts(`${TITLE}\n\n${masthead}\n\n${BODY}\n`, facts);
    expectFacts(`${TITLE}\n\n${masthead.replaceAll('\n', '\n\n')}\n\n${BODY}\n`, facts);
  });
});

test("the site's name may stand above the title", () => {
  expectFacts(`${POST}\n\n${TITLE}\n\nBy ${BELL}\n\nMarch 5, 2025\n\n${BODY}\n`, {
    byline: BELL,
    publisher: POST,
    publishedOn: DAY,
  });
});

describe('a standfirst may stand above the byline', () => {
  test.each([
    'Residents may still drive to their homes',
    'Shop owners fear for their sales as the ban begins in May.',
    'OLD TOWN STAYS OPEN TO RESIDENTS FOR NOW',
  ])('%s', (summary) => {
    const facts = { byline: BELL, publishedOn: DAY, summary };
    expectFacts(`${TITLE}\n\n${summary}\n\nBy ${BELL}\n\nMarch 5, 2025\n\n${BODY}\n`, facts);
    expectFacts(`${TITLE}\n${summary}\nBy ${BELL}\nMarch 5, 2025\n\n${BODY}\n`, facts);
  });
});

test.each([
  ['Startseite | Politik | Sport\nAnmelden'],
  ['Startseite\nPolitik\nWirtschaft\nSport'],
  ['Zum Inhalt springen\nMenü\nSuche'],
  ['Accueil | Politique | Économie | Sport | Culture\nSe connecter'],
  ['Inicio | Política | Economía | Deportes | Cultura\nIniciar sesión'],
  ['Главная | Политика | Экономика | Спорт\nВойти'],
])('a menu above the title is no title: %s', (menu) => {
  const { document, article, leftOut } = draftText(
    `${menu}\n${TITLE}\nBy ${BELL}\n5 March 2025\n\n${BODY}\n`,
  );
  expect([document.title, article.byline, article.publishedOn]).toEqual([TITLE, BELL, DAY]);
  expect(document.sections.map(({ heading }) => heading)).toEqual([null]);
  expect(leftOut.map(({ reason }) => reason)).toEqual(menu.split('\n').map(() => 'NAVIGATION'));
});

test.each([
  'By Harbour News Staff',
  'by Harbour News staff',
  'By Reuters',
  'By the Harbour Post editorial board',
  'Par la rédaction',
])('several people, or nobody by name, wrote it: %s', (line) => {
  const { document, article } = draftText(
    `Why the Bridge Matters\n${line}\n\nThe town has argued about it for ten years. Now it builds.\n\nIt will cost four million crowns.\n`,
    'a.txt',
  );
  expect(article.byline).toBe(line.slice(line.indexOf(' ') + 1));
  expect(document.sections.map(({ heading, blocks }) => [heading, blocks.length])).toEqual([[null, 2]]);
});
