import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeText,
  escapeLine,
  escapeMarkdown,
  link,
  timestamp,
  webUrl,
} from '@communique/bot/messages/markdown';

describe('text from outside', () => {
  test.each([
    ['**bold** and __under__', '\\*\\*bold\\*\\* and \\_\\_under\\_\\_'],
    ['~~x~~ ||y|| `z`', '\\~\\~x\\~\\~ \\|\\|y\\|\\| \\`z\\`'],
    ['[text](https://evil.example)', '\\[text\\](https://evil.example)'],
    ['<@1> <#2> <t:0:R> </x:3> <:e:4>', '\\<@1> \\<#2> \\<t:0:R> \\</x:3> \\<:e:4>'],
    ['# heading', '\\# heading'],
    ['-# small', '\\-# small'],
    ['- point\n> quote\n+ plus', '\\- point\n\\> quote\n\\+ plus'],
    ['1. first', '1\\. first'],
    ['12) twelfth', '12\\) twelfth'],
    ['a - b # c > d', 'a - b # c > d'],
    ['back\\slash', 'back\\\\slash'],
    ['price: 1,5 - 2 %', 'price: 1,5 - 2 %'],
  ])('%j shows as itself', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('mentions nobody', () => {
    expect(escapeMarkdown('@everyone @here @EVERYONE')).not.toMatch(/@(everyone|here)/i);
  });

  test('an address stays whole, so that it can be opened', () => {
    expect(escapeMarkdown('see https://example.org/a_b_c?d=1 *now*')).toBe(
      'see https://example.org/a_b_c?d=1 \\*now\\*',
    );
  });

  test('cannot turn the direction of reading', () => {
    expect(escapeMarkdown('a\u202Eb\u2066c')).toBe('abc');
  });

  test('outside of addresses no mark stays without a backslash', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('*_~|`[]<\\ab #->1.\n@')) }), (text) => {
        const unescaped = escapeMarkdown(text).replace(/\\[^\n]/g, 'x');
        expect(unescaped).not.toMatch(/[*_~|`[\]<\\]/);
        expect(unescaped).not.toMatch(/^\s*(-#|[#>+-])/m);
      }),
    );
  });

  test('for a line has no line break', () => {
    expect(escapeLine(' two\n lines ')).toBe('two lines');
  });

  test('cannot end a code block', () => {
    expect(codeText('```\nevil')).not.toContain('`');
  });
});

describe('a link', () => {
  test('leads where it says', () => {
    expect(link('A [title]', 'https://example.org/a(b)')).toBe(
      '[A \\[title\\]](https://example.org/a%28b%29)',
    );
  });

  test.each([
    'javascript:alert(1)',
    'ftp://example.org',
    'not an address',
    `https://e.org/${'x'.repeat(600)}`,
  ])('is none for %j', (address) => {
    expect(link('Title', address)).toBe('Title');
  });

  test('never shows another address than the one it leads to', () => {
    expect(link('https://bank.example', 'https://evil.example')).toBe('https://bank.example');
  });

  test('cannot be ended by what is in the address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        expect(webUrl(address) ?? '').not.toMatch(/[\s()<>\\*|`]/);
      }),
    );
  });
});

test('times are shown in the reader’s own zone', () => {
  expect(timestamp('2025-02-18T09:00:00.000Z', 'F')).toBe('<t:1739869200:F>');
});
