import { describe, expect, test } from 'vitest';
import type { Claim } from '@communique/api/briefings/document';
import { draftText } from '../../support/drafts.ts';

function claimsOf(text: string): Pick<Claim, 'text' | 'speaker' | 'speakerRole' | 'verbatim'>[] {
  const { claims } = draftText(`# The flood\n\nThe water rose. Nobody slept.\n\n${text}\n`, 'a.md').document;
  return claims.map(({ text: words, speaker, speakerRole, verbatim }) => ({
    text: words,
    speaker,
    speakerRole,
    verbatim,
  }));
}

describe('a pronoun means nobody', () => {
  const holm = 'Mayor Clara Holm said the town would build a wall of stone before winter.';

  test('as long as only one person was named, it means that person', () => {
    expect(claimsOf(`${holm} She said the money for it was in the bank already.`)).toMatchObject([
      { speaker: 'Clara Holm', speakerRole: 'Mayor' },
      { speaker: 'Clara Holm' },
    ]);
  });

  test.each([
    'Iker Sanz came to the quay at noon with a bucket. He said the money was in the bank already.',
    'Sanz told reporters that he had seen nothing. He said the money was in the bank already.',
  ])('after a stranger: %s', (text) => {
    const said = claimsOf(`${holm} ${text}`).filter((claim) => /money was in the bank/.test(claim.text));
    expect(said.filter(({ speaker }) => !/Sanz/.test(speaker ?? ''))).toEqual([]);
  });
});

describe('who is spoken of does not speak', () => {
  test.each([
    'Per Lind, the leader of the opposition, urged Holm to step down before the winter comes.',
    'Large crowds on the square have called for Holm to leave the town hall at once.',
    'The fishermen described Holm as the worst of all mayors the town has ever had.',
  ])('%s', (text) => {
    const claims = claimsOf(`Mayor Clara Holm was elected in spring.\n\n${text}`);
    expect(claims.filter(({ speaker }) => speaker === 'Clara Holm')).toEqual([]);
  });
});

describe('a person is introduced', () => {
  test('by what he is', () => {
    expect(
      claimsOf('“The wall is too low, and it always was,” said Iker Sanz, an engineer from the islands.'),
    ).toMatchObject([{ speaker: 'Iker Sanz', speakerRole: 'engineer from the islands' }]);
  });

  test('and an office in the paragraph before is not hers', () => {
    expect(
      claimsOf('Boats of Canada\n\nPresident Clara Holm said the town would build a wall before winter.'),
    ).toMatchObject([{ speaker: 'Clara Holm', speakerRole: 'President' }]);
  });
});

test('a choice of words within a sentence is no quotation: the sentence is what was said', () => {
  expect(
    claimsOf('Mayor Clara Holm said the wall had become “the worst of all walls” over the years.'),
  ).toMatchObject([{ verbatim: false, speaker: 'Clara Holm' }]);
});

test.each(['Mayor Clara Holm said:', 'Mayor Clara Holm said.'])('"%s" states nothing', (text) => {
  expect(claimsOf(text)).toEqual([]);
});

describe('a quotation that its attribution interrupts', () => {
  const saidBy = 'Mayor Clara Holm was elected in spring.\n\n';

  test.each([
    ['"Never," Holm said, "shall this town sell the wall."', 'Never shall this town sell the wall.'],
    ['“Nobody,” said Holm, “has ever measured the water.”', 'Nobody has ever measured the water.'],
    [
      '"Not one of them," Holm said on Tuesday, "has voted for the wall in any meeting."',
      'Not one of them has voted for the wall in any meeting.',
    ],
    ['"Never" Holm said, "shall this town sell the wall."', 'Never shall this town sell the wall.'],
    ['"No stone," Holm said, "not one," she added, "will be sold."', 'No stone not one will be sold.'],
  ])('is one, both halves together: %s', (sentence, words) => {
    expect(claimsOf(saidBy + sentence)).toMatchObject([
      { verbatim: true, text: words, speaker: 'Clara Holm' },
    ]);
  });

  test.each([
    '"Never," said Holm, and Per Lind went on, "shall this town sell the wall."',
    '"Nobody," said Holm; her deputy added, "has ever measured the water in that river."',
  ])('is none where nobody can tell whose words go on: %s', (sentence) => {
    expect(claimsOf(saidBy + sentence).filter(({ verbatim }) => verbatim)).toEqual([]);
  });

  test('and what else the sentence between says stays in the text', () => {
    const { sections } = draftText(
      '# The flood\n\nMayor Clara Holm was elected in spring.\n\n“Never,” Holm said from the roof of the burning mill, “shall this town sell the wall.”\n',
      'a.md',
    ).document;
    expect(JSON.stringify(sections)).toContain('the roof of the burning mill');
  });

  test('two sentences, each in marks of its own, stay two', () => {
    expect(
      claimsOf(`${saidBy}“We shall build the wall.” Holm said so twice. “We shall pay for it,” Holm said.`),
    ).toMatchObject([{ text: 'We shall pay for it' }]);
  });
});
