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
