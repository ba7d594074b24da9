import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const OPENING = 'What may happen next\n\nThe talks may go three ways. Nobody knows which one it will be.';

describe('sections that each head a scenario', () => {
  test.each([
    ['Scenario 1: A deal', 'Scenario 2: No deal', ['A deal', 'No deal']],
    ['Best-case scenario', 'Worst-case scenario', ['Best-case scenario', 'Worst-case scenario']],
  ])('%s, %s', (one, other, titles) => {
    const text = `${OPENING}\n\n${one}\n\nBoth sides sign before the summer and trade goes on.\n\n${other}\n\nThe talks fail and the tariffs stay for many years.\n`;
    const { scenarios } = draftText(text, 'a.txt').document;
    expect(scenarios.map(({ title }) => title)).toEqual(titles);
    expect(scenarios[0]?.description).toBe('Both sides sign before the summer and trade goes on.');
  });

  test('below a heading on scenarios they are found once', () => {
    const text =
      '# Next\n\nIt goes on. Nobody sleeps.\n\n## Possible scenarios\n\n### Scenario 1: A deal\n\nThey sign.\n\n### Scenario 2: No deal\n\nThey fail.\n';
    expect(draftText(text, 'a.md').document.scenarios.map(({ title }) => title)).toEqual([
      'A deal',
      'No deal',
    ]);
  });

  const WAYS =
    '\n\nA Negotiated Settlement\n\nBoth sides sign before the summer. It is seen as likely.\n\nA Frozen Conflict\n\nNothing is signed, and nothing happens for many years.\n\n';
  const settled = [
    ['A Negotiated Settlement', 'likely'],
    ['A Frozen Conflict', null],
  ];
  test.each([
    ['a.txt', `Possible Scenarios\n\n1. A Negotiated Settlement\n2. A Frozen Conflict${WAYS}`],
    ['a.txt', `Possible Scenarios${WAYS.replace('A Neg', '1. A Neg').replace('A Fro', '2. A Fro')}`],
    [
      'a.md',
      `## Possible scenarios\n\n1. A Negotiated Settlement\n2. A Frozen Conflict${WAYS.replaceAll('\n\nA ', '\n\n## A ')}`,
    ],
    [
      'a.md',
      `## Possible scenarios\n\n1. A Negotiated Settlement\n2. A Frozen Conflict${WAYS.replaceAll('\n\nA ', '\n\n### A ')}`,
    ],
    [
      'a.md',
      `## Possible scenarios\n\n1. ### A Negotiated Settlement\n\n   Both sides sign. It is seen as likely.\n\n2. ### A Frozen Conflict\n\n   Nothing is signed.\n\n`,
    ],
  ])('are counted once, in a list and below their headings: %s %#', (fileName, scenarios) => {
    const head = fileName === 'a.md' ? `# ${OPENING}` : OPENING;
    // Far enough down to be no table of contents.
    const before = 'The talks go on. Nobody sleeps.\n\n'.repeat(15);
    const end = 'The talks go on without an end, and nobody knows where they will lead.';
    const { document } = draftText(`${head}\n\n${before}${scenarios}${end}\n`, fileName);
    expect(document.scenarios.map(({ title, likelihood }) => [title, likelihood])).toEqual(settled);
    expect(document.scenarios.every(({ description }) => description !== null)).toBe(true);
  });

  test('one alone is no list of scenarios', () => {
    const text = `${OPENING}\n\nScenario 1: A deal\n\nBoth sides sign before the summer and trade goes on.\n`;
    expect(draftText(text, 'a.txt').document.scenarios).toEqual([]);
  });
});

describe('scenarios in a list', () => {
  const scenariosIn = (text: string, fileName = 'a.txt') =>
    draftText(`${OPENING}\n\n${text}\n`, fileName).document.scenarios.map(
      ({ title, description, likelihood }) => [title, description, likelihood],
    );

  test('how likely one is may stand in brackets behind its name', () => {
    expect(
      scenariosIn(
        'Possible scenarios:\n- Agreement (likely): both sign.\n- A pause (about 30 %)\n- War (nobody wants it)',
      ),
    ).toEqual([
      ['Agreement', 'both sign.', 'likely'],
      ['A pause', null, 'about 30 %'],
      ['War (nobody wants it)', null, null],
    ]);
  });

  test.each([
    ['Best case', 'Worst case', 'It is likely.', 'likely'],
    ['Im besten Fall', 'Im schlimmsten Fall', 'Das gilt als unwahrscheinlich.', 'unwahrscheinlich'],
    ['Bestes Szenario', 'Schlimmstes Szenario', 'Wahrscheinlichkeit: hoch.', 'hoch'],
    ['Dans le meilleur des cas', 'Dans le pire des cas', 'Cela est peu probable.', 'peu probable'],
    ['En el mejor de los casos', 'En el peor de los casos', 'Esto es poco probable.', 'poco probable'],
    ['В лучшем случае', 'В худшем случае', 'Это маловероятно.', 'маловероятно'],
  ])('the cases of a forecast need no heading: %s', (best, worst, sentence, likelihood) => {
    const expected = [
      [best, `Both sides sign. ${sentence}`, likelihood],
      [worst, 'The talks fail.', null],
    ];
    const lines = [`${best}: Both sides sign. ${sentence}`, `${worst}: The talks fail.`];
    expect(scenariosIn(lines.map((line) => `- ${line}`).join('\n'))).toEqual(expected);
    expect(scenariosIn(lines.join('\n\n'))).toEqual(expected);
  });

  test('one case alone is none', () => {
    expect(scenariosIn('- Best case: both sides sign.\n- Tickets: at the door.')).toEqual([]);
  });
});

test.each(['Qu’en pensez-vous ?', '你怎么看？', 'Was meinen Sie dazu?', '¿Qué opinas?'])(
  'the closing question to the reader is a prompt: %s',
  (question) => {
    const { prompts } = draftText(`${OPENING}\n\n${question}\n`, 'a.txt').document;
    expect(prompts.map(({ text }) => text)).toEqual([question]);
  },
);

test('a guest introduced by the full name goes on with the last one', () => {
  const text =
    'A talk about the bridge\n\nWe met an engineer at the bridge. It rained.\n\nDaily Post: Why did you build it?\n\nLena Ott: Because it was needed by the town.\n\nDaily Post: Who paid for it?\n\nOtt: All of us paid with our taxes.\n';
  const { sections } = draftText(text, 'a.txt').document;
  const exchanges = sections.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'EXCHANGE'));
  expect(exchanges).toMatchObject([{ guest: 'Lena Ott' }, { guest: 'Lena Ott' }]);
});

test.each([
  ['According to the Ministry of Transport, the figures are correct and final.', 'Ministry of Transport'],
  ['According to the ministry, the figures are correct and final.', 'ministry'],
])('an authority states what the text gives as its words: %s', (sentence, speaker) => {
  const { claims } = draftText(`${OPENING}\n\n${sentence}\n`, 'a.txt').document;
  expect(claims).toMatchObject([{ speaker, verbatim: false }]);
});

describe('an invitation to answer', () => {
  test.each([
    ['Do you support the ban? Let us know.', 'Do you support the ban?'],
    ['What do you think? Tell us below.', 'What do you think?'],
    ['How would you decide? Write to us at letters@post.example.', 'How would you decide?'],
    ['Was meinen Sie? Schreiben Sie uns Ihre Meinung in die Kommentare.', 'Was meinen Sie?'],
    ['¿Qué opinas? Déjanos tu comentario.', '¿Qué opinas?'],
    ['Qu’en pensez-vous ? Donnez-nous votre avis.', 'Qu’en pensez-vous ?'],
  ])('%s', (text, prompt) => {
    const { document } = draftText(`The ban\n\nThe town is closed. Nobody drives.\n\n${text}\n`);
    expect(document.prompts).toMatchObject([{ text: prompt }]);
    expect(JSON.stringify(document.sections)).not.toContain(text.split(/[?] /)[1]);
  });

  test('is no sentence among others of the text', () => {
    const { document } = draftText(
      'The ban\n\nThe town is closed. Nobody drives.\n\nWho pays? Nobody in the council knew. Tell us, the mayor said.\n\nIt fell. All slept.\n',
    );
    expect(document.prompts).toEqual([]);
  });
});

describe('the question of an invitation to comment', () => {
  const promptsOf = (ending: string): string[] =>
    draftText(
      `# The bridge\n\nThe bridge is old. Nobody likes it. Why is it still there? Nobody knows.\n\nThe town asked for money. It got none.\n\n${ending}\n`,
      'a.md',
    ).document.prompts.map(({ text }) => text);

  test.each([
    ['Do you support the ban? Let us know.', 'Do you support the ban?'],
    ['What do you think? Tell us below.', 'What do you think?'],
    ['How would you decide? Write to us at bridge@example.com.', 'How would you decide?'],
    ['Should the bridge go? Have your say in the comments.', 'Should the bridge go?'],
    ['Was meinen Sie? Schreiben Sie uns Ihre Meinung in die Kommentare.', 'Was meinen Sie?'],
    ['Braucht die Stadt die Brücke? Diskutiert mit uns!', 'Braucht die Stadt die Brücke?'],
    ['Faut-il garder le pont ? Donnez-nous votre avis en commentaire.', 'Faut-il garder le pont ?'],
    ['¿Debe quedarse el puente? ¡Cuéntanos en los comentarios!', '¿Debe quedarse el puente?'],
    ['Нужен ли городу мост? Напишите нам в комментариях.', 'Нужен ли городу мост?'],
    ['А что вы думаете об этом?', 'А что вы думаете об этом?'],
  ])('is kept: %s', (ending, question) => {
    expect(promptsOf(ending)).toEqual([question]);
  });

  test.each([
    'Interested in our newsletter? Leave your address in the comments.',
    'Have something to add to this story? Share it in the comments.',
    'Would you like to leave us a review? Share your thoughts below.',
    'Enjoyed reading this or have questions? Let us know in the comments.',
    'Who will pay for the bridge? The town will, and it will pay for years.',
  ])('is none where it only offers something, or the article answers it: %s', (ending) => {
    expect(promptsOf(ending)).toEqual([]);
  });
});

describe('a case of a forecast', () => {
  const cases =
    'Best case: The bridge opens in 2027 and the ferry stops.\nWorst case: The bridge is never built at all.\nMost likely: The bridge opens in 2030.';
  const { document } = draftText(
    `${OPENING}\n\n${cases}\n\nNobody knows. All wait for the summer.\n`,
    'a.txt',
  );

  test('may be the one that is called likely, beside the others', () => {
    expect(document.scenarios.map(({ title }) => title)).toEqual(['Best case', 'Worst case', 'Most likely']);
  });

  test('is no event', () => {
    expect(document.events).toEqual([]);
  });
});

test.each([
  'When did you last cross the bridge? Hit reply and tell me.',
  'Would you pay for the bridge? Vote in our poll.',
  'Should the bridge be free? Write to me at anna@example.org.',
  'Soll die Brücke nichts kosten? Stimmen Sie ab!',
])('a question and where to answer it is a prompt: %s', (text) => {
  const { prompts } = draftText(`${OPENING}\n\n${text}\n`, 'a.txt').document;
  expect(prompts.map((prompt) => prompt.text)).toEqual([text.slice(0, text.indexOf('?') + 1)]);
});
