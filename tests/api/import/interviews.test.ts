/** Who asks and who answers, however the text marks it. */
import { describe, expect, test } from 'vitest';
import { readLibraryFile } from '@communique/api/import/library/read-library-file';
import { writeBriefing } from '@communique/api/import/library/write-markdown';
import { draftText } from '../../support/drafts.ts';

const OPENING = 'The bridge and its builder\n\nWe met an engineer at the bridge. It rained all day.\n\n';

function exchangesOf(text: string, fileName = 'a.txt') {
  const { document, faq } = draftText(text, fileName);
  const exchanges = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'EXCHANGE' ? [[block.interviewer, block.guest, block.question, block.answer]] : [],
    ),
  );
  return { exchanges, faq: faq.length };
}

describe('"Q:", answered by a name', () => {
  test.each([
    ['Ott:', 'Ott:', 'Ott'],
    ['Dr. Ott:', 'Ott:', 'Dr. Ott'],
    ['A. Ott:', 'A. Ott:', 'A. Ott'],
    ['Anna Ott:', 'A. Ott:', 'Anna Ott'],
    ['Dr. Anna Ott:', 'AO:', 'Dr. Anna Ott'],
    ['OTT:', 'OTT:', 'OTT'],
    ['Mayor Anna Ott:', 'Ott:', 'Mayor Anna Ott'],
    ['Anna van der Ott:', 'van der Ott:', 'Anna van der Ott'],
    ['Jean-Luc Ott:', 'Ott:', 'Jean-Luc Ott'],
    ['Abu al-Ott:', 'al-Ott:', 'Abu al-Ott'],
  ])('%s … %s', (first, then, guest) => {
    const text = `${OPENING}Q: Why did you build it?\n\n${first} Because the town needed it.\n\nQ: Who paid?\n\n${then} All of us paid.\n`;
    expect(exchangesOf(text)).toEqual({
      exchanges: [
        [null, guest, 'Why did you build it?', 'Because the town needed it.'],
        [null, guest, 'Who paid?', 'All of us paid.'],
      ],
      faq: 0,
    });
  });

  test.each(['a.txt', 'a.md'])('in %s, without blank lines between', (fileName) => {
    const text = `${fileName.endsWith('md') ? '# ' : ''}${OPENING}Q: Why did you build it?\nOtt: Because the town needed it.\nQ: Who paid?\nOtt: All of us paid.\n`;
    expect(exchangesOf(text, fileName).exchanges).toEqual([
      [null, 'Ott', 'Why did you build it?', 'Because the town needed it.'],
      [null, 'Ott', 'Who paid?', 'All of us paid.'],
    ]);
  });

  test('with bold names', () => {
    const text = `# ${OPENING}**Q:** Why did you build it?\n\n**Ott:** Because the town needed it.\n\n**Q:** Who paid?\n\n**Ott:** All of us paid.\n`;
    expect(exchangesOf(text, 'a.md').exchanges).toHaveLength(2);
  });

  test('also below a heading "Questions and answers"', () => {
    const text = `# ${OPENING}## Questions and answers\n\nQ: Why did you build it?\n\nOtt: Because the town needed it.\n\nIt was time.\n\nQ: Who paid?\n\nBerg: All of us paid.\n`;
    expect(exchangesOf(text, 'a.md')).toEqual({
      exchanges: [
        [null, 'Ott', 'Why did you build it?', 'Because the town needed it.\n\nIt was time.'],
        [null, 'Berg', 'Who paid?', 'All of us paid.'],
      ],
      faq: 0,
    });
  });

  test('once is enough', () => {
    const text = `${OPENING}Q: Why did you build it?\n\nOtt: Because the town needed it.\n`;
    expect(exchangesOf(text).exchanges).toHaveLength(1);
  });

  test('in other languages', () => {
    const text = `${OPENING}Frage: Warum haben Sie gebaut?\n\nOtt: Weil es nötig war.\n\nFrage: Wer zahlt?\n\nOtt: Wir alle.\n`;
    expect(exchangesOf(text).exchanges).toHaveLength(2);
  });
});

test('a newspaper asks, if only once', () => {
  const text = `${OPENING}BBC: Why did you build it?\n\nIvanova: Because the town needed it.\n`;
  expect(exchangesOf(text).exchanges).toEqual([
    ['BBC', 'Ivanova', 'Why did you build it?', 'Because the town needed it.'],
  ]);
});

test('two guests answer in turn', () => {
  const text = `${OPENING}Host: Why did you build it?\n\nLena Ott: It was needed.\n\nHost: Who paid?\n\nPer Ott: All of us paid.\n\nHost: Really?\n\nLena Ott: Yes.\n`;
  expect(exchangesOf(text).exchanges.map(([, guest]) => guest)).toEqual(['Lena Ott', 'Per Ott', 'Lena Ott']);
});

test('"Q:" and "A:" of what calls itself an interview are two people, and no FAQ', () => {
  const pairs =
    'Q: Why did you build it?\n\nA: Because the town needed it.\n\nQ: Who paid?\n\nA: All of us.\n';
  const interview = OPENING.replace('The bridge', 'Interview: the bridge');
  expect(exchangesOf(`${interview}${pairs}`)).toMatchObject({
    exchanges: [
      [null, null, 'Why did you build it?', 'Because the town needed it.'],
      [null, null, 'Who paid?', 'All of us.'],
    ],
    faq: 0,
  });
  expect(exchangesOf(`${OPENING}${pairs}`)).toEqual({ exchanges: [], faq: 2 });
});

test.each([
  'Q: Why did you build it?\n\nIt was needed by the town.',
  'Purpose: Who needs it?\n\nCost: Two million crowns.\n\nOwner: The town.',
])('labels of an article are no exchange: %s', (text) => {
  expect(exchangesOf(`${OPENING}${text}\n`).exchanges).toEqual([]);
});

describe('an answer of several paragraphs', () => {
  const answer = 'It was time.\n\nThe town wanted it.';

  test.each([
    [
      'marks',
      '# Q&A with Lena Ott\n\nQ: Why did you build it?\n\nA: It was time.\n\nThe town wanted it.\n\nQ: And the price?\n\nA: High.\n\n— Interview by Paul Stone',
    ],
    [
      'bold questions',
      '# An interview with Lena Ott\n\nInterview by Paul Stone\n\n**Why did you build it?**\n\nIt was time.\n\nThe town wanted it.\n\n**And the price?**\n\nHigh.',
    ],
    [
      'headings',
      '# Two questions for Lena Ott\n\n*Interview by Paul Stone*\n\n## Why did you build it?\n\nIt was time.\n\nThe town wanted it.\n\n## And the price?\n\nHigh.',
    ],
    [
      'names in every paragraph',
      '# A conversation with Lena Ott\n\nBy Paul Stone\n\n**Post**: Why did you build it?\n\n**Lena Ott**: It was time.\n\n**Lena Ott**: The town wanted it.\n\n**Post**: I see. And the price?\n\n**Lena Ott**: High.',
    ],
  ])('stays whole below %s, and who asked wrote it', (_, text) => {
    const { document, article, faq } = draftText(text, 'a.md');
    const blocks = document.sections.flatMap((section) => section.blocks);
    const exchanges = blocks.filter((block) => block.type === 'EXCHANGE');
    expect(exchanges.map((exchange) => exchange.answer)).toEqual([answer, 'High.']);
    expect([article.byline, faq, blocks.length]).toEqual(['Paul Stone', [], 2]);
  });

  test('is written and read back as one', () => {
    const { slug, document, provenance } = draftText(
      '# An interview with Lena Ott\n\n**Why?**\n\nIt was time.\n\nThe town wanted it.\n\n**And the price?**\n\nHigh.',
      'a.md',
    );
    const written = writeBriefing({ slug, document, provenance });
    const read = readLibraryFile(written, 'a.md');
    const answers = read.kind === 'briefing' ? read.document.sections.flatMap(({ blocks }) => blocks) : [];
    expect(answers.map((block) => (block.type === 'EXCHANGE' ? block.answer : null))).toEqual([
      answer,
      'High.',
    ]);
  });
});

test('a question of several paragraphs that all name who asks is one', () => {
  const text =
    '# An interview\n\nPost: The ferry is old.\n\nPost: Why is it still red?\n\nOtt: It was cheap.\n\nPost: And the price?\n\nOtt: High.';
  expect(exchangesOf(text, 'a.md').exchanges[0]).toEqual([
    'Post',
    'Ott',
    'The ferry is old.\n\nWhy is it still red?',
    'It was cheap.',
  ]);
});

test('an article about an interview keeps its sections', () => {
  const text =
    '# The mayor’s interview: what do we know?\n\nShe spoke in an interview with the Post.\n\n## What did she say?\n\nThat it opens.\n\n## When does it open?\n\nIn May.';
  const { document, faqCandidates } = draftText(text, 'a.md');
  expect([document.sections.length, faqCandidates.length]).toEqual([3, 2]);
});

test.each([
  ['pair by pair', '\n\n'],
  ['line below line', '\n'],
])('dashes open what is asked and what is answered, %s', (_, between) => {
  const turns = [
    '— Мария Олеговна, когда откроют порт?\n— Порт откроют в мае, если сойдёт лёд.',
    '— А кто за это заплатит?\n— Заплатит город. Так решил совет.',
  ];
  const { document } = draftText(
    `Порт ждёт весны: интервью с капитаном Марией Ольховой\n\nМы говорили на причале. Было холодно.\n\n${turns.join(between)}\n`,
  );
  const exchanges = document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'EXCHANGE' ? [[block.question, block.answer]] : []));
  expect(exchanges).toEqual(turns.map((turn) => turn.split('\n')));
});

describe('who answers, where no answer says it,', () => {
  const body = '**Why did you build it?**\n\nIt was needed.\n\n**Who paid?**\n\nAll of us paid.\n';
  const marked = 'Q: Why did you build it?\n\nA: It was needed.\n\nQ: Who paid?\n\nA: All of us paid.\n';

  test.each([
    ['Q&A with Lena Ott', 'Lena Ott'],
    ['Interview: Lena Ott', 'Lena Ott'],
    ['Interview with Lena Ott, builder of bridges', 'Lena Ott'],
    ['In conversation with Mayor Lena Ott about the bridge', 'Lena Ott'],
    ['Five questions for Lena Ott', 'Lena Ott'],
    ['Im Gespräch mit Lena Ott', 'Lena Ott'],
    ['Entretien avec Lena Ott', 'Lena Ott'],
    ['Entrevista a Lena Ott sobre el puente', 'Lena Ott'],
    ['Interview with the builder', null],
    ['Q&A with Harbour Trust Authority', null],
    ['Interview: the bridge and its price', null],
  ])('is told by the title %s', (title, guest) => {
    for (const text of [body, marked]) {
      const { exchanges } = exchangesOf(`# ${title}\n\nWe met at the bridge.\n\n${text}`, 'a.md');
      expect(exchanges.map((exchange) => exchange[1])).toEqual([guest, guest]);
    }
  });
});

test.each([
  ['**Harbour Post: Why did you build it?**', '**Lena Ott:** It was needed.'],
  ['**Harbour Post:** Why did you build it?', 'Lena Ott: It was needed.'],
])('names that stand only once, at the beginning, are those of all exchanges (%s)', (question, answer) => {
  const text = `# Interview: the bridge\n\nWe met at the bridge.\n\n${question}\n\n${answer}\n\nThe old one was rotten.\n\n**Who paid?**\n\nAll of us paid.\n\n**And now?**\n\nWe rest.\n`;
  expect(exchangesOf(text, 'a.md').exchanges).toEqual([
    ['Harbour Post', 'Lena Ott', 'Why did you build it?', 'It was needed.\n\nThe old one was rotten.'],
    ['Harbour Post', 'Lena Ott', 'Who paid?', 'All of us paid.'],
    ['Harbour Post', 'Lena Ott', 'And now?', 'We rest.'],
  ]);
});

test.each([
  ['**What did you need?**', 'Two things:', '**Who paid?**', 'All of us paid.'],
  ['**Post:** What did you need?', '**Ott:** Two things:', '**Post:** Who paid?', '**Ott:** All of us paid.'],
])('a list belongs to the answer, and so does what stands below it (%s)', (first, words, second, last) => {
  const text = `# Interview: the bridge\n\n${first}\n\n${words}\n\n- stone\n- Time: two years\n\nNothing else.\n\n${second}\n\n${last}\n`;
  const { document } = draftText(text, 'a.md');
  const blocks = document.sections.flatMap((section) => section.blocks);
  expect(blocks.map((block) => (block.type === 'EXCHANGE' ? block.answer : block.type))).toEqual([
    'Two things:\n\nstone\n\nTime: two years\n\nNothing else.',
    'All of us paid.',
  ]);
});

test.each(['INTERVIEW', 'ENTREVISTA', 'Entretien', 'Интервью'])(
  '%s above the headline says what it is',
  (kicker) => {
    const turns = [
      'P. ¿Se acabó la sequía?\nR. No. Llueve más.',
      'P. ¿Quién consume el agua?\nR. El regadío.',
    ];
    const text = [kicker, '“La sequía no es una sorpresa, es una política”', 'Por Ana Ruiz', ...turns].join(
      '\n\n',
    );
    const { exchanges, faq } = exchangesOf(text);
    expect({ title: draftText(text, 'a.txt').document.title, exchanges: exchanges.length, faq }).toEqual({
      title: '“La sequía no es una sorpresa, es una política”',
      exchanges: 2,
      faq: 0,
    });
  },
);
