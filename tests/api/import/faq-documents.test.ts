/** FAQ documents as the projects of the world keep them: how each of them marks its questions. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

function pairsOf(text: string, fileName: string): string[][] {
  return draftText(text, fileName).faq.map(({ question, answer }) => [question, answer]);
}

function askedOf(text: string, fileName: string): unknown[][] {
  return draftText(text, fileName).faq.map(({ question, aliases, answer }) => [question, aliases, answer]);
}

function questionsOf(text: string, fileName: string): string[] {
  return draftText(text, fileName).faq.map(({ question }) => question);
}

describe('in plain text', () => {
  test('letters count the parts, and a part that asks is still a part', () => {
    const text = [
      'This is the Ferry FAQ.',
      '',
      'The newest list is found at',
      '',
      'https://ferry.example/faq',
      '',
      'Contents:',
      '',
      'Section A:  The basics',
      '',
      'A1) What is it?',
      'A2) Where does it sail?',
      '',
      'Section B:  Why is it so slow?',
      '',
      'B1) Why does it stop',
      '    at the island?',
      'B2) The horn is loud.',
      '',
      'Section A:  The basics',
      '',
      'A1)  What is it?',
      '',
      'A ferry, and the only one.',
      '',
      'A2)  Where does it sail?',
      '',
      'Over there.',
      '',
      'Section B:  Why is it so slow?',
      '',
      'B1)  Why does it stop',
      '     at the island?',
      '',
      'People live there.',
      '',
      'B2)  The horn is loud.',
      '',
      'It has to be.',
    ].join('\n');
    expect(pairsOf(text, 'FAQ')).toEqual([
      ['What is it?', 'A ferry, and the only one.'],
      ['Where does it sail?', 'Over there.'],
      ['Why does it stop at the island?', 'People live there.'],
      ['The horn is loud.', 'It has to be.'],
    ]);
    expect(draftText(text, 'FAQ').document.sections.map(({ heading }) => heading)).toEqual([null]);
  });

  test('signs that fill the line of a title are no part of it', () => {
    const text = `${'-'.repeat(60)}\n------------- Frequently Asked Questions about ferries -----\n${'-'.repeat(60)}\n\n1. Is it free?\n\n\tNo.\n\n2. Is it late?\n\n\tOften.\n`;
    expect(draftText(text, 'ferry.txt').document.title).toBe('Frequently Asked Questions about ferries');
    expect(pairsOf(text, 'ferry.txt')).toEqual([
      ['Is it free?', 'No.'],
      ['Is it late?', 'Often.'],
    ]);
  });

  test('questions on lines of their own share the answer below them', () => {
    const text =
      'FERRY FAQ\n\nQ: Is it free?\nQ: What does a ticket cost?\nA: Two crowns.\n\nQ: Where is it?\n\nQ: Is it late?\nA: Often.\n';
    expect(askedOf(text, 'ferry.txt')).toEqual([
      ['Is it free?', ['What does a ticket cost?'], 'Two crowns.'],
      ['Is it late?', [], 'Often.'],
    ]);
  });

  test('an answer that nobody marked begins after the question mark', () => {
    expect(
      pairsOf(
        'FERRY FAQ\n\n  Q: My ticket is wet, what now?\n     Dry it, and show it at the quay.\n\n  Q: Is it late?\n  A: Often.\n',
        'ferry.txt',
      ),
    ).toEqual([
      ['My ticket is wet, what now?', 'Dry it, and show it at the quay.'],
      ['Is it late?', 'Often.'],
    ]);
  });

  test('a point keeps the paragraphs below its words', () => {
    const text =
      'The ferry is old. It has its faults, and everybody on both islands knows every one of them by now.\n\n  * The horn is loud\n\n    It has to be. Ships of the line hear nothing\n    else.\n\n    Nobody complained before.\n\n  * The deck is wet\n\n    It rains.\n\nIt is replaced in May.\n';
    const [section] = draftText(text, 'notes.txt').document.sections;
    expect(section?.blocks.map(({ type }) => type)).toEqual(['PARAGRAPH', 'POINTS', 'PARAGRAPH']);
    expect(section?.blocks[1]).toMatchObject({
      items: [
        {
          label: 'The horn is loud',
          text: 'It has to be. Ships of the line hear nothing else. Nobody complained before.',
        },
        { label: 'The deck is wet', text: 'It rains.' },
      ],
    });
  });
});

describe('in Markdown', () => {
  test('names that site generators give headings are no part of the question', () => {
    expect(
      pairsOf(
        '# Ferry FAQ {#faq}\n\n## Is it free? {#free}\n\nNo.\n\n## Is it {late}? {: .wide #late}\n\nOften.\n',
        'a.md',
      ),
    ).toEqual([
      ['Is it free?', 'No.'],
      ['Is it {late}?', 'Often.'],
    ]);
  });

  test('a heading that asks and holds only questions is the name of a part', () => {
    expect(
      questionsOf(
        '# FAQ\n\n## Where do I begin?\n\n### Is it free?\n\nNo.\n\n### Is it late?\n\nOften.\n',
        'a.md',
      ),
    ).toEqual(['Is it free?', 'Is it late?']);
  });

  test.each([
    ['- *Is it free?*\n\n  No.\n\n- *The horn is loud*\n\n  It has to be.\n', 'emphasized'],
    ['1. Is it free?\n\n   No.\n\n2. The horn is loud\n\n   It has to be.\n', 'numbered'],
  ])('points with the answer in a paragraph below ask: %#', (list) => {
    expect(pairsOf(`# Ferry FAQ\n\n## Tickets and noise\n\n${list}`, 'a.md')).toEqual([
      ['Is it free?', 'No.'],
      ['The horn is loud', 'It has to be.'],
    ]);
  });

  test('an answer of two words is one', () => {
    expect(pairsOf('# FAQ\n\n## Is it free?\n\nNo.\n\n## Planned changes\n\nNothing yet\n', 'a.md')).toEqual([
      ['Is it free?', 'No.'],
    ]);
    expect(
      pairsOf(
        '# FAQ\n\n## Is it free?\n\nNo.\n\n## Is it late?\n\nOften.\n\n## Planned changes\n\nNothing yet\n',
        'a.md',
      ),
    ).toContainEqual(['Planned changes', 'Nothing yet']);
  });

  test('points that do not ask stay, beside those that do', () => {
    const { faq, document } = draftText(
      '# FAQ\n\n- Is it free? No, it never was.\n- The quay is closed on Sundays.\n',
      'a.md',
    );
    expect(faq.map(({ question }) => question)).toEqual(['Is it free?']);
    expect(JSON.stringify(document.sections)).toContain('The quay is closed on Sundays.');
  });

  test.each([
    ['in one paragraph', '# FAQ\n\nQ: Is it free?\nQ: What is a ticket?\nA: Two crowns.\n'],
    ['in headings', '# FAQ\n\n### Is it free?\n\n### What is a ticket?\n\nTwo crowns.\n'],
    ['in bold lines', '# FAQ\n\n**Is it free?**\n\n**What is a ticket?**\n\nTwo crowns.\n'],
    ['in one heading', '# FAQ\n\n### Is it free? / What is a ticket?\n\nTwo crowns.\n'],
  ])('several questions %s are ways to ask one, with the answer after them', (_where, text) => {
    expect(askedOf(text, 'a.md')).toEqual([['Is it free?', ['What is a ticket?'], 'Two crowns.']]);
    expect(draftText(text, 'a.md').leftOut).toEqual([]);
  });

  test('a question that nothing answers takes no answer of another, and is told', () => {
    const text =
      '# Ferry\n\n## FAQ\n\n### What is a ticket?\n\nPaper.\n\n### Who pays?\n\n## Contact\n\nWrite to us.\n';
    expect(askedOf(text, 'a.md')).toEqual([['What is a ticket?', [], 'Paper.']]);
    expect(draftText(text, 'a.md').leftOut.map(({ text }) => text)).toContain('Who pays?');
  });
});

describe('in a page', () => {
  test('a front matter is none of its words', () => {
    const page =
      '---\ntitle: Ferry FAQ\nlatest-changes: 2.46.0\naliases:\n- "/faq.html"\n---\n<h2>Sailing</h2><dl><dt>Is it free?</dt><dd><p>No.</p></dd></dl>';
    expect(draftText(page, 'faq.html').document.title).toBe('Ferry FAQ');
    expect(pairsOf(page, 'faq.html')).toEqual([['Is it free?', 'No.']]);
    expect(JSON.stringify(draftText(page, 'faq.html').document.sections)).not.toContain('2.46');
  });

  test('emphasized points ask', () => {
    expect(
      pairsOf(
        '<h1>Ferry FAQ</h1><ol><li><em>Trouble at the quay</em><p>Wait for the <b>bell</b>.</p></li><li><em>Is there a bar ?</em><p>No.</p></li></ol>',
        'faq.html',
      ),
    ).toEqual([
      ['Trouble at the quay', 'Wait for the **bell**.'],
      ['Is there a bar ?', 'No.'],
    ]);
  });

  const ROWS =
    '<table summary="Q and A Div"><tr><td colspan="2"><h3>1. Sailing</h3></td></tr><tr class="toc"><td colspan="2">1.1. <a href="faq.html#free">Is it free?</a><br>1.2. <a href="faq.html#horn">The horn is loud.</a></td></tr><tr><td colspan="2">&nbsp;</td></tr>' +
    '<tr class="question"><td><a name="free"></a><b>1.1.</b></td><td><b>Is it free?</b></td></tr><tr class="answer"><td></td><td><p>No.</p><p>Never.</p></td></tr>' +
    '<tr class="question"><td><a name="horn"></a><b>1.2.</b></td><td><b>The horn is loud.</b></td></tr><tr class="answer"><td></td><td><p>It has to be.</p></td></tr></table>';

  test('rows that are called question and answer are, and the contents list repeats none of them', () => {
    const page = `<h1>Ferry: Frequently Asked Questions</h1><dl><dt>1. <a href="faq.html#s">Sailing</a></dt><dd>1.1. <a href="faq.html#free">Is it free?</a></dd><dd>1.2. <a href="faq.html#horn">The horn is loud.</a></dd></dl><a name="s"></a>${ROWS}`;
    expect(pairsOf(page, 'faq.html')).toEqual([
      ['Is it free?', 'No.\n\nNever.'],
      ['The horn is loud.', 'It has to be.'],
    ]);
    expect(draftText(page, 'faq.html').document.sections).toEqual([]);
  });

  test('an interview that uses the same names stays an interview', () => {
    const page =
      '<h1>The captain speaks</h1><p>We met her at the quay. It rained all day long.</p><p class="question">What is it like?</p><div class="answer"><p>Wet, and I like it that way.</p></div>';
    expect(pairsOf(page, 'talk.html')).toEqual([]);
  });

  test('class names with "faq" in them say enough', () => {
    const page =
      '<h1>The ferry</h1><p>It sails again. It was away for a winter.</p><div class="faq-item"><h4 class="faq-question"><button>Is it free?</button></h4><div class="faq-answer"><p>No.</p></div></div><div class="faq-item"><h4 class="faq-question">Is it late?</h4><div class="faq-answer"><ul><li>Often</li></ul></div></div>';
    expect(pairsOf(page, 'ferry.html')).toEqual([
      ['Is it free?', 'No.'],
      ['Is it late?', '- Often'],
    ]);
  });

  test('a list of links to the page itself is its contents, one that opens answers is not', () => {
    const page =
      '<h1>The ferry</h1><ul><li><a href="#one">First</a></li><li><a href="#two">Second part</a></li></ul><h2 id="one">The old one</h2><p>It was slow, and many missed it.</p><h2 id="two"><a href="#two">The new one</a></h2><p>It is slower. Nobody knows why.</p><div><p><a href="#why" aria-expanded="false">What they say</a></p><p><a href="#who" data-toggle="collapse">Who says it</a></p></div><div id="why">It is heavy, they say.</div><div id="who">The crew says it.</div>';
    const { document } = draftText(page, 'ferry.html');
    const text = JSON.stringify(document.sections);
    expect(document.sections.map(({ heading }) => heading)).toEqual(['The old one', 'The new one']);
    expect(text).not.toContain('First');
    expect(text).toContain('What they say');
  });
});
