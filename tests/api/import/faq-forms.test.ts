/** The many ways in which people write questions and answers down. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

function pairsOf(text: string, fileName: string): string[][] {
  return draftText(text, fileName).faq.map(({ question, answer }) => [question, answer]);
}

test('a first heading that is only a picture is no title: one is proposed', () => {
  const { document } = draftText(
    '# ![logo](quay.svg)\n\nThe quay was rebuilt over two winters. It opens in May.\n\n## ![](bar.png)\n\nNobody paid.\n',
    'quay.md',
  );
  expect(document).toMatchObject({
    title: 'The quay was rebuilt over two winters.',
    titleIsProposed: true,
  });
  expect(document.sections.map(({ heading }) => heading)).toEqual([null]);
});

describe('in Markdown', () => {
  test('a definition list asks and answers, wherever it stands', () => {
    expect(
      pairsOf(
        '# The ferry\n\nIt sails again after the long repair.\n\nHow much is it?\n: Two crowns.\n: Children pay *one*.\n\nWho pays?\n\n: Everybody does.\n\nCost\n: Two crowns.\n',
        'ferry.md',
      ),
    ).toEqual([
      ['How much is it?', 'Two crowns.\n\nChildren pay _one_.'],
      ['Who pays?', 'Everybody does.'],
    ]);
  });

  test.each(['', '  ', '\\'])('the answer stands on the line below a bold question (%j)', (end) => {
    expect(
      pairsOf(
        `# Ferry FAQ\n\n**Is it free?**${end}\nNo, *never*.\n\n**Is it open?**${end}\nOn Sundays.\n\n- **Do you sell tickets?** Yes, at the door.\n- **Can I pay by card?** You can.\n`,
        'ferry.md',
      ),
    ).toEqual([
      ['Is it free?', 'No, _never_.'],
      ['Is it open?', 'On Sundays.'],
      ['Do you sell tickets?', 'Yes, at the door.'],
      ['Can I pay by card?', 'You can.'],
    ]);
  });

  test('a numbered question keeps its number to itself', () => {
    expect(pairsOf('# FAQ\n1.1. How is it said?\nAs it is written.\n', 'a.md')).toEqual([
      ['How is it said?', 'As it is written.'],
    ]);
  });

  test('a list within an answer is part of it', () => {
    expect(pairsOf('# FAQ\n\n**What do I need?**\n\nTwo things:\n\n- a ticket\n- a coat\n', 'a.md')).toEqual([
      ['What do I need?', 'Two things:\n\n- a ticket\n- a coat'],
    ]);
  });
});

describe('in plain text', () => {
  test('numbered letters mark questions anywhere', () => {
    expect(
      pairsOf(
        'Notes on the ferry\n\nThe ferry was away for a whole winter. It came back on Monday.\n\nQ1: Who pays for it?\nA1: The county does.\n\nQ2: When does it sail?\nA2: At eight.\n',
        'notes.txt',
      ),
    ).toEqual([
      ['Who pays for it?', 'The county does.'],
      ['When does it sail?', 'At eight.'],
    ]);
  });

  test('a question or answer of several lines is one', () => {
    expect(
      pairsOf(
        'FERRY FAQ\n\nQ1: Is it free?\nA1: No.\n\nQ2. Is it late?\nA2. Often.\n\nQuestion: Who pays?\nAnswer: Everybody\ndoes.\n\nQ: Does it sail on\nSundays?\nA: It does.\n',
        'ferry.txt',
      ),
    ).toEqual([
      ['Is it free?', 'No.'],
      ['Is it late?', 'Often.'],
      ['Who pays?', 'Everybody does.'],
      ['Does it sail on Sundays?', 'It does.'],
    ]);
  });
});

test('entities in the data about a page are the signs they stand for', () => {
  const data = JSON.stringify({
    '@type': 'FAQPage',
    mainEntity: [
      {
        '@type': 'Question',
        name: 'Can dogs &amp; cats board?',
        acceptedAnswer: { text: 'Dogs &amp; cats can.' },
      },
    ],
  });
  const page = `<html><head><script type="application/ld+json">${data}</script></head><body><h1>The ferry</h1><p>It sails again. It was away for long.</p></body></html>`;
  expect(pairsOf(page, 'a.html')).toEqual([['Can dogs & cats board?', 'Dogs & cats can.']]);
});

describe('numbered questions in plain text', () => {
  test('are told from statements, lists and their own second lines', () => {
    expect(
      pairsOf(
        [
          '     Frequently Asked Questions about the ferry',
          '',
          'The newest list hangs at the quay.',
          '',
          ' 1. How much is it?',
          '',
          '    Two crowns. You can pay with',
          '        1. coins',
          '        2. a card',
          '',
          ' 2. My ticket is lost.',
          '',
          '    Ask at the quay.',
          '',
          ' 3. Is it open on days that are',
          '    holidays in the country?',
          '',
          '    Closed. See',
          '    Notes',
          '    at the quay.',
        ].join('\n'),
        'list.txt',
      ),
    ).toEqual([
      ['How much is it?', expect.stringContaining('Two crowns.')],
      ['My ticket is lost.', 'Ask at the quay.'],
      ['Is it open on days that are holidays in the country?', expect.stringContaining('at the quay.')],
    ]);
  });

  test('of several levels stand below their own title, not in its list of contents', () => {
    const { document, faq } = draftText(
      [
        'Ferry FAQ',
        'Release 4 of 2 May 2024',
        '~~~~~~~~~~~~~~~~~~~~~~~',
        '',
        'Table of Contents',
        '1. Before you sail',
        '2. On board',
        '',
        '----------',
        '1. Before you sail',
        '----------',
        '',
        '1.1. How much is it?',
        'Two crowns.',
        '----------',
        '',
        '1.2. The door is locked, and behind it nobody',
        'seems to hear me, what now?',
        'Knock.',
        '',
        '----------',
        '2. On board',
        '----------',
        '',
        '2.1. Is there soup?',
        'There is.',
      ].join('\n'),
      'ferry-questions.txt',
    );
    expect(document).toMatchObject({ title: 'Ferry FAQ', titleIsProposed: false });
    expect(faq.map(({ slug, question, answer }) => [slug, question, answer])).toEqual([
      ['how-much-is-it', 'How much is it?', 'Two crowns.'],
      [
        'the-door-is-locked-and-behind-it-nobody-seems-to-hear-me-what-now',
        'The door is locked, and behind it nobody seems to hear me, what now?',
        'Knock.',
      ],
      ['is-there-soup', 'Is there soup?', 'There is.'],
    ]);
  });

  test('may begin with a statement, below the fields of a mail', () => {
    const { document, faq } = draftText(
      [
        'Posting-Frequency: monthly',
        'Last-Modified: 2 May 2024',
        '',
        '          THE FERRY FAQ',
        '',
        ' 1. The last ferry is sold out.',
        '    Can I still come aboard?',
        '',
        '    No.',
        '',
        ' 2. Is there soup?',
        '',
        '    There is.',
      ].join('\n'),
      'list.txt',
    );
    expect(document).toMatchObject({ title: 'THE FERRY FAQ', titleIsProposed: false });
    expect(JSON.stringify(document.sections)).toContain('Posting-Frequency: monthly');
    expect(faq.map(({ question }) => question)).toEqual([
      'The last ferry is sold out. Can I still come aboard?',
      'Is there soup?',
    ]);
  });

  test('are listed in a table of contents that no table is made of', () => {
    const { document, faq } = draftText(
      [
        'Ferry FAQ',
        '',
        'Contents:',
        '',
        '1.0\tTickets',
        '1.1\tHow much is it?',
        '1.2\tHow much is it for somebody who sails every day',
        '\tof the week?',
        '1.3\tIs it free?',
        '',
        '1.0\tTickets',
        '',
        '1.1\tHow much is it?',
        '',
        '\tTwo crowns.',
        '',
        '1.2\tHow much is it for somebody who sails every day',
        '\tof the week?',
        '',
        '\tNine crowns.',
        '',
        '1.3\tIs it free?',
        '',
        '\tNo.',
      ].join('\n'),
      'list.txt',
    );
    expect(document.sections.flatMap(({ blocks }) => blocks)).toEqual([]);
    expect(faq.map(({ question, answer }) => [question, answer])).toEqual([
      ['How much is it?', 'Two crowns.'],
      ['How much is it for somebody who sails every day of the week?', 'Nine crowns.'],
      ['Is it free?', 'No.'],
    ]);
  });

  test('are not made of the points of an article', () => {
    const { document, faq } = draftText(
      'The plan\n\nThe council has a plan for the quay. It was read aloud.\n\nWhat it says\n1. Close the quay.\n2. Repair it.\n3. Open it again.\n',
      'plan.txt',
    );
    expect(faq).toEqual([]);
    expect(document.sections.flatMap(({ blocks }) => blocks).map(({ type }) => type)).toContain('POINTS');
  });
});

test('a FAQ file without a title has a name, and its first question is a question', () => {
  const { document, faq } = draftText(
    'Why is it late?\n\n\tBecause of the ice.\n\nWho pays?\n\n\tThe county.\n\nIs there soup?\n\n\tYes.\n',
    'FAQ',
  );
  expect(faq.map(({ question, answer }) => [question, answer])).toEqual([
    ['Why is it late?', 'Because of the ice.'],
    ['Who pays?', 'The county.'],
    ['Is there soup?', 'Yes.'],
  ]);
  expect(document).toMatchObject({ title: 'FAQ', titleIsProposed: true });
});

test.each([
  ['Q. What’s new?\nA. Everything.\n\nQ. What’s old?\nA. Nothing at all.\n'],
  ['Q: What’s new?\nA: Everything.\nQ: What’s old?\nA: Nothing at all.\n'],
])('a text that begins with a question has no title of its own, and no author: %s', (text) => {
  const { document, article, faq } = draftText(text, 'a.txt');
  expect(document).toMatchObject({ title: 'What’s new?', titleIsProposed: true });
  expect(article.byline).toBeNull();
  expect(faq).toMatchObject([
    { question: 'What’s new?', answer: 'Everything.' },
    { question: 'What’s old?', answer: 'Nothing at all.' },
  ]);
});

test.each([
  ['Q: Comment l’installer ?\nR: Lancez-le.\n\nQ: Est-ce gratuit ?\nR: Oui.'],
  ['Q : Comment l’installer ?\nR : Lancez-le.\n\nQ : Est-ce gratuit ?\nR : Oui.'],
])('in French lines below each other: %j', (text) => {
  expect(pairsOf(`# Foire aux questions\n\n${text}\n`, 'faq.md').map(([, answer]) => answer)).toEqual([
    'Lancez-le.',
    'Oui.',
  ]);
});

test('in Spanish the answer below a question loses its mark', () => {
  expect(pairsOf('# Preguntas frecuentes\n\nP: ¿Es gratis?\nR: Sí.\n', 'faq.md')).toEqual([
    ['¿Es gratis?', 'Sí.'],
  ]);
});

test.each([
  '**[⬆ back to top](#faq)**',
  '[↑ Back to top](#faq)',
  '[⬆️ Back to Top](#faq)',
  '(<a href="#readme-top">back to top</a>)',
  '[Back to the table of contents](#faq)',
])('an answer does not end in the way back up: %s', (line) => {
  const text = `# FAQ\n\n## Is it free?\n\nYes.\n\n${line}\n\n## Who made it?\n\nWe did.\n\n${line}\n`;
  expect(pairsOf(text, 'faq.md')).toEqual([
    ['Is it free?', 'Yes.'],
    ['Who made it?', 'We did.'],
  ]);
});

test('a bold question keeps its number to itself, and nothing misses it', () => {
  const { faq, leftOut } = draftText(
    '# FAQ\n\n**1. What is it?**\n\nA tool.\n\n**2. Is it free?**\n\nYes.\n',
    'a.md',
  );
  expect(faq.map(({ question }) => question)).toEqual(['What is it?', 'Is it free?']);
  expect(leftOut).toEqual([]);
});

test('a table of questions and answers is one pair a row', () => {
  const table =
    '| Question | Answer |\n| --- | --- |\n| Is it free? | Yes, *always*. |\n| Who made it? | We did. |\n';
  expect(pairsOf(`# The tool\n\nIt is a tool.\n\n${table}`, 'tool.md')).toEqual([
    ['Is it free?', 'Yes, _always_.'],
    ['Who made it?', 'We did.'],
  ]);
});

test('the contents of a long list of questions are none of them', () => {
  const parts = ['GENERAL INFORMATION', 'BASIC USE', 'OTHER ISSUES'];
  const contents = parts.map(
    (part, n) => `${n + 1}. ${part}\n${n + 1}.1. What is part ${n}?\n${n + 1}.2. Where is part ${n}?\n`,
  );
  const body = parts.map(
    (part, n) =>
      `${n + 1}. ${part}\n\n${n + 1}.1. What is part ${n}?\n\nIt is what the list above promised, in a sentence.\n\n${n + 1}.2. Where is part ${n}?\n\nIt is right here, below its own question.\n`,
  );
  const text = `THE TOOL FAQ\n\nCONTENTS\n\n${contents.join('\n')}\n${body.join('\n')}`;
  expect(pairsOf(text, 'faq.txt').map(([question]) => question)).toEqual(
    parts.flatMap((_, n) => [`What is part ${n}?`, `Where is part ${n}?`]),
  );
});

describe('a question that stands among others of another form', () => {
  test('a heading that asks, with a folded question below its answer', () => {
    const text =
      '# FAQ\n\n### Is it free?\n\nYes, for all.\n\n### Does it sail in winter?\n\nYes, from May on.\n\n<details>\n<summary>Why is it so loud?</summary>\n\nBecause it is old.\n\n</details>\n';
    expect(pairsOf(text, 'ferry.md')).toEqual([
      ['Is it free?', 'Yes, for all.'],
      ['Does it sail in winter?', 'Yes, from May on.'],
      ['Why is it so loud?', 'Because it is old.'],
    ]);
  });

  test('bold words that tell what somebody has', () => {
    const text =
      '# The ferry — FAQ\n\n**Is it free?**\n\nYes, for all.\n\n**I lost my ticket.**\n\nWrite to us.\n\n**Keep it dry.**\n\nIt is paper.\n';
    expect(pairsOf(text, 'ferry.md')).toEqual([
      ['Is it free?', 'Yes, for all.'],
      ['I lost my ticket.', 'Write to us.\n\n**Keep it dry.**\n\nIt is paper.'],
    ]);
  });
});

test('Spanish headings ask from their first sign on, whatever their first word', () => {
  const { faqCandidates } = draftText(
    '# El puerto\n\nEl puerto cierra en mayo. Nadie sabe nada.\n\n## ¿A quién afecta?\n\nA todos los barcos.\n\n## ¿Se sabe la causa?\n\nNo se sabe.\n',
    'puerto.md',
  );
  expect(faqCandidates.map(({ question }) => question)).toEqual(['¿A quién afecta?', '¿Se sabe la causa?']);
});
