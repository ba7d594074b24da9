import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '@communique/bot/messages/render-markdown';

const rendered = (markdown: string): string => renderMarkdown(markdown).join('\n');

describe('an answer in Markdown', () => {
  test.each([
    ['**bold** *italic* `code`', '**bold** *italic* `code`'],
    ['# Heading', '**Heading**'],
    ['- one\n- two\n  - deeper', '- one\n- two\n  - deeper'],
    ['3. three\n4. four', '3. three\n4. four'],
    ['> quoted\n> twice', '> quoted\n> twice'],
    ['[Reuters](https://example.org/a)', '[Reuters](https://example.org/a)'],
    ['https://example.org/a', '<https://example.org/a>'],
    ['```js\nlet a;\n```', '```\nlet a;\n```'],
    ['~~gone~~', '~~gone~~'],
    ['![A map](https://example.org/map.png)', '(picture: A map)'],
    ['a  \nb', 'a\nb'],
  ])('%j keeps what Discord shows', (markdown, expected) => {
    expect(rendered(markdown)).toBe(expected);
  });

  test.each([
    ['[click](javascript:alert(1))', 'click'],
    ['<@1336000000000000001>', '\\<@1336000000000000001>'],
    ['<b>html</b>', '\\<b>html\\</b>'],
    ['||spoiler||', '\\|\\|spoiler\\|\\|'],
  ])('%j is text and nothing else', (markdown, expected) => {
    expect(rendered(markdown)).toBe(expected);
  });

  test('a link that pretends to lead elsewhere shows where it leads', () => {
    expect(rendered('[https://bank.example](https://evil.example/)')).toBe('<https://evil.example/>');
  });

  test('a table becomes columns', () => {
    expect(rendered('| a | b |\n|--|--:|\n| 1 | 22 |')).toBe('```\na   b\n─  ──\n1  22\n```');
  });

  test('nothing in it can ping anybody', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('@', 'everyone', 'here', '<@', '1>', '*', '`', '\n', ' ', '[', '](', ')'),
        }),
        (markdown) => {
          const outsideCode = rendered(markdown).replace(/```[^]*?```|`[^`]*`/g, ' ');
          expect(outsideCode).not.toMatch(/@(everyone|here)/);
          expect(outsideCode.replace(/\\</g, '')).not.toMatch(/<@/);
        },
      ),
    );
  });
});
