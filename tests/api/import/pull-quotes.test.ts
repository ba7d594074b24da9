import { describe, expect, test } from 'vitest';
import type { Claim } from '@communique/api/briefings/document';
import { draftText } from '../../support/drafts.ts';

function claimsOf(quote: string, fileName = 'a.md'): Claim[] {
  return draftText(`# The flood\n\nThe water rose at night. Nobody slept.\n\n${quote}\n`, fileName).document
    .claims;
}

describe('a blockquote', () => {
  test.each([
    ['> "We act now," said Mayor Clara Holm.', 'We act now', 'Clara Holm', 'Mayor'],
    [
      '> “We act now,” said Clara Holm, mayor of Port Vale.',
      'We act now',
      'Clara Holm',
      'mayor of Port Vale',
    ],
    ['> “We act now,” Clara Holm said.', 'We act now', 'Clara Holm', null],
    ['> Clara Holm said: “We act now.”', 'We act now.', 'Clara Holm', null],
    [
      '> „Wir handeln jetzt“, sagte Bürgermeisterin Clara Holm.',
      'Wir handeln jetzt',
      'Clara Holm',
      'Bürgermeisterin',
    ],
    [
      '> „Wir handeln jetzt“, sagte die Bürgermeisterin Clara Holm am Dienstag.',
      'Wir handeln jetzt',
      'Clara Holm',
      'Bürgermeisterin',
    ],
    ['> «Мы действуем сейчас», — сказала Клара Хольм.', 'Мы действуем сейчас', 'Клара Хольм', null],
    ['> “We act now.” — Clara Holm, mayor', 'We act now.', 'Clara Holm', 'mayor'],
    [
      '> We act now, and at once.\n>\n> — Clara Holm, mayor',
      'We act now, and at once.',
      'Clara Holm',
      'mayor',
    ],
    ['> “We act now.\n>\n> “We never wait.”', 'We act now. We never wait.', null, null],
    ['> “We act “now” and here.”', 'We act “now” and here.', null, null],
  ])('%s is taken apart', (quote, text, speaker, speakerRole) => {
    expect(claimsOf(quote)).toMatchObject([{ verbatim: true, text, speaker, speakerRole }]);
  });

  test('keeps the day on which it was said', () => {
    expect(claimsOf('> “We act now,” said Mayor Clara Holm on Tuesday.')).toMatchObject([
      { text: 'We act now', speaker: 'Clara Holm', statedOnText: 'on Tuesday' },
    ]);
  });

  test.each([
    '> “We act now,” said the mayor, who had not slept, and she left.',
    '> “We act now,” she said.',
    '> “We act now,” said Mayor Clara Holm. “We never wait,” said Per Lind.',
    '> The “now” of the mayor is a word for later.',
    '> “We act now, said Mayor Clara Holm.',
    '> “We act now” is what the banner in front of the town hall said for years.',
    '> „Wir handeln jetzt“, sagte die Bürgermeisterin.',
  ])('that cannot be taken apart is no quotation: %s', (quote) => {
    const { claims, sections } = draftText(
      `# The flood\n\nThe water rose. Nobody slept.\n\n${quote}\n`,
      'a.md',
    ).document;
    expect(claims).toEqual([]);
    expect(sections[0]?.blocks.at(-1)).toMatchObject({ type: 'PARAGRAPH', text: quote.slice(2) });
  });
});

test('a paragraph of quoted words and a name quotes only what stands within the marks', () => {
  expect(claimsOf('“We act now, at once.” — Clara Holm, mayor', 'a.txt')).toMatchObject([
    { verbatim: true, text: 'We act now, at once.', speaker: 'Clara Holm', speakerRole: 'mayor' },
  ]);
  const claims = claimsOf('“We act now, at once,” it was said, and then “never again” — by nobody', 'a.txt');
  expect(claims.filter(({ text }) => text.includes('”'))).toEqual([]);
});
