/** Pages as browsers save them: the article stands among other articles of its site. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const PROSE =
  'The ferry between the two islands has been laid up since the storm of last winter, and nobody on either side knows when it will sail again, whatever the timetable at the quay may say about it.';
const HEAD =
  '<head><title>The ferry waits | Strait Weekly</title><meta property="og:title" content="The ferry waits"><link rel="canonical" href="https://www.strait.example/ferry"></head>';

function page(body: string): string {
  return `<!doctype html><html lang="en">${HEAD}<body>${body}</body></html>`;
}

function textOf(html: string): string {
  return JSON.stringify(draftText(html, 'ferry.html').document.sections);
}

function headingsOf(html: string): (string | null)[] {
  return draftText(html, 'ferry.html').document.sections.map(({ heading }) => heading);
}

const ARTICLE = `<h1>The ferry waits</h1><p>${PROSE}</p><p>${PROSE}</p><p>${PROSE}</p><h2>The repair</h2><p>${PROSE}</p>`;

test('what stands above the headline belongs to the site, but for the date and the author', () => {
  const draft = draftText(
    page(`<h2>Quay to be painted</h2><p>The quay is painted blue in May.</p><p>By Ann Berg</p>${ARTICLE}`),
    'ferry.html',
  );
  expect(draft.document.title).toBe('The ferry waits');
  expect(draft.article.byline).toBe('Ann Berg');
  expect(JSON.stringify(draft.document.sections)).not.toContain('painted');
});

describe('teasers of other articles', () => {
  const TEASER = (n: number): string =>
    `<h3><a href="/other/${n}">Another headline ${n}</a></h3><p><a href="/other">Islands</a></p><p>0${n}:15 p. m.</p>`;

  test('are dropped, also between two paragraphs of the article', () => {
    const html = page(
      `${ARTICLE}<h2><a href="/topics">Related topics</a></h2>${TEASER(1)}${TEASER(2)}<p>${PROSE.replace('winter', 'spring')}</p>${TEASER(3)}<h3>Rubric <a href="https://news.strait.example/x">A headline below its rubric</a></h3><p>Its first line.</p>`,
    );
    expect(headingsOf(html)).toEqual([null, 'The repair']);
    const text = textOf(html);
    for (const other of ['Another headline', 'first line', 'p. m.', 'Islands'])
      expect(text).not.toContain(other);
    expect(text).toContain('last spring');
  });

  test('a linked heading with prose right below it is a heading of the article', () => {
    const html = page(`${ARTICLE}<h2><a href="/quay">The quay</a></h2><p>${PROSE}</p>`);
    expect(headingsOf(html)).toEqual([null, 'The repair', 'The quay']);
  });

  test('a page that is a list of links keeps them', () => {
    const html = page(`<h1>The ferry waits</h1><p>Five stories.</p>${TEASER(1)}${TEASER(2)}`);
    expect(headingsOf(html)).toEqual([null, 'Another headline 1', 'Another headline 2']);
  });

  test('links to other sites are sources and stay', () => {
    const html = page(
      `${ARTICLE}<h2>Sources</h2><ul><li><a href="https://a.example/1">First report</a></li><li><a href="https://b.example/2">Second report</a></li><li><a href="https://c.example/3">Third report</a></li></ul>`,
    );
    expect(textOf(html)).toContain('Second report');
    expect(draftText(html, 'ferry.html').document.sources.map(({ url }) => url)).toContain(
      'https://b.example/2',
    );
  });

  test('a list of links to the same site is a menu', () => {
    const items = ['World', 'Island life', 'Boats'].map((name) => `<li><a href="/${name}">${name}</a></li>`);
    const html = page(`${ARTICLE}<h2>More on these islands</h2><ul>${items.join('')}</ul>`);
    expect(headingsOf(html)).toEqual([null, 'The repair']);
  });
});

test('of articles below each other the one the page is called after is read', () => {
  const other = `<article><h1>The quay is closed</h1>${`<p>${PROSE.replaceAll('ferry', 'quay')}</p>`.repeat(9)}</article>`;
  const html = page(
    `${other}<article><h1>The ferry waits</h1>${`<p>${PROSE}</p>`.repeat(6)}</article>${other}`,
  );
  expect(draftText(html, 'ferry.html').document.title).toBe('The ferry waits');
  expect(textOf(html)).not.toContain('The quay between');
});

test.each([
  'Lo más leído',
  'Veja também',
  'Nejčtenější',
  'Meistgelesen',
  'Les plus lus',
  'Самое читаемое',
  '関連記事',
])('%j heads other articles', (heading) => {
  const html = page(
    `${ARTICLE}<h2>${heading}</h2><p><a href="https://other.example/1">Another headline</a></p><p><a href="https://other.example/2">One more headline</a></p>`,
  );
  expect(headingsOf(html)).toEqual([null, 'The repair']);
});
