/** The headline of pages that say nothing about where their article begins. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const SENTENCE =
  'The council of Norvik voted on Tuesday to raise the toll, and the money goes to the repair of pylon';
const PROSE = [1, 2, 3, 4].map((n) => `<p>${SENTENCE} ${n}.</p>`).join('');
const MENU = `<div class="mega"><ul>${Array.from({ length: 20 }, (_, n) => `<li><a href="/s${n}">Another story ${n}</a></li>`).join('')}</ul></div>`;

function titleOf(title: string, headline: string, content = `<div id="content">${headline}${PROSE}</div>`) {
  const page = `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${MENU}${content}<div class="side">${MENU}</div></body></html>`;
  return draftText(page, 'page.html').document.title;
}

test.each(['Toll rises - Northern Herald', 'Northern Herald', 'News | Northern Herald', 'Council decisions'])(
  'is the one main heading, not "%s"',
  (title) => {
    expect(titleOf(title, '<h1>Toll rises on the harbour bridge</h1>')).toBe(
      'Toll rises on the harbour bridge',
    );
  },
);

test('may stand above the element that holds the article', () => {
  expect(
    titleOf(
      'Northern Herald',
      '',
      `<div><div class="head"><h1>Toll rises on the bridge</h1></div><div class="text">${PROSE}</div></div>`,
    ),
  ).toBe('Toll rises on the bridge');
  expect(
    titleOf('News', '', `<div class="head"><h1>Toll rises on the bridge</h1></div><main>${PROSE}</main>`),
  ).toBe('Toll rises on the bridge');
});

test.each([
  ['leads to its first page', '<h1><a href="/">The Herald of the North</a></h1>'],
  ['is marked as its logo', '<div class="site-logo"><h1>The Herald of the North</h1></div>'],
  ['is what the title ends in', '<h1>Northern Herald</h1>'],
])('is not the name of the site, which %s', (_, logo) => {
  expect(
    titleOf(
      'Toll rises on the bridge - Northern Herald',
      '',
      `${logo}<div id="content"><h2>Toll rises on the bridge</h2>${PROSE}</div>`,
    ),
  ).toBe('Toll rises on the bridge');
  expect(
    titleOf('Toll rises on the bridge - Northern Herald', '', `${logo}<div id="content">${PROSE}</div>`),
  ).toBe('Toll rises on the bridge');
});

test.each([
  ['<ul>', 'li', '</ul>'],
  ['<div>', 'p', '</div>'],
])('a page of nothing but links is no article: %s', (start, tag, end) => {
  const link = (n: number): string => `<${tag}><a href="/p${n}">Page about things ${n}</a></${tag}>`;
  const links = Array.from({ length: 300 }, (_, n) => link(n)).join('');
  const page = `<!doctype html><html><head><title>Site map</title></head><body><h1>Site map</h1>${start}${links}${end}</body></html>`;
  expect(() => draftText(page, 'page.html')).toThrow('no text to make a briefing of');
});

describe('a title that begins with the name of the site', () => {
  const titleOf = (head: string, above: string): string =>
    draftText(
      `<html lang="en"><head>${head}</head><body>${above}<p>The harbour board voted to rebuild the quay. It will take two years.</p></body></html>`,
      'quay.html',
    ).document.title;

  test('is the headline below the heading that leads home', () => {
    expect(
      titleOf(
        '<title>Harbour Times - Board votes - News</title>',
        '<h1><a href="/">Harbour Times</a></h1><h2>Board votes to rebuild</h2>',
      ),
    ).toBe('Board votes to rebuild');
  });

  test('is none where the page is called like the site, and its head says more', () => {
    expect(
      titleOf(
        '<title>Board votes to rebuild the quay</title><meta property="og:title" content="Harbour Times - All the News"><meta property="og:site_name" content="Harbour Times - All the News">',
        '<h1>Board votes to rebuild the quay</h1><h1>In this picture of Tuesday, 4 March, the quay is seen from the board’s boat, which is green.</h1>',
      ),
    ).toBe('Board votes to rebuild the quay');
  });

  test('keeps a name that is no site’s', () => {
    expect(titleOf('<title>Nell Quist: the quay must go</title>', '')).toBe('Nell Quist: the quay must go');
  });
});
