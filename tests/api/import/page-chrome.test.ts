import { describe, expect, test } from 'vitest';
import { isPageChrome } from '@communique/api/import/page/page-chrome';
import { draftText } from '../../support/drafts.ts';

describe('a line of the page around an article', () => {
  test.each([
    'Home » Harbour » Quays',
    'Home / Harbour / Quays',
    'Home/Harbour',
    'See more Strait Post',
    'See all stories',
    'Photo: Iker Sanz/Reuters',
    'Image credit: Iker Sanz',
    '© 2026 Strait Post. All rights reserved.',
    'Copyright 2026 Strait Post',
    'Copyright 2020-2026 The Strait Post. All rights reserved.',
    'Startseite | Politik | Wirtschaft | Sport | Kultur',
    'Accueil | Politique | Économie | Sport',
    'Inicio | Política | Economía | Deportes',
    'Главная | Политика | Экономика | Спорт',
    'Startseite › Politik › Bahnreform',
    'Zum Inhalt springen',
    'Aller au contenu principal',
    'Saltar al contenido',
    'Перейти к содержанию',
    'Leave a comment',
    'Be the first to comment!',
    'Share this article',
    'Share on Facebook',
    'Follow us on Twitter',
    'Read also: The wall that nobody wanted',
    'Subscribe to our newsletter',
    'Your email address will not be published. Required fields are marked *',
  ])('is "%s"', (line) => {
    expect(isPageChrome(line)).toBe(true);
  });

  test.each([
    'Home/Office keys open the door only on weekdays.',
    'Home > Harbour is the way the buses take on Sundays.',
    'See all of the quay before you choose a berth.',
    'See more boats than ever this summer, the harbour master said.',
    'Credit: the harbour borrowed nothing this year.',
    'Pictures: thirty drawings show how the wall grew…',
    'Images: thirty drawings of a wall',
    'Copyright 2026 rules were voted down by the harbour, and the talks go on.',
    'Print it on paper, or nobody will read it.',
    'Share it with your crew before you sail.',
    'Follow us to the last lamp, the guide said.',
    'Leave a comment out and the program still runs.',
    'Be the first to comment on a plan and you are heard.',
    'Your email address is sold to nobody, the harbour says.',
    'Subscribe to our way of thinking or leave.',
  ])('is no sentence that begins like one: "%s"', (line) => {
    expect(isPageChrome(line)).toBe(false);
  });
});

describe('at the end of a document', () => {
  test('a short answer stays', () => {
    const { faq } = draftText('BERTH FAQ\n\nQ: Is there a crane?\nA: Yes, one.\n\nQ: Is it free?\nA: No\n');
    expect(faq.map(({ question, answer }) => [question, answer])).toEqual([
      ['Is there a crane?', 'Yes, one.'],
      ['Is it free?', 'No'],
    ]);
  });

  test('menu words go', () => {
    const { document } = draftText('# Berths\n\nThey are full. Nobody leaves.\n\nHome\n\nContact\n', 'a.md');
    expect(JSON.stringify(document.sections)).not.toContain('Contact');
  });
});

describe('below "Related stories"', () => {
  const said = (text: string) => JSON.stringify(draftText(text, 'a.md').document.sections);

  test('prose and its list are a section of the article', () => {
    const sections = said(
      '# Berths\n\nThey are full. Nobody leaves.\n\n## Related stories\n\nSailors tell two of them:\n\n- the wall sank\n- the crane flew\n\nNeither is true.\n',
    );
    for (const text of ['Related stories', 'Sailors tell two', 'the wall sank', 'Neither is true'])
      expect(sections).toContain(text);
  });

  test('links to other articles are none', () => {
    const sections = said(
      '# Berths\n\nThey are full. Nobody leaves.\n\n## Related stories\n\n- [The wall sank](https://harbour.example/wall)\n- [The crane flew](https://harbour.example/crane)\n',
    );
    expect(sections).not.toContain('The wall sank');
    expect(sections).not.toContain('Related stories');
  });
});

describe('the line that a blog appends to the articles of its feed', () => {
  const ARTICLE = '<p>The harbour sold its last crane. Nobody had used it for years.</p><p>It was green.</p>';
  const lastLines = (line: string): { said: string; left: unknown } => {
    const html = `<html lang="en"><head><title>Crane sold</title></head><body><h1>Crane sold</h1>${ARTICLE}<p>${line}</p></body></html>`;
    const { document, leftOut } = draftText(html, 'crane.html');
    return { said: JSON.stringify(document.sections), left: leftOut };
  };

  test.each([
    'The post <a href="https://harbour.example/crane">Crane sold</a> appeared first on <a href="https://harbour.example">Harbour</a>.',
    'Der Beitrag Kran verkauft erschien zuerst auf Hafenblog.',
    'L’article La grue est vendue est apparu en premier sur Le Port.',
    'La entrada Grúa vendida se publicó primero en Puerto.',
  ])('is left out and told: %s', (line) => {
    const { said, left } = lastLines(line);
    expect(said).not.toMatch(/Harbour|Hafenblog|Le Port|Puerto/);
    expect(left).toEqual([{ text: line.replaceAll(/<[^>]+>/g, ''), reason: 'NAVIGATION' }]);
  });

  test.each([
    'The post office appeared first on the map of the second edition.',
    'The post that the crane stood on appeared first.',
  ])('is no sentence of the article: %s', (line) => {
    expect(lastLines(line).said).toContain(line);
  });
});

test('a short article beside a menu of hundreds of links is read, without the menu', () => {
  const menu = Array.from(
    { length: 400 },
    (_each, index) => `<li><a href="/s${index}">Part ${index} of the site</a></li>`,
  );
  const paragraphs = [
    'The board of the harbour voted on Tuesday to build the northern quay anew, which takes three years.',
    'Its old wall has moved by four centimetres since the autumn, and nobody may walk there in a storm.',
    'Two of the three companies that wanted to build it have taken their offers back by now.',
  ];
  const article = paragraphs.map((text) => `<div>${text}</div>`).join('');
  const page = `<html><title>Board votes</title><body><div><div>${menu.join('')}</div><div>${article}</div></div></body></html>`;
  const { document } = draftText(page, 'votes.html');
  const texts = document.sections.flatMap(({ blocks }) =>
    blocks.map((block) => (block.type === 'PARAGRAPH' ? block.text : block.type)),
  );
  expect([document.summary.short, ...texts].filter((text) => text !== null)).toEqual(paragraphs);
});
