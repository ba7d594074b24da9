/** Who wrote a page, as its data and its elements say. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

function bylineOf(head: string, above = ''): string | null | undefined {
  const html = `<html lang="en"><head><title>The crane is sold</title>${head}</head><body><article><h1>The crane is sold</h1>${above}<p>The harbour sold its last crane on Monday. Nobody had used it for years.</p><p>The letters that it lifted were green.</p></article></body></html>`;
  return draftText(html, 'crane.html').article.byline;
}

describe('a site that has the name of its author', () => {
  const page = (name: string): string =>
    `<meta name="author" content="${name}"><meta property="og:site_name" content="${name}">`;

  test.each(['Nell Quist', 'Ívar Örnsson', 'Nell A. Quist'])('is written by %s', (name) => {
    expect(bylineOf(page(name))).toBe(name);
  });

  test.each(['Strait Weekly', 'Harbour Letters', 'straitblog', 'Boats & Quays'])(
    'is no person when it is called %s',
    (name) => {
      expect(bylineOf(page(name))).toBeNull();
    },
  );
});

test.each(['nell_q', 'majainfo_zl4', 'nquist01', 'harbour', 'NellQuist', 'Letters To The Editor'])(
  '%s is an account or a rubric, and nobody’s name',
  (name) => {
    expect(bylineOf(`<meta name="author" content="${name}">`)).toBeNull();
  },
);

test.each(['Nora (Nell) Quist', 'Nora (N.J.) Quist', 'Anna McNeil'])('%s is one name', (name) => {
  expect(bylineOf(`<meta name="author" content="${name}">`)).toBe(name);
});

test.each([
  '<div class="author"><a href="/author/nell">Nell Quist</a><div>Boats Editor</div></div>',
  '<p class="byline">Nell Quist 發表在 <a href="/">Strait</a></p>',
  '<div>By <a rel="author" href="/nell">Nell  Quist</a><br>Strait Health News</div>',
])('the name ends where it ends: %s', (line) => {
  expect(bylineOf('', line)).toBe('Nell Quist');
});
