import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DocumentError } from '@communique/api/import/errors';
import { interpretDocument, type ImportedDocument } from '@communique/api/import/interpret-document';
import { draftText, NOW } from '../../support/drafts.ts';

function interpret(text: string, fileName = 'harbour.txt'): ImportedDocument {
  return interpretDocument({ path: fileName, fileName, text }, { now: NOW });
}

describe('what a document says and its draft does not', () => {
  test('is told: page furniture and headings that head nothing', () => {
    const document = interpret(
      'The quay\n\nThe quay is old. Nobody moors there.\n\nThe crane\n\nIt lifts boats. It never rests.\n\nShare on Facebook\n\nLeave a comment\n',
    );
    expect(document.leftOut).toEqual([
      { text: 'Share on Facebook', reason: 'SHARE_BUTTON' },
      { text: 'Leave a comment', reason: 'COMMENT_LINE' },
    ]);
  });

  test('is nothing where all of it is in the draft', () => {
    const document = interpret(
      '# The quay\n\n*By Emily Carter, 3 May 2026*\n\nThe quay is old. “We shall never sell the quay,” Mayor Clara Holm said.\n\n## Prices\n\n- Berth: two crowns a night\n- [Crane](https://harbour.example/crane): four crowns\n\n| Boat | Price |\n| - | - |\n| Barge | 12 |\n\n## FAQ\n\n### Is it free?\n\nNo, it costs `2` crowns & a smile.\n',
      'quay.md',
    );
    expect(document.leftOut).toEqual([{ text: 'FAQ', reason: 'QUESTIONS_HEADING' }]);
  });

  test.each([
    [
      'questions with their marks',
      'Help\n\nQ. Who pays it?\nA. All do.\n\nQ1: Since when?\nA1: May.\n\nQuestion: And now?\nAnswer: No.\n',
    ],
    [
      'who speaks in an interview',
      'Interview mit Lena Ott\n\nWir sprachen mit der Ingenieurin Lena Ott über die neue Brücke.\n\nZEIT: Warum haben Sie die Brücke gebaut?\n\nOtt: Weil sie gebraucht wurde.\n\nZEIT: Wer hat bezahlt?\n\nOtt: Wir alle.\n',
    ],
    [
      'points within points',
      '# The quay\n\nThe quay is old. Nobody moors there.\n\n- First: alpha\n  - inner a\n    - deep\n- Second: beta\n\n> Outer words\n>\n> > Inner words with emphasis\n',
    ],
  ])('are not %s', (_what, text) => {
    expect(interpret(text, text.startsWith('#') ? 'quay.md' : 'quay.txt').leftOut).toEqual([]);
  });

  test('of a web page is also what stands around the article', () => {
    const document = interpret(
      `<!doctype html><html><head><title>The quay</title></head><body><nav><a href="/">Timetable of ferries</a></nav><article><h1>The quay</h1><p>${'The quay is old and made of stone. '.repeat(20)}</p></article></body></html>`,
      'quay.html',
    );
    expect(document.leftOut).toEqual([{ text: 'Timetable of ferries', reason: 'AROUND_ARTICLE' }]);
  });
});

describe('why it is left out', () => {
  const body = 'The quay is old. Nobody moors there.';
  test.each([
    ['Home\nWorld\nSport', 'Home', 'NAVIGATION'],
    ['English | Deutsch | Русский', 'English | Deutsch | Русский', 'LANGUAGE_LINE'],
    ['Read also: Another quay is sold', 'Read also: Another quay is sold', 'RELATED'],
    ['Related articles\n\nAnother quay is sold', 'Related articles', 'RELATED'],
    [
      'Related articles\n\n- Another quay is sold\n- A third one is bought',
      'Another quay is sold',
      'RELATED',
    ],
    ['© 2026 Strait Post', '© 2026 Strait Post', 'LEGAL_LINE'],
    ['Privacy policy', 'Privacy policy', 'LEGAL_LINE'],
    ['Photo: Anna Berg/Reuters', 'Photo: Anna Berg/Reuters', 'PICTURE_CREDIT'],
    ['The quay | Strait Post', 'The quay | Strait Post', 'REPEATED_TITLE'],
    ['Table of Contents', 'Table of Contents', 'TABLE_OF_CONTENTS'],
  ])('%s', (lines, text, reason) => {
    const { leftOut } = interpret(
      `The quay\n\n${body}\n\n${lines}\n\nThe crane\n\nIt lifts boats. It never rests.\n`,
    );
    expect(leftOut).toContainEqual({ text, reason });
  });

  test('a heading that heads nothing', () => {
    const { leftOut } = interpret(
      `# The quay\n\n${body}\n\n## Prices\n\n## The crane\n\nIt lifts. It rests.\n`,
      'a.md',
    );
    expect(leftOut).toEqual([{ text: 'Prices', reason: 'EMPTY_HEADING' }]);
  });
});

/** Each piece holds one word that stands nowhere else. */
const shape = fc.constantFrom<(word: string) => string>(
  (word) => `The harbour master counted ${word} boats at the quay. Then it rained.`,
  (word) => `See all ${word} lamps of the quay before you sail.`,
  (word) => `See more ${word} stories`,
  (word) => `Credit: the ${word} bank lent nothing last year.`,
  (word) => `Home/${word} keys open no door in the old harbour.`,
  (word) => `## About ${word}`,
  (word) => `What ${word} knows`,
  (word) => `Related stories\n\n${word} goes to sea`,
  (word) => `- Berth: the ${word} costs two crowns\n- Crane: it costs four`,
  (word) => `Q: Is ${word} open?\nA: No`,
  (word) => `“Never,” Clara Holm said, “will ${word} be sold to anybody.”`,
  (word) => `${word} today`,
  (word) => `Photo: ${word}`,
  (word) => `Share this ${word}`,
  () => 'Home',
  () => 'Leave a comment',
  () => 'Table of Contents',
);
const pieces = fc.array(shape, { minLength: 1, maxLength: 12 });
const WORDS = 'Alder Birch Cedar Elm Fir Gorse Hazel Ivy Juniper Larch Maple Oak'.split(' ');

describe('nothing is lost silently', () => {
  test.each(['harbour.txt', 'harbour.md', 'faq.txt'])('in %s', (fileName) => {
    fc.assert(
      fc.property(pieces, (shapes) => {
        const text = shapes.map((write, index) => write(WORDS[index] ?? '')).join('\n\n');
        const document = attempt(`The harbour\n\n${text}\n`, fileName);
        if (document === null) return;
        // The draft keeps the article's own text beside it: that is no part of what it says.
        const { article: _article, ...draft } = { article: null, ...document.draft };
        const said = `${JSON.stringify(draft)} ${document.leftOut.map(({ text: lost }) => lost).join(' ')}`;
        for (const word of WORDS.filter((name) => text.includes(name))) expect(said).toContain(word);
      }),
      { numRuns: 200 },
    );
  });
});

function attempt(text: string, fileName: string): ImportedDocument | null {
  try {
    return interpret(text, fileName);
  } catch (error) {
    // A document of which nothing can be made is refused as a whole.
    if (error instanceof DocumentError) return null;
    throw error;
  }
}

test('few words that became a paragraph of their own are not left out', () => {
  const { leftOut } = draftText(
    'Council Bans Cars From the Old Town\n\nThe council voted on Tuesday. It will meet again.\n\n“We will strike on every bus line,” union president Dana Cole said. “Nobody is fooled.”\n',
  );
  expect(leftOut).toEqual([]);
});

describe('who wrote it, after the end', () => {
  const BIO = 'Anna Bell writes about harbours. She lives by the sea.';
  test.each([
    ['a.txt', `About the author\n\n${BIO}`],
    ['a.txt', `About the author: ${BIO}`],
    ['a.md', `## About the Author\n\n${BIO}`],
    ['a.md', `**Über die Autorin**\n\n${BIO}`],
  ])('is no part of the article: %s, %s', (fileName, box) => {
    const { document, faq, leftOut } = draftText(
      `# The quay\n\nThe quay is old. Nobody moors there.\n\n## FAQ\n\n### Is it open?\n\nIt is open all day.\n\n${box}\n`.replaceAll(
        fileName === 'a.txt' ? /^#+ /gm : /^$/gm,
        '',
      ),
      fileName,
    );
    expect(JSON.stringify([document, faq])).not.toContain('writes about harbours');
    expect(
      leftOut
        .filter(({ reason }) => reason === 'ABOUT_AUTHOR')
        .map(({ text }) => text)
        .join(' '),
    ).toContain(BIO);
  });

  test('but a section about authors within the article is one', () => {
    const { document } = draftText(
      `The quay\n\nThe quay is old. Nobody moors there.\n\nAbout the authors of the plan\n\n${BIO}\n`,
    );
    expect(JSON.stringify(document)).toContain('writes about harbours');
  });
});

test('an invitation to answer is told as one', () => {
  const { leftOut } = draftText(
    'The quay\n\nThe quay is old. Nobody moors there.\n\nShare it in the comments.\n\nIt will be closed. Nobody is sad.\n',
  );
  expect(leftOut).toEqual([{ text: 'Share it in the comments.', reason: 'INVITATION' }]);
});

test('what looks like markup in a text that has none is not left out', () => {
  const { leftOut } = draftText(
    'The quay\n\nThe quay is old. Nobody moors there.\n\n<iframe src="/map" width="300"></iframe>\n\nPress <TAB> to go on. Nobody does.\n',
  );
  expect(leftOut).toEqual([]);
});
