import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords, isSlug, slugify, truncate } from '@communique/shared/text';

const anyText = fc.string({ unit: 'binary' });

describe('truncating', () => {
  test('leaves what fits as it is', () => {
    expect(truncate('Riyadh talks', 12)).toBe('Riyadh talks');
    expect(truncate('', 0)).toBe('');
  });

  test('cuts at a word where one is near', () => {
    expect(truncate('The delegations met in Riyadh', 25)).toBe('The delegations met in…');
  });

  test('cuts inside a word where none is near', () => {
    expect(truncate('Donaudampfschifffahrtsgesellschaft', 10)).toBe('Donaudamp…');
  });

  test('never leaves half an emoji, flag or accented letter', () => {
    expect(truncate('ab😀cd', 4)).toBe('ab…');
    expect(truncate('ab🇩🇪cd', 5)).toBe('ab…');
    expect(truncate('ab👩‍👧cd', 6)).toBe('ab…');
    expect(truncate('abe\u0301cde', 4)).toBe('ab…');
  });

  test('knows that there may be no room', () => {
    expect(truncate('Riyadh', 1)).toBe('…');
    expect(truncate('Riyadh', 0)).toBe('');
  });

  test('is never too long, is well formed and begins like the text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, maxLength) => {
        const short = truncate(text, maxLength);
        expect(short.length).toBeLessThanOrEqual(maxLength);
        expect(short.isWellFormed()).toBe(true);
        expect(short === text || (short.endsWith('…') && text.startsWith(short.slice(0, -1)))).toBe(true);
      }),
    );
  });

  test('takes one endless character for what it is', () => {
    const tower = `a${'\u0301'.repeat(5_000)}`;
    expect(truncate(tower, 100).length).toBeLessThanOrEqual(100);
  });
});

describe('making slugs', () => {
  test.each([
    ['Äpfel & Öl: 2025', 'apfel-ol-2025'],
    ['The US–Russia talks in Riyadh', 'the-us-russia-talks-in-riyadh'],
    ["Ukraine's NATO question", 'ukraines-nato-question'],
    ['Переговоры в Эр-Рияде', 'переговоры-в-эр-рияде'],
    ['Война и мир: йод', 'война-и-мир-йод'],
    ['हिन्दी समाचार', 'हिन्दी-समाचार'],
    ['東京 2025', '東京-2025'],
    ['İstanbul', 'istanbul'],
    ['  --  ', ''],
    ['🚀', ''],
  ])('%j becomes %j', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  test('ends at a whole word where it would be too long', () => {
    expect(slugify('one two three', 9)).toBe('one-two');
    expect(slugify('Donaudampfschifffahrt', 5)).toBe('donau');
  });

  test('gives words joined by "-", and the same again when made twice', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, maxLength) => {
        const slug = slugify(text, maxLength);
        if (slug !== '') expect(isSlug(slug)).toBe(true);
        expect(slug.length).toBeLessThanOrEqual(maxLength);
        expect(slugify(slug, maxLength)).toBe(slug);
      }),
    );
  });
});

describe('counting words', () => {
  test.each([
    ['', 0],
    ['— … !', 0],
    ['The delegations met in Riyadh.', 5],
    ["It's 3.5 per cent", 4],
    ['Переговоры прошли в Эр-Рияде', 5],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  test('counts scripts that write no spaces', () => {
    expect(countWords('東京で会談が行われた')).toBeGreaterThan(2);
  });
});
