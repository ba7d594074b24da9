import { describe, expect, test } from 'vitest';
import { stripSiteName } from '@communique/api/import/html/strip-site-name';
import { tidyByline } from '@communique/api/import/html/tidy-byline';
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
    ['ByAnna Berg', 'Anna Berg'],
    ['Byron Smith', 'Byron Smith'],
    ['Geschrieben vonAnna Berg', 'Anna Berg'],
    ['View all posts by Anna Berg', 'Anna Berg'],
    ['Text und Fotos: Anna Berg', 'Anna Berg'],
    ['Anna Berg am', 'Anna Berg'],
    ['Anna BergStaff Writer', 'Anna Berg'],
    ['<a href="/anna">Anna Berg</a>', 'Anna Berg'],
    ['Jos&eacute; Berg', 'José Berg'],
    ['admin', null],
    ['Redaktion', null],
    ['Kreisel Verlag GmbH, Bern, Switzerland', null],
    ['www.strait-weekly.example', null],
    ['See All Articles Subscribe to RSS', null],
    ['', null],
  ])('%s', (text, name) => {
    expect(tidyByline(text)).toBe(name);
  });

  test('and none where it is the name of the site', () => {
    expect(tidyByline('Strait Weekly', ['Strait Weekly'])).toBeNull();
    expect(tidyByline('Anna Berg', ['Strait Weekly'])).toBe('Anna Berg');
  });
});

describe('a page', () => {
  const SENTENCE = 'The ferry has been laid up since the storm, and nobody knows when it will sail again.';
  const draftOf = (body: string, head = '') =>
    draftText(
      `<!doctype html><html lang="en"><head>${head}</head><body>${body}${`<p>${SENTENCE}</p>`.repeat(9)}</body></html>`,
      'page.html',
    );

  test.each([
    [
      'in an element that says so',
      '<span itemprop="datePublished" content="2025-03-04T09:00:00Z">today</span>',
    ],
    ['in one that is called so', '<div class="post-date">March 4, 2025</div>'],
    ['among other words', '<p class="submitted">Written by rasos on 4 March 2025 at 18:55</p>'],
    ["in a time without a machine's date", '<time class="stamp">Published on March 4, 2025</time>'],
  ])('tells its day %s', (_where, html) => {
    const draft = draftOf(`<h1>The ferry waits for spring</h1>${html}`);
    expect(draft.article.publishedOn).toBe('2025-03-04');
  });

  test('does not tell it far from its headline, nor where a person is born', () => {
    const far = `<h1>The ferry waits for spring</h1>${`<p>${SENTENCE}</p>`.repeat(90)}<div class="post-date">March 4, 2025</div>`;
    expect(draftOf(far).article.publishedOn).toBeNull();
    const born =
      '<h1>The ferry waits for spring</h1><table><tr><td>Born</td><td><span class="bday published">1998-02-28</span></td></tr><tr><td>Ships</td><td>2</td></tr></table>';
    expect(draftOf(born).article.publishedOn).toBeNull();
  });

  test('is not written by who comments on it, nor by whom its title names', () => {
    const comment =
      '<h1>The ferry waits for spring</h1><div id="comments"><span class="author">Jan Troll</span></div>';
    expect(draftOf(comment).article.byline).toBeNull();
    const shown = '<h1>Ann Berg sails again in spring</h1><div>Ann Berg</div>';
    expect(draftOf(shown).article.byline).toBeNull();
  });

  test.each([
    ['The Skerry » Blog archive » The ferry waits for spring', '<h2>The ferry waits for spring</h2>'],
    ['The ferry waits for spring - Skerry Foundation', '<div><h1>The ferry waits for spring</h1></div>'],
    ['Notes: The ferry waits for spring', '<h1>The ferry waits for spring</h1>'],
  ])('is called what of "%s" stands on it as a heading', (title, heading) => {
    expect(draftOf(heading, `<title>${title}</title>`).document.title).toBe('The ferry waits for spring');
  });

  test('is called by its headline without the rubric that stands within it', () => {
    const draft = draftOf(
      '<h1><span>Islands</span>The ferry waits for spring</h1>',
      '<meta property="og:title" content="The ferry waits for spring">',
    );
    expect(draft.document.title).toBe('The ferry waits for spring');
  });

  test('leaves out what is written below pictures, unless that is what it tells', () => {
    const picture = `<figure><img src="/a.png"><figcaption><p>${SENTENCE.replace('storm', 'flood')}</p></figcaption></figure>`;
    expect(JSON.stringify(draftOf(`<h1>The ferry waits</h1>${picture}`).document)).not.toContain('flood');
    const gallery = draftText(
      `<html><body><h1>The ferry waits</h1><p>Nine pictures of it.</p>${picture.repeat(9)}</body></html>`,
      'page.html',
    );
    expect(JSON.stringify(gallery.document)).toContain('flood');
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
