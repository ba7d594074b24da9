/** The forms in which papers, blogs and press offices print the kind of text, its author and its day. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const TITLE = 'Harbour closes its oldest crane after eighty years';
const BODY =
  'The harbour closed its oldest crane on Monday. Two newer ones take over its work, and nobody loses a job.\n\nWhy now\n\nThe crane had failed three inspections in a row, and no workshop makes its parts any more.\n';
const DAY = '2025-03-05';
const BELL = 'Anna Bell';

type Facts = [byline: string | null, publishedOn: string | null];

function factsOf(text: string, fileName?: string): unknown[] {
  const { document, article } = draftText(text, fileName);
  const headings = document.sections.map(({ heading }) => heading);
  return [document.titleIsProposed ? null : document.title, headings, article.byline, article.publishedOn];
}

describe('above the title', () => {
  test.each<[string, Facts]>([
    ['Opinion\n\n', [null, null]],
    ['TRIBUNE\n\n', [null, null]],
    ['ENTREVISTA\n', [null, null]],
    ['Новости\n', [null, null]],
    ['BREAKING NEWS\n\n', [null, null]],
    ['Pressemitteilung Nr. 12/2025\n\nBerlin, 5. März 2025\n\n', [null, DAY]],
    ['POLICY BRIEF | MARCH 2025\n\n', [null, null]],
    ['Open in app\n\nSign in\n\nWrite\n\n', [null, null]],
    ['View this email in your browser\n\n', [null, null]],
    ['Accueil  Politique  Ports\n\n', [null, null]],
    ['首页 > 国际 > 正文\n', [null, null]],
    ['MEDIA CONTACT: Anna Bell\npress@harbour.example\n+1 555 0100 200\n\n', [null, null]],
    ['10:30, 5 марта 2025\n', [null, DAY]],
  ])('%j is no title', (above, [byline, publishedOn]) => {
    expect(factsOf(`${above}${TITLE}\n\n${BODY}`)).toEqual([TITLE, [null, 'Why now'], byline, publishedOn]);
  });

  test('a word that touches the title, which stands above the author, is its rubric', () => {
    const text = `Shipping\n${TITLE}\n\nBy ${BELL}\n5 March 2025\n\n${BODY}`;
    expect(factsOf(text)).toEqual([TITLE, [null, 'Why now'], BELL, DAY]);
    expect(draftText(text).leftOut).toEqual([{ text: 'Shipping', reason: 'NAVIGATION' }]);
  });

  test.each(['Quay.ru', 'BBC News 中文', 'NORTHERN HERALD'])('%s is the publisher', (site) => {
    const { document, article } = draftText(`${site}\n\n${TITLE}\n\nBy ${BELL}\n5 March 2025\n\n${BODY}`);
    expect([document.title, article.publisher, article.byline]).toEqual([TITLE, site, BELL]);
  });

  test('a kind of text above nothing but sentences stays what the text begins with', () => {
    const { document } = draftText('Analysis\n\nThe crane is old. It has to go, the harbour says.\n');
    expect(document.title).toBe('Analysis');
  });
});

describe('below the title', () => {
  test.each<[string, Facts]>([
    ['Anna Bell · Mar 5, 2025 · 4 min read', [BELL, DAY]],
    ['By Anna Bell   March 5, 2025 9:14 AM  3 min read', [BELL, DAY]],
    ['Analysis by Anna Bell, 5 March 2025', [BELL, DAY]],
    ['Analysis by Anna Bell, Institute of Cranes, 5 March 2025', [BELL, DAY]],
    ['Ein Kommentar von Anna Bell\n\n5.3.2025', [BELL, DAY]],
    ['Last updated: Wed 5 Mar 2025 18:20 GMT', [null, DAY]],
    ['March 5, 2025 / 10:15 AM EST / CBS News', [null, DAY]],
    ['Posted on March 5, 2025 by Anna Bell', [BELL, DAY]],
    ['Anna Bell\nMadrid - 05 mar 2025 - 12:15 CET', [BELL, DAY]],
    ['Anna Bell\nMadrid\n05/03/2025 a las 12:15h.', [BELL, DAY]],
    ['Par Anna Bell avec AFP\nLe 05/03/2025 à 08:00', [BELL, DAY]],
    ['Anna Bell\nDocker\n\nPublié hier à 08h00, mis à jour à 11h12', [BELL, null]],
    ['Published: 5/3/2025 10:00', [null, null]],
    ['05.03.2025 13:30\nAnna Bell', [BELL, DAY]],
    ['Текст: Анна Белова\n5 марта 2025', ['Анна Белова', DAY]],
    ['记者 李明 上海报道\n2025年3月5日', ['李明', DAY]],
    ['李明\nBBC中文记者\n2025年3月5日', ['李明', DAY]],
    ['Anna Bell and Tom Holm in Port Vale\n5 March 2025', ['Anna Bell and Tom Holm', DAY]],
    ['By Anna Bell, Tom Holm and Li Wei\n5 March 2025', ['Anna Bell, Tom Holm and Li Wei', DAY]],
    ['Anna Bell\n\nAnna Bell is a writer and an engineer.\n\n5 March 2025', [BELL, DAY]],
    ['New York\nMarch 5, 2025', [null, DAY]],
  ])('%j', (masthead, [byline, publishedOn]) => {
    expect(factsOf(`${TITLE}\n\n${masthead}\n\n${BODY}`)).toEqual([
      TITLE,
      [null, 'Why now'],
      byline,
      publishedOn,
    ]);
  });

  test('the author may stand between the title and the sentence that sums it up', () => {
    const { document, article } = draftText(
      `${TITLE}\n\n${BELL}\n\nEighty years of salt and wind were enough\n\nWed 5 Mar 2025 09.00 GMT\n\n${BODY}`,
    );
    expect([article.byline, article.publishedOn]).toEqual([BELL, DAY]);
    expect(document.summary.short).toBe('Eighty years of salt and wind were enough');
  });

  test('a link to the author and the day are one paragraph of Markdown', () => {
    const text = `# ${TITLE}\n\n[Anna Bell](https://harbour.example/bell)\nMarch 5, 2025\n\nThe crane is gone.\n`;
    const { article, leftOut } = draftText(text, 'a.md');
    expect([article.byline, article.publishedOn, leftOut]).toEqual([BELL, DAY, []]);
  });

  test('who took the pictures is no author', () => {
    const text = `# ${TITLE}\n\n*By Anna Bell · March 5, 2025 · Photographs by Tom Holm*\n\nThe crane is gone.\n`;
    const { article } = draftText(text, 'a.md');
    expect([article.byline, article.publishedOn]).toEqual([BELL, DAY]);
  });

  test.each(['Redacción', 'Explainer', 'Par Le Figaro avec AFP'])('%s sums nothing up', (line) => {
    const { document } = draftText(`${TITLE}\n\n${line}\n5 March 2025\n\n${BODY}`);
    expect(document.summary.short).toBeNull();
  });

  test('the first sentence of the news stays where it is', () => {
    const lead = 'The harbour closed its oldest crane on Monday after eighty years of work.';
    const { document } = draftText(
      `${TITLE}\n\nBy ${BELL}\nMarch 5, 2025\n\n${lead}\n\nTwo newer ones take over. Nobody loses a job.\n`,
    );
    expect(document.summary.short).toBeNull();
    expect(JSON.stringify(document.sections)).toContain(lead);
  });
});

describe('the day of a dateline', () => {
  test.each([
    'Berlin, 5. März 2025. Der Hafen schließt seinen ältesten Kran.',
    'Nantes, le 5 mars 2025 – Le port ferme sa plus vieille grue.',
    'PORT VALE, March 5, 2025 /PRNewswire/ -- The harbour closed its oldest crane.',
  ])('%s', (line) => {
    const { article, document } = draftText(`${TITLE}\n\n${line}\n\n${BODY}`);
    expect(article.publishedOn).toBe(DAY);
    expect(document.events.filter(({ date }) => date?.value === DAY)).toEqual([]);
  });

  test('is not the one a sentence ends with', () => {
    const text = `${TITLE}\n\nOn Wednesday, 5 March 2025. Nobody had seen it coming, they say.\n\n${BODY}`;
    expect(draftText(text).article.publishedOn).toBeNull();
  });
});
