/** Pages with drawings and formulas in them: only there may a tag close itself. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const ARTICLE =
  '<article><h1>The crane is sold</h1><p>The harbour sold its last crane on Monday. Nobody had used it for years.</p><ul><li>It was green.</li><li>It was loud.</li></ul><table><tr><th>Crane</th><th>Built</th></tr><tr><td>North</td><td>1961</td></tr></table><blockquote><p>It was in the way.</p></blockquote></article>';

function page(icons: string): string {
  return `<!doctype html><html lang="en"><head><title>The crane is sold</title></head><body><nav><ul>${icons}</ul></nav>${ARTICLE}</body></html>`;
}

describe('a menu of hundreds of icons leaves the article as it is', () => {
  test.each([
    '<svg viewBox="0 0 9 9"><path d="M0 0h9z"/></svg>',
    "<svg><title>Berths</title><g fill='none'><use xlink:href='#berth' /></g></svg>",
    '<svg><style>.a{fill:red}</style><circle cx="1" cy="1" r="1"/><rect/></svg>',
    '<svg><defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs></svg>',
    '<math><mrow><mi>x</mi><mspace width="1em"/></mrow></math>',
    '<svg class="icon"/>',
    '<!--[if IE]><div><![endif]-->',
  ])('%s', (icon) => {
    const item = (name: string): string => `<li><a href="/berths/${name}">${icon}Berth ${name}</a></li>`;
    const items = Array.from({ length: 400 }, (_, index) => item(String(index))).join('');
    const { document } = draftText(page(items), 'crane.html');
    const types = document.sections.flatMap(({ blocks }) => blocks.map(({ type }) => type));
    expect(types).toEqual(['PARAGRAPH', 'POINTS', 'TABLE', 'PARAGRAPH']);
    expect(JSON.stringify(document)).not.toContain('Berth 7');
  });
});

describe('what only looks as if it closed itself', () => {
  test.each([
    ['', '<path/>'],
    ['<svg><p>', '<path/>'],
    ['<svg><g/></svg>', '<path/>'],
    ['<svg>', '<path d=M0/>'],
    ['<svg>', '<path d=M"/>'],
    ['<svg>', '<g d="1>2"/>'],
    ['<svg><foreignObject>', '<path/>'],
    ['<svg><title><p></title>', '<path/>'],
    ['<svg><title>', '<div>'],
    ['<svg><style>', '<section>'],
    ['<!--<svg>-->', '<path/>'],
    ['<!x <svg>', '</x><path/>'],
    [`${'<div>'.repeat(120)}<svg>`, '<path/>'],
    ['<math><mi>', '<mspace/>'],
    ['', '<div><!--</div>-->'],
    ['', '<div></!</div>'],
  ])('nests no deeper than can be read: %s, then %s', (before, again) => {
    const text = `<html lang="en"><body>${ARTICLE}${before}${again.repeat(4_000)}</body></html>`;
    expect(draftText(text, 'crane.html').document.title).toBe('The crane is sold');
  });
});
