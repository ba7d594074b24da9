/** Which part of a page is its article: names, frames and other articles lead astray. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const SENTENCE =
  'The lighthouse of Skarvik is to be lit again, the harbour board said, after nine years in which ships found their way by instruments alone, and the keeper';
const paragraphs = (from: number, count: number): string =>
  Array.from({ length: count }, (_, n) => `<p>${SENTENCE} has counted ${from + n} nights.</p>`).join('');
const ARTICLE = `<h1>Skarvik lights its lighthouse</h1>${paragraphs(1, 8)}`;

function draftOf(body: string, head = '') {
  const html = `<!doctype html><html lang="en"><head><title>Skarvik lights its lighthouse | The Skerry</title>${head}</head><body>${body}</body></html>`;
  return draftText(html, 'lighthouse.html');
}

function textOf(body: string): string {
  return JSON.stringify(draftOf(body).document.sections);
}

describe('the article is read although', () => {
  test.each([
    ['the page stands in a form', `<form id="aspnet">${ARTICLE}</form>`],
    ['the header of the page was never closed', `<header id="top"><a href="/">The Skerry</a>${ARTICLE}`],
    [
      'its name speaks of sharing',
      `<div class="post no-share">${ARTICLE}</div><div class="foot">${paragraphs(90, 1)}</div>`,
    ],
    [
      'it stands beside a sidebar in what is named after it',
      `<div class="row float-sidebar">${ARTICLE}</div>`,
    ],
    ['readers may have to pay for it', `<div class="entry__content paywall">${ARTICLE}</div>`],
    ['it is hidden from small screens', `<div class="hidden md:block">${ARTICLE}</div>${paragraphs(70, 3)}`],
    ['only browsers without scripts show it', `<noscript><article>${ARTICLE}</article></noscript>`],
    ['a frame before it closes itself', `<iframe src="/ad" />${ARTICLE}<iframe src="/ad"></iframe>`],
    ['a frame before it was never closed', `<iframe src="/ad">${ARTICLE}`],
    ['a script before it closes itself', `<script src="/a.js" />${ARTICLE}<script>let a = 1;</script>`],
    [
      'another article is teased in the only element that says it is one',
      `<div class="text">${ARTICLE}</div><article><h2>Other</h2><p>Short.</p></article>`,
    ],
    ['its headline was never closed', `<h2 class="lead">${paragraphs(1, 8)}</h2>`],
    [
      'its own name stands below it again',
      `${ARTICLE}<h2>Skarvik lights its lighthouse</h2><p>Tags: ships</p>`,
    ],
  ])('%s', (_reason, body) => {
    const text = textOf(body);
    expect(text).toContain('has counted 1 nights');
    expect(text).toContain('has counted 8 nights');
  });

  test('sections are called after what they tell ("Sharing the light")', () => {
    const text = textOf(
      `${ARTICLE}<div class="section" id="sharing-the-light"><h2>Sharing the light</h2>${paragraphs(20, 3)}</div>`,
    );
    expect(text).toContain('has counted 22 nights');
  });
});

describe('beside the part with the paragraphs', () => {
  const around = (above: string, below: string): string =>
    JSON.stringify(
      draftOf(
        `<div class="wrap"><div class="head"><h1>Skarvik lights its lighthouse</h1></div><div class="above">${above}</div><div class="text">${paragraphs(1, 8)}</div><div class="below">${below}</div></div>`,
      ).document,
    );

  test.each([
    ['labels of a player', '<span>Mute</span><span>Playback rate</span><span>Chapters</span>'],
    [
      'other headlines',
      '<ul><li><a href="/a">Herring is back</a></li><li><a href="/b">Ferry late</a></li></ul>',
    ],
    ['short lines', '<p>Most viewed</p><div>Loading gallery</div>'],
  ])('%s are left out', (_kind, html) => {
    const text = around('', html);
    for (const line of ['Mute', 'Playback', 'Herring', 'Most viewed', 'gallery'])
      expect(text).not.toContain(line);
  });

  test('the standfirst stays, and so does whatever tells something', () => {
    const list = '<ul><li>flour</li><li>two eggs</li><li>a cup of milk</li></ul>';
    const table = '<table><tr><th>Year</th><th>Ships</th></tr><tr><td>1999</td><td>41</td></tr></table>';
    const text = around(
      '<p>Nine years of darkness end in May for the islands</p>',
      `${list}${table}${paragraphs(50, 1)}`,
    );
    for (const line of ['Nine years of darkness', 'two eggs', '1999', 'has counted 50 nights'])
      expect(text).toContain(line);
  });

  test('who wrote it and when is still known', () => {
    const draft = draftOf(
      `<div><h1>Skarvik lights its lighthouse</h1><div class="byline">By Ann Berg</div><div class="text">${paragraphs(1, 8)}</div></div>`,
    );
    expect(draft.article.byline).toBe('Ann Berg');
  });

  test.each([
    ['what is hidden', '<div class="hidden"><p>TEXT</p></div><div style="display: none"><p>TEXT</p></div>'],
    ['who wrote it, at length', '<div class="author-bio"><p>TEXT</p></div>'],
    ['the footer of the page', '<div id="footer"><p>TEXT</p></div>'],
    ['where to log in', '<div class="sign-in"><p>TEXT</p></div>'],
    ['what readers see below pictures', '<div class="photo-caption">TEXT</div>'],
  ])('%s is left out', (_what, html) => {
    const text = textOf(`${ARTICLE}${html.replaceAll('TEXT', SENTENCE.replace('lighthouse', 'windmill'))}`);
    expect(text).toContain('has counted 8 nights');
    expect(text).not.toContain('windmill');
  });

  test('comments are left out however many they are', () => {
    const comments = Array.from(
      { length: 40 },
      (_, n) => `<div class="comment">${paragraphs(100 + n, 1)}</div>`,
    );
    const text = textOf(`${ARTICLE}<div class="comments">${comments.join('')}</div>`);
    expect(text).toContain('has counted 8 nights');
    expect(text).not.toContain('has counted 100 nights');
  });

  test('the page is read whole where its comments are all that it has', () => {
    const text = textOf(
      `<h1>Live</h1><div class="live-comments"><div class="live-comment">${paragraphs(1, 3)}</div></div>`,
    );
    expect(text).toContain('has counted 3 nights');
  });
});
