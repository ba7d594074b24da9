import { isOnlyEmoji } from '@communique/sandbox/page/markdown/is-only-emoji';
import { parseMarkdown } from '@communique/sandbox/page/markdown/parse-markdown';
import { formatMessageTime, formatTimestamp } from '@communique/sandbox/page/markdown/format-timestamp';
import { localMedia, safeLink } from '@communique/sandbox/page/markdown/safe-url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

test.each([
  ['😀', true],
  ['👩‍👩‍👧‍👦 🎉\n🇪🇺', true],
  ['😀'.repeat(30), true],
  ['😀'.repeat(31), false],
  ['😀!', false],
  ['123', false],
  ['', false],
])('%j stands large: %j', (text, isLarge) => {
  expect(isOnlyEmoji(text)).toBe(isLarge);
});

describe("Discord's Markdown", () => {
  test('has lists with depth and order, which the parser package does not know', () => {
    const [list] = parseMarkdown('- a\n  - **b**\n3. c\n');
    expect(list).toMatchObject({
      type: 'list',
      items: [
        { depth: 0, ordered: false, content: [{ type: 'text', content: 'a' }] },
        { depth: 1, ordered: false, content: [{ type: 'strong' }] },
        { depth: 0, ordered: true, start: 3 },
      ],
    });
  });

  test.each([
    ['> quote\n-# small', ['blockQuote', 'subtext']],
    ['- item\n# title', ['list', 'heading']],
    ['-# small\n## title\n- item', ['subtext', 'heading', 'list']],
  ])('%j is %j, line by line', (source, types) => {
    expect(parseMarkdown(source).map(({ type }) => type)).toEqual(types);
  });

  test('takes a dash inside a line for text', () => {
    expect(parseMarkdown('one - two').map(({ type }) => type)).not.toContain('list');
  });

  test('keeps markup of other languages as text', () => {
    const nodes = parseMarkdown('<img src=x onerror=alert(1)>');
    expect(nodes.every(({ type }) => type === 'text')).toBe(true);
    expect(nodes.map(({ content }) => content).join('')).toBe('<img src=x onerror=alert(1)>');
  });

  test.each([
    ['# a', 'heading'],
    ['-# a', 'subtext'],
    ['> a', 'blockQuote'],
    ['||a||', 'spoiler'],
    ['~~a~~', 'strikethrough'],
    ['__a__', 'underline'],
    ['`a`', 'inlineCode'],
    ['```\na\n```', 'codeBlock'],
    ['[a](https://example.org)', 'link'],
    ['<t:1700000000:R>', 'timestamp'],
    ['<#123456789012345678>', 'channel'],
    ['</briefing read:123456789012345678>', 'slashCommand'],
  ])('reads %j as %s', (source, type) => {
    expect(parseMarkdown(source)[0]?.type).toBe(type);
  });
});

test('any text can be read, and none takes long', () => {
  const pieces = fc.constantFrom(
    '*',
    '**',
    '_',
    '||',
    '~~',
    '`',
    '```',
    '> ',
    '- ',
    '1. ',
    '\n',
    '[',
    '](',
    ')',
    '<t:',
    'a',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 300 }), (parts) => {
      const started = performance.now();
      parseMarkdown(parts.join(''));
      expect(performance.now() - started).toBeLessThan(500);
    }),
    { numRuns: 60 },
  );
});

describe('links', () => {
  test.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['http://example.org', 'http://example.org/'],
    ['javascript:alert(1)', null],
    [' JaVaScRiPt:alert(1)', null],
    ['data:text/html,<b>', null],
    ['//example.org', null],
    ['/relative', null],
    [undefined, null],
  ])('%j may be followed as %j', (target, expected) => {
    expect(safeLink(target)).toBe(expected);
  });
});

describe('pictures', () => {
  const page = 'http://localhost:4100/#1/2/3';

  test.each([
    ['http://127.0.0.1:4100/attachments/1/a.png', '/attachments/1/a.png'],
    ['http://localhost:4100/a.png?x=1', '/a.png?x=1'],
    ['http://127.0.0.1:9999/a.png', null],
    ['https://cdn.discordapp.com/a.png', null],
    ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'],
    ['data:text/html,<b>', null],
    ['file:///etc/passwd', null],
  ])('%j is loaded as %j', (target, expected) => {
    expect(localMedia(target, page)).toBe(expected);
  });
});

describe('times', () => {
  const now = new Date(2026, 10, 22, 12, 0);

  test('a relative time counts in the largest full unit', () => {
    expect(formatTimestamp(new Date(now.getTime() - 2 * 3_600_000), 'R', now)).toMatch(/2 hours ago/);
    expect(formatTimestamp(new Date(now.getTime() + 3 * 86_400_000), 'R', now)).toMatch(/in 3 days/);
  });

  test('an impossible instant is named, not thrown', () => {
    expect(formatTimestamp(new Date(Number.NaN), 'F', now)).toBe('Invalid date');
  });

  test('a message of today and of yesterday says so, seen from the clock that is passed in', () => {
    expect(formatMessageTime(new Date(2026, 10, 22, 9, 5), now)).toMatch(/^Today at /);
    expect(formatMessageTime(new Date(2026, 10, 21, 23, 59), now)).toMatch(/^Yesterday at /);
    expect(formatMessageTime(new Date(2026, 9, 1), now)).not.toMatch(/day at/);
  });
});
