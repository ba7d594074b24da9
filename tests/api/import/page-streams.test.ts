/** What leads away from an article, within the part of the page that the article stands in. */
import { describe, expect, test } from 'vitest';
import { draftArticle } from '@communique/api/import/draft-article';
import { NOW } from '../../support/drafts.ts';

const WORDS =
  'The town has argued about the old bridge for ten years, and now the council has decided to build a new one. Work begins in May, and it will cost four million crowns.';
const URL = 'https://strait.example/news/bridge';

function blocksOf(more: string, words = `<p>${WORDS}</p>`.repeat(4)): string[] {
  const text = `<html><head><title>The bridge</title><link rel="canonical" href="${URL}"></head><body><article><h1>The bridge</h1>${words}${more}</article></body></html>`;
  const { document } = draftArticle({ path: URL, fileName: 'bridge.html', text, url: URL }, { now: NOW });
  return document.sections.flatMap(({ blocks }) =>
    blocks.map((block) => ('text' in block ? block.text : block.type)).filter((words) => words !== WORDS),
  );
}

const STORIES = [
  'The crane is old',
  'The ferry is late',
  'The pier is wet',
  'The lamp is dim',
  'The bell is mute',
];

function linkTo(title: string): string {
  return `<a href="/news/${title.replaceAll(' ', '-')}">${title}</a>`;
}

describe('is left out:', () => {
  test('tiles of the front page, with the rubrics between them', () => {
    const tiles = STORIES.map((title) => `<p>${linkTo(title)}</p>`);
    expect(blocksOf(tiles.toSpliced(2, 0, '<p>Sports</p>').join(''))).toEqual([]);
  });

  test('a list of headlines with their first words, after the end', () => {
    const stories = STORIES.map(
      (title) => `<li><h3>${linkTo(title)}</h3><p>Nobody knows why, says the mayor.</p></li>`,
    );
    expect(blocksOf(`<ul>${stories.join('')}</ul>`)).toEqual([]);
  });

  test('the slide show of another story, with its name', () => {
    const slides = STORIES.map((title, index) => `<li><p>${index + 1}/9 ${title}</p><p>It is.</p></li>`);
    expect(blocksOf(`<h2>The harbour in pictures</h2><ul>${slides.join('')}</ul><p>${WORDS}</p>`)).toEqual(
      [],
    );
  });
});

describe('stays:', () => {
  test('who wrote it, among the links above the article', () => {
    const links = ['By Anna Bell', ...STORIES].map((title) => `<p>${linkTo(title)}</p>`).join('');
    const text = `<html><head><title>The bridge</title><link rel="canonical" href="${URL}"></head><body><article><h1>The bridge</h1>${links}${`<p>${WORDS}</p>`.repeat(4)}</article></body></html>`;
    const { article } = draftArticle({ path: URL, fileName: 'bridge.html', text, url: URL }, { now: NOW });
    expect(article.byline).toBe('Anna Bell');
  });

  test('two paragraphs that are links', () => {
    const links = STORIES.slice(0, 2).map((title) => `<p>${linkTo(title)}</p>`);
    expect(blocksOf(links.join(''))).toEqual(STORIES.slice(0, 2));
  });

  test('a list of points that begin with links, before the end', () => {
    const points = STORIES.map((title) => `<li><h3>${linkTo(title)}</h3><p>Nobody knows why.</p></li>`);
    expect(blocksOf(`<ul>${points.join('')}</ul><p>${WORDS}</p>`)).toEqual(['POINTS']);
  });

  test('slides that are the article themselves', () => {
    const slides = STORIES.map((title, index) => `<li><p>${index + 1}/5 ${title}</p></li>`);
    expect(
      blocksOf(`<ul>${slides.join('')}</ul>`, '<p>Five pictures of the harbour, taken in May.</p>'),
    ).toEqual(['Five pictures of the harbour, taken in May.', 'POINTS']);
  });
});
