import { describe, expect, test } from 'vitest';
import { stripSiteName } from '@communique/api/import/strip-site-name';
import { tidyByline } from '@communique/api/import/tidy-byline';
import { draftArticle } from '@communique/api/import/draft-article';
import { draftText, NOW } from '../../support/drafts.ts';

describe('a byline is the name alone', () => {
  test.each([
    ['By Anna Berg', 'Anna Berg'],
    ['Written by Anna Berg', 'Anna Berg'],
    ['Anna Berg - Apr 16, 2015 8:02 pm UTC', 'Anna Berg'],
    ['Anna Berg January 18, 2017 11:00 PM PST @annaberg', 'Anna Berg'],
    ['Anna Berg22 Dec 2016', 'Anna Berg'],
    ['Anna Berg, Monday, 29 February 2016', 'Anna Berg'],
    ['par Anna Berg | Le Quai', 'Anna Berg'],
    ['Von Anna Weber und Jan Möller', 'Anna Weber und Jan Möller'],
    ['作者：林小明', '林小明'],
    ['Follow Author', null],
    ['https://example.org/anna', null],
    ['April 28, 2019 at 6:01 am', null],
    ['', null],
  ])('%s', (text, name) => {
    expect(tidyByline(text)).toBe(name);
  });
});

describe('a title is the headline alone', () => {
  test.each([
    ['The night ferry | Strait Weekly', [], true, 'The night ferry'],
    ['The night ferry - Strait Weekly', ['Strait Weekly'], false, 'The night ferry'],
    ['The night ferry - Strait Weekly', ['strait-weekly.example'], true, 'The night ferry'],
    ['The night ferry - and the day ferry', ['Strait Weekly'], true, 'The night ferry - and the day ferry'],
    ['The night ferry | News | Strait Weekly', [], true, 'The night ferry'],
    ['海峡渡轮停航三周_新闻_海峡网', [], true, '海峡渡轮停航三周'],
    ['Bridge or tunnel: the debate', ['Strait Weekly'], true, 'Bridge or tunnel: the debate'],
  ])('%s', (title, names, isPageTitle, headline) => {
    expect(stripSiteName(title, names, isPageTitle)).toBe(headline);
  });
});

test('a table that lays out a page without saying so holds paragraphs', () => {
  const long = 'The water rose in the night, and in the morning it stood in the square. '.repeat(10);
  const { document } = draftText(
    `<html><body><h1>The flood</h1><table><tr><td>${long}</td><td><p>Nobody slept. Everybody carried sand.</p></td></tr></table></body></html>`,
    'a.html',
  );
  expect(document.sections[0]?.blocks.map(({ type }) => type)).toEqual(['PARAGRAPH', 'PARAGRAPH']);
});

test('links are followed from where the document was found', () => {
  const { sections, sources } = draftArticle(
    {
      path: 'a.md',
      fileName: 'a.md',
      text: '# The rules\n\nSee [the long ones](../rules.md) and [below](#b). Both are short.\n',
      url: 'https://harbour.example/docs/faq/a.md',
    },
    { now: NOW },
  ).document;
  expect(sources.map(({ url }) => url)).toContain('https://harbour.example/docs/rules.md');
  expect(sections[0]?.blocks[0]).toMatchObject({ text: 'See the long ones and below. Both are short.' });
});
