import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const FAQ = `.. _faq:

Ferry FAQ
=========

.. contents::
   :local:

About the line
--------------

Is it \`\`free\`\`?
~~~~~~~~~~~~~~~~

No, it *never* was. See \`the prices
<https://ferry.example/prices>\`_ or Timetable_::

   $ ferry --buy
   Ticket = {

It goes on here [1]_.

.. note::

   Children pay **one** crown.

.. image:: deck.png
   :alt: The deck

The horn is loud
~~~~~~~~~~~~~~~~

- It has to be.

  Ships hear nothing else.
- See :ref:\`the horn <horn>\`.

.. A comment that nobody reads.

.. _Timetable: https://ferry.example/times
.. _horn:

Is it late?
~~~~~~~~~~~

======  =======
Day     Minutes
======  =======
Monday  twelve
Sunday  ninety,
        or more
======  =======
`.replaceAll('\\`', '`');

describe('an FAQ document', () => {
  const { document, faq } = draftText(FAQ, 'faq.rst');

  test('has the title, and a question for each heading that asks, with its answer', () => {
    expect(document.title).toBe('Ferry FAQ');
    expect(faq.map(({ question }) => question)).toEqual(['Is it free?', 'The horn is loud', 'Is it late?']);
    expect(faq[0]?.answer).toBe(
      [
        'No, it _never_ was. See [the prices](https://ferry.example/prices) or [Timetable](https://ferry.example/times):',
        '```\n$ ferry --buy\nTicket = {\n```',
        'It goes on here.',
        'Children pay **one** crown.',
      ].join('\n\n'),
    );
    expect(faq[1]?.answer).toBe('- It has to be.\n\n  Ships hear nothing else.\n- See the horn.');
  });

  test('keeps its tables, with a row that goes on below', () => {
    expect(faq[2]?.answer).toContain('| Monday | twelve');
    expect(faq[2]?.answer).toContain('ninety, or more');
  });

  test('leaves out what only a program makes text of', () => {
    expect(JSON.stringify([document, faq])).not.toMatch(/comment that nobody|deck|:local:|Table of/);
  });
});

test('an article has sections, nested as their lines say, points and a grid', () => {
  const { document } = draftText(
    `==========
The harbour
==========

The harbour is old. Nobody knows how old.

Prices
======

Sand
----

Sand is paid by the load, and the load is what the horse can pull.

+-------+--------+
| Load  | Crowns |
+=======+========+
| Sand  | 2      |
+-------+--------+
| Stone | 9, or  |
|       | more   |
+-------+--------+

Stone
-----

Quay
   Where the ship lies.
`,
    'harbour.rst',
  );
  expect(document.title).toBe('The harbour');
  expect(document.sections.map(({ heading, parentId }) => [heading, parentId])).toEqual([
    [null, null],
    ['Prices', null],
    ['Sand', 'prices'],
    ['Stone', 'prices'],
  ]);
  expect(document.sections[2]?.blocks[1]).toMatchObject({ type: 'TABLE', rows: [{}, {}] });
  expect(JSON.stringify(document.sections[2])).toContain('9, or more');
});

test('a text file with directives is read as what it is, one without as plain text', () => {
  const text =
    '.. _a:\n\n.. contents::\n\nIs it free?\n***********\n\nNo.\n\nIs it late?\n***********\n\nOften.\n';
  expect(draftText(text, 'faq.txt').faq).toHaveLength(2);
  expect(
    draftText('The price of *sand* is two crowns. Nobody pays.\n', 'a.txt').document.sections[0],
  ).toMatchObject({
    blocks: [{ text: 'The price of *sand* is two crowns. Nobody pays.' }],
  });
});

test.each([
  '`a`_ ',
  '*a ',
  'a_ ',
  ':a:`b` ',
  '- a\n',
  '  - a\n\n',
  '.. note::\n',
  'a::\n\n  b\n\n',
  '+--+\n| a|\n',
  '= =\n',
  'Term?\n   meaning\n\n',
])('a hundred thousand times %j is read in bounded time', { timeout: 60_000 }, (piece) => {
  const start = performance.now();
  try {
    draftText(`Title\n=====\n\nWords.\n\n${piece.repeat(200_000 / piece.length)}`, 'a.rst');
  } catch (error) {
    expect(error).toMatchObject({ name: 'UnusableDocumentError' });
  }
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('a reference below a directive is text of it, and none of its options', () => {
  const { faq } = draftText(
    'FAQ\n===\n\nIs it red?\n----------\n\n.. seealso::\n   :ref:`paint`\n\nIs it loud?\n-----------\n\nNo.\n',
    'faq.rst',
  );
  expect(faq.map(({ question, answer }) => [question, answer])).toEqual([
    ['Is it red?', 'paint'],
    ['Is it loud?', 'No.'],
  ]);
});
