/** Words that somebody spoke whom the sentence does not name: found all the same, and given to nobody who may not have said them. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const WORDS = '“Nobody asked us about the toll,”';

function quotesIn(text: string): { text: string; speaker: string | null; speakerRole: string | null }[] {
  const { claims } = draftText(`The flood of the year\n\nThe water rose.\n\n${text}\n`, 'a.txt').document;
  return claims
    .filter(({ verbatim }) => verbatim)
    .map(({ text: words, speaker, speakerRole }) => ({ text: words, speaker, speakerRole }));
}

function speakersIn(text: string): (string | null)[] {
  return quotesIn(text).map(({ speaker }) => speaker);
}

describe('the sentence tells only what the speaker is', () => {
  test.each([
    [`${WORDS} the mayor said.`, 'mayor'],
    [`${WORDS} said the mayor.`, 'mayor'],
    [`${WORDS} a spokesperson for the port said.`, 'spokesperson for the port'],
    [`${WORDS} said one resident.`, 'resident'],
    [`${WORDS} officials said on Monday.`, 'officials'],
    [
      `${WORDS} a Bern-based spokesman for Strait Foods said in an email.`,
      'Bern-based spokesman for Strait Foods',
    ],
    [`${WORDS} said Holm’s mother, who came late.`, 'Holm’s mother'],
    ['“Who asked us about the toll?” the mayor asked.', 'mayor'],
    ['The mayor said: “Nobody asked us about the toll.”', 'mayor'],
    ['„Das hat uns niemand gefragt“, sagte die Sprecherin der Polizei.', 'Sprecherin der Polizei'],
    ['„Das hat uns niemand gefragt“, so der Anwalt.', 'Anwalt'],
    ['« Personne ne nous a rien demandé », dit le maire.', 'maire'],
    ['«Nadie nos preguntó nada», declaró el ministro de Economía.', 'ministro de Economía'],
    ['“没有人问过我们这件事，”市长说。', '市长'],
    ['« Personne ne nous a rien demandé », selon un proche d’Édouard Morel.', 'proche d’Édouard Morel'],
    ['«Nadie nos preguntó nada», dijo la portavoz por medio de su oficina.', 'portavoz'],
    ['„Das hat uns niemand gefragt“, sagt die Floristin beispielsweise im Mai.', 'Floristin'],
  ])('%s', (sentence, speakerRole) => {
    expect(quotesIn(sentence)).toMatchObject([{ speaker: null, speakerRole }]);
  });

  test('and where the text names the only one of that office, it is that one', () => {
    expect(quotesIn(`Mayor Ann Lee came late. ${WORDS} the mayor said.`)).toMatchObject([
      { speaker: 'Ann Lee' },
    ]);
  });

  test('but not where two have it', () => {
    expect(quotesIn(`Mayor Ann Lee met Mayor Per Sand. ${WORDS} the mayor said.`)).toMatchObject([
      { speaker: null, speakerRole: 'mayor' },
    ]);
  });

  test.each([
    'The mission, “to make every boat in the world useful to all,” says a lot about the yard.',
    'Asked whether “the bridge will open again on Monday”, the clerk said no.',
    'The notice “all boats must leave the harbour at noon” was on the door.',
  ])('a thing that is only called so was said by nobody: %s', (sentence) => {
    expect(quotesIn(sentence)).toEqual([]);
  });
});

describe('a surname alone', () => {
  test.each([
    [`${WORDS} said Hahn.`, 'Hahn'],
    [`${WORDS} Hahn told reporters.`, 'Hahn'],
    [`${WORDS} Mr. Hahn said.`, 'Hahn'],
    [`${WORDS} said Hahn. Much later Peter Hahn went home.`, 'Peter Hahn'],
    [`${WORDS} said Hahn. Both Peter Hahn and Anna Hahn went home.`, 'Hahn'],
    [`${WORDS} said Hahn. Drenched Hahn went home, drenched to the bone.`, 'Hahn'],
  ])('%s', (text, speaker) => {
    expect(speakersIn(text)).toEqual([speaker]);
  });
});

describe('a pronoun', () => {
  test('means who is spoken of in the sentence before', () => {
    expect(speakersIn(`Peter Hahn runs the bakery. ${WORDS} he said.`)).toEqual(['Peter Hahn']);
  });

  test('means who spoke in the paragraph before', () => {
    expect(speakersIn(`${WORDS} said Peter Hahn.\n\n“We would have said no at once,” he added.`)).toEqual([
      'Peter Hahn',
      'Peter Hahn',
    ]);
  });

  test.each([
    `“Nobody came to see us,” said Peter Hahn. Iker Sanz laughed at the window. He saw Mia Roth. ${WORDS} he said.`,
    `“The door in the yard” was old. ${WORDS} he said.`,
    `Anna Berg came with Peter Hahn to the quay. ${WORDS} he said.`,
    `${WORDS} Anna Berg told me. After a year on his own, Peter Berg took over. He agrees that it was hard. “It is a good wall for us,” he says.`,
  ])('means nobody where it may be another: %s', (text) => {
    expect(speakersIn(text).at(-1)).toBeNull();
  });

  test('"she" is nobody who was "he" before', () => {
    const text = `“Nobody came to see us,” said Peter Hahn. “The oven was cold,” he added. ${WORDS} she said.`;
    expect(speakersIn(text).at(-1)).toBeNull();
  });

  test.each([`${WORDS} they said.`, '« Personne ne nous a rien demandé », a-t-elle dit.'])(
    'of whom nothing tells is nobody: %s',
    (sentence) => {
      expect(quotesIn(sentence)).toMatchObject([{ speaker: null, speakerRole: null }]);
    },
  );
});

describe('is no name', () => {
  test('what stands before one in another sentence', () => {
    const text = `First Hahn came to the quay, and at first nobody saw him. ${WORDS} said Hahn.`;
    expect(speakersIn(text)).toEqual(['Hahn']);
  });

  test('what an office is of', () => {
    const text = `The Prime Minister of New Zealand came to the quay. ${WORDS} said Zealand.`;
    expect(quotesIn(text)).toMatchObject([{ speakerRole: null }]);
  });

  test('what a place is', () => {
    expect(quotesIn('“Saint James Inn” — one of the finest old inns of the whole town.')).toEqual([]);
  });
});

test('who somebody is may stand behind what he is', () => {
  expect(quotesIn(`${WORDS} said the head of the yard, Iker Sanz.`)).toMatchObject([
    { speaker: 'Iker Sanz', speakerRole: 'head of the yard' },
  ]);
});

describe('after the attribution', () => {
  test('the words that follow are of the same speaker, each as it was spoken', () => {
    expect(quotesIn(`${WORDS} said Peter Hahn, a baker. “We would have said no.”`)).toEqual([
      { text: 'Nobody asked us about the toll', speaker: 'Peter Hahn', speakerRole: 'baker' },
      { text: 'We would have said no.', speaker: 'Peter Hahn', speakerRole: 'baker' },
    ]);
  });

  test('also where the first ones are too few to stand alone', () => {
    expect(speakersIn('“Never,” said Peter Hahn. “We would have said no.”')).toEqual(['Peter Hahn']);
  });

  test('and end with an exclamation mark', () => {
    expect(speakersIn('“Never again in this town!” Peter Hahn said. “We would have said no.”')).toEqual([
      'Peter Hahn',
      'Peter Hahn',
    ]);
  });

  test('but not where somebody else says them', () => {
    expect(speakersIn(`${WORDS} said Peter Hahn. “We would have said no,” said Anna Berg.`)).toEqual([
      'Peter Hahn',
      'Anna Berg',
    ]);
  });

  test('and two who speak in one sentence keep their own words', () => {
    expect(
      speakersIn(`${WORDS} said Peter Hahn, while Anna Berg added: “We would have said no to them.”`),
    ).toEqual(['Peter Hahn', 'Anna Berg']);
  });
});

test.each([`${WORDS} said Anna Berg and Peter Hahn.`])('of two nobody knows who spoke: %s', (sentence) => {
  expect(speakersIn(sentence)).toEqual([null]);
});

test('the listener is no part of the name, and carried it', () => {
  const { claims } = draftText(
    `The flood\n\nThe water rose.\n\n${WORDS} Hahn told Reuters.\n`,
    'a.txt',
  ).document;
  expect(claims).toMatchObject([{ speaker: 'Hahn', reportedBy: ['Reuters'] }]);
});
