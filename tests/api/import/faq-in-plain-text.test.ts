/** Questions of plain-text files that neither ask nor are marked: their numbers, lines and lists tell them. */
import { describe, expect, test } from 'vitest';
import { draftArticle } from '@communique/api/import/draft-article';
import { interpretDocument } from '@communique/api/import/interpret-document';
import { draftText, NOW } from '../../support/drafts.ts';

function pairsOf(text: string, fileName = 'ferry-faq.txt'): string[][] {
  return draftText(text, fileName).faq.map(({ question, answer }) => [question, answer]);
}

function interpret(text: string, fileName: string) {
  return interpretDocument({ path: fileName, fileName, text }, { now: NOW });
}

describe('numbered titles', () => {
  test('count after a Q, and go on beside the line below them', () => {
    const contents =
      'INDEX\n-----\n\nQ 1\tWho runs it?\n\nQ 2\tIs the old pier, which\n\tsank, still in use?\n\n';
    const text =
      '=======\n\nQ 1\tWho runs it?\n---\n\nTwo brothers run it.\n\nQ 2\tIs the old pier, which\n---\tsank, still in use?\n\nNobody lands there now.\n';
    expect(pairsOf(`Ferry FAQ\n\n${contents}${text}`)).toEqual([
      ['Who runs it?', 'Two brothers run it.'],
      ['Is the old pier, which sank, still in use?', 'Nobody lands there now.'],
    ]);
  });

  test('are titles where a list of contents names them, even if none asks', () => {
    const titles = ['The bell is mute', 'The rope is wet', 'The deck is loose', 'The lamp is dim'];
    const numbered = ['1. On board', ...titles.map((title, index) => `1.${index + 1} ${title}`)];
    const more = ['2. On land', '2.1 The gate sticks', '2.2 The clock is late'];
    const lines = [...numbered, ...more];
    const answers = lines.map((line) =>
      /^\d\. /.test(line) ? `${line}\n` : `${line}\n\n   Call the mate. He will see to it at once.\n`,
    );
    const found = pairsOf(`Ferry FAQ\n\n${lines.join('\n')}\n\n${answers.join('\n')}`);
    expect(found).toEqual(
      [...titles, 'The gate sticks', 'The clock is late'].map((title) => [
        title,
        'Call the mate. He will see to it at once.',
      ]),
    );
  });

  test('head what a script in an answer remarks about itself', () => {
    const text =
      'Ferry FAQ\n\n1. How do I count?\n\n   Type this:\n\n   # Count the boats\n   wc boats\n\n   Boat           Berth\n   --------------------\n   Gull           3\n\n2. How do I sort?\n\n   Ask the mate.\n';
    const draft = draftText(text, 'ferry-faq.txt');
    expect(draft.faq.map(({ question }) => question)).toEqual(['How do I count?', 'How do I sort?']);
    expect(draft.faq[0]?.answer).toContain('Count the boats');
    expect(draft.document.sections.map(({ heading }) => heading)).toEqual([]);
  });
});

test('lines below words make titles of them, of exclamations and of both halves of a question', () => {
  const titles = ['The bell does not ring!', 'The rope is wet!', 'The lamp is dim!', 'The gate sticks!'];
  const asked =
    '  Why does the ferry, which was built in the old yard, never\n  ---------------------------------------------------------\n  sail at night?\n  --------------\n    It has no lamp.\n\n';
  const stated = titles.map((title) => `  ${title}\n  ${'-'.repeat(title.length)}\n    Call the mate.\n\n`);
  expect(pairsOf(`Ferry FAQ\n\n${asked}${stated.join('')}`)).toEqual([
    ['Why does the ferry, which was built in the old yard, never sail at night?', 'It has no lamp.'],
    ...titles.map((title) => [title, 'Call the mate.']),
  ]);
});

test('points that say what is the matter, with paragraphs below, are questions below the name of a part', () => {
  const text =
    '# Ferry FAQ\n\n## On board\n\n* The bell is mute\n\n  The rope is wet. Dry it.\n\n* The lamp does not burn\n\n  - Is there oil?\n  - Is there a wick?\n\n## On land\n\n* The gate sticks in winter\n\n  Oil it.\n\n* The clock is always late\n\n  Wind it.\n';
  expect(pairsOf(text, 'faq.md')).toEqual([
    ['The bell is mute', 'The rope is wet. Dry it.'],
    ['The lamp does not burn', '- Is there oil?\n- Is there a wick?'],
    ['The gate sticks in winter', 'Oil it.'],
    ['The clock is always late', 'Wind it.'],
  ]);
});

test('names of cases stay points of the answer', () => {
  const text =
    '# Ferry FAQ\n\n## It does not start\n\n* Summer\n\n  Open the tap.\n\n* Winter\n\n  Warm the engine.\n\n## It does not stop\n\nClose the tap.\n\n## It leaks\n\nCall the yard.\n';
  expect(pairsOf(text, 'faq.md').map(([question]) => question)).toEqual([
    'It does not start',
    'It does not stop',
    'It leaks',
  ]);
});

test('a bullet above a marked question heads it and ends the answer above', () => {
  const text =
    'Ferry FAQ\n=========\n\n* The crossing:\n\nQ. How long is it?\n\nA. An hour.\n\n* Everything else:\n\nQ. Who cooks?\n\nA. The mate.\n';
  expect(pairsOf(text)).toEqual([
    ['How long is it?', 'An hour.'],
    ['Who cooks?', 'The mate.'],
  ]);
});

test('a document is judged by the headings of its parts, not by what divides an answer', () => {
  const text =
    '# The engine\n\n## Why is it slow?\n\nThree steps help.\n\n### Step one: oil\n\nOil it.\n\n### Step two: heat\n\nHeat it.\n\n### Step three: wait\n\nWait for it.\n\n## How do I stop it?\n\nClose the tap.\n';
  const { faq } = draftArticle({ path: 'docs/faq/engine.md', fileName: 'engine.md', text }, { now: NOW });
  expect(faq.map(({ question }) => question)).toEqual(['Why is it slow?', 'How do I stop it?']);
  expect(faq[0]?.answer).toContain('Heat it.');
});

test('an answer that is too long is cut, and both the cut and what is lost are told', () => {
  const days = Array.from(
    { length: 500 },
    (_, day) => `On day ${day + 1} the ferry carried ${day * 7} sheep.`,
  );
  const text = `# Ferry FAQ\n\n## What did it carry?\n\n${days.join('\n\n')}\n\n## Who counted?\n\nThe mate.\n`;
  const { notes, leftOut } = interpret(text, 'faq.md');
  expect(notes).toEqual([
    expect.stringMatching(/^faq\.md: the answer to "What did it carry\?" has 2\d+ characters/),
  ]);
  expect(leftOut.length).toBeGreaterThan(10);
  expect(new Set(leftOut.map(({ reason }) => reason))).toEqual(new Set(['TOO_LONG']));
});
