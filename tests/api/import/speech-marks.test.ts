/** Quotation marks as people and programs write them, and what has none: the dash of a dialogue. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

function quotesIn(text: string): (string | null)[][] {
  const { claims } = draftText(`The flood of the year\n\nThe water rose.\n\n${text}\n`, 'a.txt').document;
  return claims.filter(({ verbatim }) => verbatim).map((claim) => [claim.text, claim.speaker]);
}

const WORDS = 'Nobody asked us about the toll';

describe('marks of two kinds', () => {
  test.each([
    `"${WORDS},” said Peter Hahn on the quay.`,
    `"${WORDS},“ said Peter Hahn on the quay.`,
    `“${WORDS},“ said Peter Hahn on the quay.`,
    `“${WORDS}," said Peter Hahn on the quay.`,
    `„${WORDS}", sagte Peter Hahn.`,
    `»${WORDS}«, sagte Peter Hahn.`,
    `‘${WORDS},’ said Peter Hahn.`,
    `‘${WORDS}’, said Peter Hahn.`,
    `'${WORDS},' said Peter Hahn.`,
  ])('%s', (text) => {
    expect(quotesIn(text)).toEqual([[WORDS, 'Peter Hahn']]);
  });

  test.each([
    `"He said “no” to all of us here," said Peter Hahn.`,
    `"He said “no” to all of us here," said Peter Hahn. "We left," he added.`,
  ])('and one within the other: %s', (text) => {
    expect(quotesIn(text)[0]).toEqual(['He said “no” to all of us here', 'Peter Hahn']);
  });
});

describe('single marks', () => {
  test('end at no apostrophe', () => {
    expect(
      quotesIn('Peter Hahn said: ‘It’s a disgrace, and the boys’ boats can’t leave. We won’t pay.’'),
    ).toEqual([['It’s a disgrace, and the boys’ boats can’t leave. We won’t pay.', 'Peter Hahn']]);
  });

  test.each([
    'The boys’ boats weren’t in the harbour, and Peter Hahn’s oven was cold in ’98, said the baker.',
    "The 'old' wall wasn't theirs, the boys' father said, and 'twas the fishers', too.",
    '‘Never’ is what Peter Hahn said of the wall that the town’s fathers built for themselves.',
  ])('are none in words: %s', (text) => {
    expect(quotesIn(text)).toEqual([]);
  });
});

describe('of several paragraphs each begins with a mark and only the last one ends with one', () => {
  test.each([
    [`Peter Hahn said: “${WORDS}.\n\n“We would have said no at once.\n\n“We will say it again tomorrow.”`],
    [`"${WORDS}.\n\n"We would have said no at once.\n\n"We will say it again tomorrow," said Peter Hahn.`],
  ])('%s', (text) => {
    expect(quotesIn(text).map(([words]) => words?.replace(/\.$/, ''))).toEqual([
      ...(text.startsWith('"') ? [] : [WORDS, 'We would have said no at once']),
      'We will say it again tomorrow',
    ]);
    expect(quotesIn(text).every(([, speaker]) => speaker === 'Peter Hahn')).toBe(true);
  });

  test('and where the next one begins with other words, nothing of a forgotten mark is a quotation', () => {
    expect(quotesIn(`“${WORDS}, said Peter Hahn on the quay.\n\nNobody laughed.`)).toEqual([]);
  });

  test('and the words after them are of whoever says them', () => {
    const text = `Peter Hahn said: “${WORDS}.\n\n“We would have said no.”\n\n“They did ask me,” Anna Berg said.`;
    expect(quotesIn(text).at(-1)).toEqual(['They did ask me', 'Anna Berg']);
  });
});

describe('the dash of a dialogue', () => {
  test.each([
    ['—Nadie nos preguntó nada del peaje —dijo Juan Ruiz.', 'Nadie nos preguntó nada del peaje', 'Juan Ruiz'],
    [
      '—Nadie nos preguntó nada. Ni una palabra —dijo Juan Ruiz—. Fue así.',
      'Nadie nos preguntó nada. Ni una palabra',
      'Juan Ruiz',
    ],
    ['— Нас никто не спросил, — сказал Иван Петров.', 'Нас никто не спросил', 'Иван Петров'],
    ['– Personne ne nous a rien demandé, dit Jean Morel.', 'Personne ne nous a rien demandé', 'Jean Morel'],
  ])('%s', (text, words, speaker) => {
    expect(quotesIn(text)).toEqual([[words, speaker]]);
  });

  test.each([
    '– Le maire de la ville, dit Jean Morel, est venu très tard ce soir.',
    '— The wall is too low, and everybody knows it — it has been for years.',
  ])('leads to no quotation where nobody knows what it ends: %s', (text) => {
    expect(quotesIn(text)).toEqual([]);
  });
});

describe('corner brackets', () => {
  test.each([
    ['「誰も私たちに尋ねませんでした」と山田太郎市長は述べた。', '誰も私たちに尋ねませんでした', '山田太郎'],
    [
      '市長の山田太郎氏は「誰も私たちに尋ねませんでした」と語った。',
      '誰も私たちに尋ねませんでした',
      '山田太郎',
    ],
    ['「沒有人問過我們這件事情」，市長李華說。', '沒有人問過我們這件事情', '李華'],
    ['市長張華說：「沒有人問過我們這件事情。」', '沒有人問過我們這件事情。', '張華'],
  ])('%s', (text, words, speaker) => {
    expect(quotesIn(text)).toEqual([[words, speaker]]);
  });

  test.each([
    '「誰も私たちに尋ねませんでした」と政府は述べた。',
    '「静かな海の町の物語です」という本は売れた。',
  ])('name nobody: %s', (text) => {
    expect(quotesIn(text).flatMap(([, speaker]) => speaker ?? [])).toEqual([]);
  });
});
