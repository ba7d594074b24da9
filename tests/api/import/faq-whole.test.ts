/** Every question of an FAQ document once, with its whole answer and nothing else. */
import { describe, expect, test } from 'vitest';
import { draftArticle } from '@communique/api/import/draft-article';
import { draftText, NOW } from '../../support/drafts.ts';

function pairsOf(text: string, fileName = 'FAQ.md'): string[][] {
  return draftText(text, fileName).faq.map(({ question, answer }) => [question, answer]);
}

describe('what asks', () => {
  test('are also statements, wherever two headings of their depth ask, and no part of the document', () => {
    const text = [
      '# Frequently Asked Questions',
      '## General',
      '### What is the ferry?',
      'A ship.',
      '### How to book',
      'Use the form.',
      '## Problems',
      '### I get error 17',
      'Clear the form.',
      '### The page stays white',
      'Reload it.',
      '### Payment fails',
      'Use another card.',
      '## License',
      'Free for all.',
    ].join('\n\n');
    const { faq, document } = draftText(text, 'FAQ.md');
    expect(faq.map(({ question }) => question)).toEqual([
      'What is the ferry?',
      'How to book',
      'I get error 17',
      'The page stays white',
      'Payment fails',
    ]);
    expect(document.sections.map(({ heading }) => heading)).toEqual(['License']);
  });

  test('are also statements with headings below their answers', () => {
    const text =
      '# FAQ\n\n## Is it red?\n\nYes.\n\n## It is late again\n\nWait.\n\n### But why is it late?\n\nIce.\n\n## Is it loud?\n\nNo.';
    expect(pairsOf(text)).toEqual([
      ['Is it red?', 'Yes.'],
      ['It is late again', 'Wait.'],
      ['But why is it late?', 'Ice.'],
      ['Is it loud?', 'No.'],
    ]);
  });

  test('are statements below the heading "FAQ" of an article', () => {
    const text =
      '# The ferry\n\nIt sails.\n\n## FAQ\n\n### Is it free?\n\nNo.\n\n### Is it red?\n\nYes.\n\n### It is late\n\nWait.\n\n## History\n\nIt is old.';
    const { faq, document } = draftText(text, 'ferry.md');
    expect(faq.map(({ question }) => question)).toEqual(['Is it free?', 'Is it red?', 'It is late']);
    expect(document.sections.map(({ heading }) => heading)).toEqual([null, 'History']);
  });

  test('may have "FAQ" in it', () => {
    const text =
      '# FAQ\n\n## Where is the FAQ kept?\n\nHere.\n\n## How do I add a question to the FAQ?\n\nWrite to us.';
    expect(pairsOf(text)).toEqual([
      ['Where is the FAQ kept?', 'Here.'],
      ['How do I add a question to the FAQ?', 'Write to us.'],
    ]);
  });

  test('have their own answers within another question, and other headings there belong to its answer', () => {
    const text = [
      '# FAQ',
      '## Why is it slow?',
      'It is heavy.',
      '### In winter',
      'Ice.',
      '### Why is it heavy?',
      'Steel.',
      '#### Further reading',
      'A book.',
      '### Why is it made of steel?',
      'It was cheap.',
      '## Is it loud?',
      'Yes.',
      '### By day',
      'Very.',
    ].join('\n\n');
    expect(pairsOf(text)).toEqual([
      ['Why is it slow?', 'It is heavy.\n\n**In winter**\n\nIce.'],
      ['Why is it heavy?', 'Steel.\n\n**Further reading**\n\nA book.'],
      ['Why is it made of steel?', 'It was cheap.'],
      ['Is it loud?', 'Yes.\n\n**By day**\n\nVery.'],
    ]);
  });

  test('loses the number before it, with and without a full stop', () => {
    const text =
      '# FAQ\n\n### 1.1 What is it?\n\nA ship.\n\n### 1.2. Is it red?\n\nYes.\n\n### 2.5 million passengers: is it true?\n\nNo.';
    expect(pairsOf(text).map(([question]) => question)).toEqual([
      'What is it?',
      'Is it red?',
      '2.5 million passengers: is it true?',
    ]);
  });

  test('is what a Chinese or Russian title with a name in it announces', () => {
    expect(
      pairsOf('# 轮渡常见问题\n\n## 几点开船？\n\n九点。\n\n## 多少钱？\n\n四元。', 'a.md'),
    ).toHaveLength(2);
    expect(
      pairsOf(
        '# Паром: часто задаваемые вопросы\n\n## Когда?\n\nВ девять.\n\n## Сколько?\n\nЧетыре.',
        'a.md',
      ),
    ).toHaveLength(2);
  });
});

describe('an answer', () => {
  test('after "A." or "A:" loses the mark and keeps its links, words in bold and code', () => {
    const text = [
      '# The ferry',
      'Q. When does it sail?\nA. At **nine**, see [the list](https://ferry.example/list).',
      'Q: What does it cost?\nA: Run `fare`.\nFour crowns.',
      '**Q:** Is it red?',
      '**A:** Yes, [look](https://ferry.example/red).',
    ].join('\n\n');
    expect(pairsOf(text, 'ferry.md')).toEqual([
      ['When does it sail?', 'At **nine**, see [the list](https://ferry.example/list).'],
      ['What does it cost?', 'Run `fare`.\nFour crowns.'],
      ['Is it red?', 'Yes, [look](https://ferry.example/red).'],
    ]);
  });

  test('that somebody only meant to give is none', () => {
    const text = '# FAQ\n\n## What is it?\n\nA ship.\n\n## Whose is it?\n\nTBD\n\n## Is it red?\n\nYes.';
    const { faq, faqCandidates, document } = draftText(text, 'FAQ.md');
    expect(faq.map(({ question }) => question)).toEqual(['What is it?', 'Is it red?']);
    expect(faqCandidates).toEqual([]);
    expect(document.sections.map(({ heading }) => heading)).toEqual(['Whose is it?']);
  });

  test('keeps "See also", which leads to no other article here', () => {
    const text = '# FAQ\n\n## What is it?\n\nA ship.\n\nSee also: the harbour guide\n\n## Is it red?\n\nYes.';
    expect(pairsOf(text)[0]).toEqual(['What is it?', 'A ship.\n\nSee also: the harbour guide']);
  });

  test.each([
    '[Top](#faq)',
    '**[⬆ back to top](#faq)**',
    '([back to top](#readme-top))',
    '[Nach oben](#faq)',
    '[↑](#top)',
    '[наверх](#top)',
    '<p align="right">(<a href="#top">back to top</a>)</p>',
  ])('ends before %s', (link) => {
    const { faq, leftOut } = draftText(
      `# FAQ\n\n## What is it?\n\nA ship.\n\n${link}\n\n## Is it red?\n\nYes.\n\n${link}`,
      'FAQ.md',
    );
    expect(faq.map(({ answer }) => answer)).toEqual(['A ship.', 'Yes.']);
    expect(leftOut.every(({ reason }) => reason === 'NAVIGATION')).toBe(true);
  });

  test('has no list of links to other questions, nor a link upwards in its last line', () => {
    const text =
      '# FAQ\n\n## What is it?\n\nA ship.\n\n- [Is it red?](#red)\n- [Is it loud?](#loud)\n\n### Is it red?\n\nYes. [↑](#faq)\n\n### Is it loud?\n\nSee [above](#red).';
    expect(pairsOf(text)).toEqual([
      ['What is it?', 'A ship.'],
      ['Is it red?', 'Yes.'],
      ['Is it loud?', 'See above.'],
    ]);
  });
});

test('who wrote the answers belongs to none of them', () => {
  const text =
    '# Ferry FAQ\n\n## Is it red?\n\nYes.\n\n## Is it loud?\n\nNo.\n\nAbout the author: Paul Stone is a captain.';
  const { faq, leftOut } = draftText(text, 'a.md');
  expect(faq.map(({ answer }) => answer)).toEqual(['Yes.', 'No.']);
  expect(leftOut).toEqual([{ text: 'About the author: Paul Stone is a captain.', reason: 'ABOUT_AUTHOR' }]);
});

test('a heading that asks may go on in the line below it', () => {
  const text =
    '# FAQ\n\n## Why does the list at the quay say that it is\nclosed on Sundays?\n\nIt is.\n\n## Is the list at the quay always so very wrong?\nno, it is not?\n\nYes.';
  expect(pairsOf(text)).toEqual([
    ['Why does the list at the quay say that it is closed on Sundays?', 'It is.'],
    ['Is the list at the quay always so very wrong?', 'no, it is not?\n\nYes.'],
  ]);
});

test('a definition goes on in what is indented below it', () => {
  const text =
    '# FAQ\n\nIs it red?\n: Yes, see:\n\n  - the hull\n  - the mast\n\n  And the deck:\n\n  ```sh\n  paint\n  ```\n\nIs it loud?\n: No.\n\nAsk us.';
  expect(pairsOf(text)).toEqual([
    ['Is it red?', 'Yes, see:\n\n- the hull\n- the mast\n\nAnd the deck:\n\n```sh\npaint\n```'],
    ['Is it loud?', 'No.'],
  ]);
});

test('boxes of documentation sites ask, or are a part of the text', () => {
  const text = [
    '# Ferry FAQ',
    '??? question "When does it sail?"',
    '    At nine.\n\n    - On Sundays at ten.',
    '???+ question "What does it cost?"\n    Four crowns.',
    '!!! faq "Is there a café?"',
    '    Yes.',
    '!!! note "Winter"',
    '    It sails at ten.',
    '!!! question "Questions"',
    '    - Is it red?\n    - Is it loud?',
    '```\n!!! faq "Is code code?"\n```',
  ].join('\n\n');
  const { faq, document } = draftText(text, 'ferry.md');
  expect(faq.map(({ question, answer }) => [question, answer])).toEqual([
    ['When does it sail?', 'At nine.\n\n- On Sundays at ten.'],
    ['What does it cost?', 'Four crowns.'],
    ['Is there a café?', 'Yes.'],
  ]);
  expect(JSON.stringify(document.sections)).toMatch(/Winter.+It sails at ten.+Is it red.+Is code code/);
});

test('links upwards in a page are left out, with their brackets', () => {
  const page =
    '<h1>Häufige Fragen</h1><h2>Wann fährt sie?</h2><p>Um neun.</p><p>[<a href="#top">Nach oben</a>]</p><h2>Was kostet sie?</h2><p>Vier Kronen. <a href="#top">↑</a></p><div><a href="#top">Top</a></div>';
  expect(pairsOf(`<html><body>${page}</body></html>`, 'a.html')).toEqual([
    ['Wann fährt sie?', 'Um neun.'],
    ['Was kostet sie?', 'Vier Kronen.'],
  ]);
});

test('a front matter may end in three full stops', () => {
  const { document, faq } = draftText('---\ntitle: Ferry FAQ\n...\n## Is it red?\n\nYes.', 'a.md');
  expect([document.title, faq[0]?.question]).toEqual(['Ferry FAQ', 'Is it red?']);
});

test.each([
  ['a.adoc', '= FAQ\n\n== Is it red?\n\nYes.', 'AsciiDoc'],
  ['README', '= FAQ\n:toc:\n\n== Is it red?\n\nYes.', 'AsciiDoc'],
  ['a.texi', '\\input texinfo\n@chapter FAQ', 'Texinfo'],
  ['paper', '% a\n\\documentclass{article}', 'LaTeX'],
])('%s is refused by the name of its markup', (fileName, text, name) => {
  expect(() => draftText(text, fileName)).toThrow(`it is written in ${name}, which is not read here`);
});

describe('a list of contents', () => {
  test.each(['* Table of Contents\n{:toc}', '[TOC]', '[[_TOC_]]', '{{< toc >}}'])(
    'that a generator of sites is to make of %j is none of the text',
    (mark) => {
      const { faq, document, leftOut } = draftText(
        `# FAQ\n\n${mark}\n\n## Is it red?\n\nYes.\n\n## Is it loud?\n\nNo.`,
        'FAQ.md',
      );
      expect([faq.length, document.sections, leftOut.map(({ reason }) => reason)]).toEqual([
        2,
        [],
        ['TABLE_OF_CONTENTS'],
      ]);
    },
  );

  test('of a part, in the words of its questions, is no section', () => {
    const { faq, document } = draftText(
      '# FAQ\n\nAsk us.\n\n## Tickets\n\n```\n1.1. What does it cost?\n1.2. How do I pay for\n     a dog?\n```\n\n## Tickets\n\n### What does it cost?\n\nFour crowns.\n\n### How do I pay for a dog?\n\nYou do not.',
      'FAQ.md',
    );
    expect(faq).toHaveLength(2);
    expect(document.sections.map(({ heading }) => heading)).toEqual([null]);
  });

  test('of a plain text ends with the lines of its last title, and parts leave numbers free', () => {
    const text = [
      'INDEX',
      'SECTION 1 - TICKETS',
      '1.1. When I buy a ticket on the island, the machine',
      '     gives me none. Is there somebody whom I can ask,',
      '     and does he come back on Sundays, when most of',
      '     the people who live here',
      '     sail over to the town?',
      '1.2. What does it cost?',
      'SECTION 2 - SHIPS',
      '2.1. Is it red?',
      '2.9. Is it loud?',
      '',
      'SECTION 1 - TICKETS',
      '',
      '1.1. When I buy a ticket on the island, the machine',
      '     gives me none. Is there somebody whom I can ask,',
      '     and does he come back on Sundays, when most of',
      '     the people who live here',
      '     sail over to the town?',
      '',
      'Ask the captain.',
      '',
      '1.2. What does it cost?',
      '',
      'Four crowns.',
      '',
      'SECTION 2 - SHIPS',
      '',
      '2.1. Is it red?',
      '',
      'Yes.',
      '',
      '2.9. Is it loud?',
      '',
      'No.',
    ].join('\n');
    expect(
      pairsOf(text, 'FAQ.txt')
        .map(([, answer]) => answer)
        .slice(-3),
    ).toEqual(['Four crowns.', 'Yes.', 'No.']);
    const { document } = draftText(text, 'FAQ.txt');
    expect([document.sections, document.titleIsProposed]).toEqual([[], true]);
  });
});

describe('a document that is nothing but questions', () => {
  const questions = [
    'Is it red?',
    'Why is it loud?',
    'When does it sail?',
    'Who owns it?',
    'Can I bring a dog?',
  ];
  const markdown = questions.map((question) => `## ${question}\n\nYes.`).join('\n\n');

  test.each([
    [
      'lies in a folder of them',
      'docs/faq/tickets.md',
      '# Tickets\n\n## Is it free?\n\nNo.\n\n## Is it dear?\n\nYes.',
      2,
    ],
    [
      'was found below such an address',
      'https://ferry.example/faqs/tickets',
      '# Tickets\n\n## Is it free?\n\nNo.\n\n## Is it dear?\n\nYes.',
      2,
    ],
    [
      'begins with those words',
      'tickets.md',
      '# Tickets\n\nAnswers to frequently asked questions.\n\n## Is it free?\n\nNo.\n\n## Is it dear?\n\nYes.',
      2,
    ],
    ['has no title', 'tickets.md', markdown, 5],
    [
      'is a plain text without a title',
      'help.txt',
      questions.map((question) => `${question}\n\n\tYes, it is so.`).join('\n\n'),
      5,
    ],
  ])('%s', (_, path, text, count) => {
    const fileName = path.slice(path.lastIndexOf('/') + 1);
    const { faq, faqCandidates } = draftArticle({ path, fileName, text }, { now: NOW });
    expect([faq.length, faqCandidates]).toEqual([count, []]);
  });

  test('is none where it has a title and says nothing of the kind', () => {
    const { faq, faqCandidates } = draftText(
      `# Will the ferry close?\n\nNobody knows.\n\n${markdown}`,
      'ferry.md',
    );
    expect([faq, faqCandidates.length]).toEqual([[], 5]);
    const plain = ['Will the ferry close?', 'Nobody knows.', ...questions.flatMap((each) => [each, 'Yes.'])];
    expect(draftText(plain.join('\n\n'), 'ferry.txt').document.title).toBe('Will the ferry close?');
  });

  test('is none only because of its folder', () => {
    const text = '# The ferry\n\n## History\n\nIt is old.\n\n## Tickets\n\nFour crowns.\n\n## Dogs\n\nNone.';
    expect(draftArticle({ path: 'faq/ferry.md', fileName: 'ferry.md', text }, { now: NOW }).faq).toEqual([]);
  });
});
