import { describe, expect, test } from 'vitest';
import type { BriefingEvent } from '@communique/api/briefings/document';
import { draftText } from '../../support/drafts.ts';

function eventsOf(text: string, head = 'date: 2026-06-14'): BriefingEvent[] {
  const body = `# The water works\n\n${text}\n\n## Later\n\nNobody minded. It went on.\n`;
  return draftText(`---\n${head}\n---\n\n${body}`, 'a.md').document.events;
}

describe('bylines and datelines are no events', () => {
  test('a byline with a day gives author and date', () => {
    const { article, document } = draftText(
      '# Der Steg\n\n*Von Anna Weber, 3. März 2026*\n\nDer Steg ist alt. Niemand geht über ihn.\n',
      'a.md',
    );
    expect(document.events).toEqual([]);
    expect(article).toMatchObject({ byline: 'Anna Weber', publishedOn: '2026-03-03' });
  });

  test.each([
    '*By Anna Weber in Port Vale, 3 March 2026*',
    'PORT VALE, 12 June 2026 — The works are old. Nobody looks at them.',
    'Port Vale, 12 June 2026 (Reuters) – The works are old. Nobody looks at them.',
    '*Von Anna Weber, 3. März 2026*',
    'Stand: 3. März 2026, 10 Uhr',
    'March 2026',
    'Ann Berg, 4 March 2026, 12:00 a.m.',
    'PUBLISHED: March 3, 2026 at 4:56 p.m. | UPDATED: March 4, 2026 at 6:00 p.m.',
    'Miércoles, 4 de marzo de 2026 a las 07:46hrs.',
    'Update vom 03. März 2026, 16:05 Uhr: Der Steg ist wieder offen.',
    'Update, 3.3.2026, 12.45 Uhr: Der Steg ist wieder offen.',
    'Photo taken 3 March 2026',
  ])('%s', (line) => {
    expect(eventsOf(`The works are a house. They are old.\n\n${line}`)).toEqual([]);
    expect(eventsOf(line)).toEqual([]);
  });
});

describe('whether something happened', () => {
  test.each([
    [
      'The water works said on Tuesday that it would raise prices by a tenth from 1 October 2026.',
      '2026-10-01',
      'PLANNED',
    ],
    ['The new pump arrives on 2 July 2026 at the old quay.', '2026-07-02', 'PLANNED'],
    ['The old pump broke on 2 May 2026 at the old quay.', '2026-05-02', 'HAPPENED'],
    ['The council, elected on 2 May 2026, will meet again.', '2026-05-02', 'HAPPENED'],
    ['The council will vote in June 2026 on the price.', '2026-06', 'PLANNED'],
    ['Die Stadt will den Steg am 1. Oktober 2026 sperren.', '2026-10-01', 'PLANNED'],
    ['The vote of 2 July 2026 was called off by the council.', '2026-07-02', 'CANCELLED'],
  ])('%s', (text, value, state) => {
    expect(eventsOf(text)).toMatchObject([{ date: { value }, state }]);
  });

  test.each([
    ['The council would raise prices from 1 October 2025, it said.', 'PLANNED'],
    ['Prices will rise on 1 October 2025 by a tenth.', 'PLANNED'],
    ['The pump broke on 1 October 2025 at the quay.', 'HAPPENED'],
    ['The new pump arrives on 1 October 2027 at the quay.', 'PLANNED'],
    ['The ban starts on 1 October 2025 in the whole town.', 'PLANNED'],
    ['On 1 October 2025 the council rejected the plan.', 'HAPPENED'],
    ['The plant at the quay burned down on 1 October 2025.', 'HAPPENED'],
    ['The next mayor was elected on 1 October 2025.', 'HAPPENED'],
    ['The council plans to sell the pump on 1 October 2025.', 'PLANNED'],
  ])('is told by words and the day of the import where the article has no date: %s', (text, state) => {
    expect(eventsOf(text, 'author: Anna Weber')).toMatchObject([{ state }]);
  });
});

test.each([
  'Read also: The council met on 3 March 2026.',
  'Lesen Sie auch: Der Rat tagte am 3. März 2026.',
  'Siehe auch: Der Rat tagte am 3. März 2026.',
  'À lire aussi : le conseil du 3 mars 2026.',
])('a line to another article is no part of this one: %s', (line) => {
  for (const fileName of ['a.md', 'a.txt']) {
    const { document } = draftText(
      `The flood\n\nThe water rose. Nobody slept.\n\n${line}\n\nIt fell. All slept.\n`,
      fileName,
    );
    expect(document.events).toEqual([]);
    expect(JSON.stringify(document.sections)).not.toContain('2026');
    expect(JSON.stringify(document.sections)).toContain('All slept');
  }
});

describe('the day somebody spoke', () => {
  test.each([
    'The wall will be built, the harbour master said on 3 May 2026.',
    'The harbour master told reporters on 3 May 2026 that the wall will be built.',
    '“The wall will be built,” said harbour master Clara Holm on Sunday, 3 May 2026.',
    'On 3 May 2026 the harbour master said the wall would be built.',
    'Die Mauer wird gebaut, sagte die Hafenmeisterin am 3. Mai 2026.',
    'Die Hafenmeisterin erklärte am 3. Mai 2026, die Mauer werde gebaut.',
    'El muro se construirá, dijo la capitana del puerto el 3 de mayo de 2026.',
    'La capitana del puerto afirmó el 3 de mayo de 2026 que el muro se construirá.',
    'Le mur sera construit, a déclaré la capitaine du port le 3 mai 2026.',
    'Стена будет построена, заявила капитан порта 3 мая 2026 года.',
  ])('is not the day of what was spoken of: %s', (text) => {
    expect(eventsOf(text)).toEqual([]);
  });

  test.each([
    ['The harbour master said the wall opens on 2 July 2026.', '2026-07-02'],
    ['The harbour master said on 3 May 2026 that the wall opens on 2 July 2026.', '2026-07-02'],
    ['The wall opens on 2 July 2026, the harbour master said.', '2026-07-02'],
    ['The council voted on 3 May 2026 for the wall.', '2026-05-03'],
  ])('and the other day is: %s', (text, value) => {
    expect(eventsOf(text)).toMatchObject([{ date: { value } }]);
  });
});

test('a year is a date where something begins or ends in it', () => {
  expect(eventsOf('The digging began in early 2022 below the quay.')).toMatchObject([
    { date: { value: '2022', precision: 'YEAR' }, state: 'HAPPENED' },
  ]);
  expect(eventsOf('The price of sand in 2022 was low below the quay.')).toEqual([]);
});

describe('where something happened', () => {
  test.each([
    ['The accord was signed in Geneva on 3 May 2026.', 'Geneva'],
    ['The vote of 3 May 2026 in Port Anders was close.', 'Port Anders'],
    ['El acuerdo se firmó en Ginebra el 3 de mayo de 2026.', 'Ginebra'],
    ['The accord was signed in English on 3 May 2026.', null],
    ['The accord of 3 May 2026 raised interest in Holm and its sand.', null],
    ['The boats met in Oslo and in Bergen on 3 May 2026.', null],
    ['Das Abkommen wurde am 3. Mai 2026 in Genf unterzeichnet.', 'Genf', 'de'],
    ['Das Abkommen trat am 3. Mai 2026 in Kraft und gilt seitdem.', null, 'de'],
    ['2026年5月3日双方在日内瓦举行第三轮会谈并发表声明。', '日内瓦', 'zh'],
  ])('%s', (text, place, lang = text.startsWith('El') ? 'es' : 'en') => {
    expect(eventsOf(text, `lang: ${lang}`)).toMatchObject([{ place }]);
  });
});

describe('days from one to another begin with the first', () => {
  test.each([
    ['The summit will take place on 12–14 June 2026 in Geneva.', '2026-06-12'],
    ['The fair took place from 3 to 5 May 2025 in Berlin.', '2025-05-03'],
    ['The fair took place from 30 May to 2 June 2025 in Berlin.', '2025-05-30'],
    ['The fair took place from 30 December to 2 January 2026 in Berlin.', '2025-12-30'],
    ['The fair took place on May 3–5, 2025 in Berlin.', '2025-05-03'],
    ['Die Messe fand vom 3. bis 5. Mai 2025 in Berlin statt.', '2025-05-03'],
  ])('%s', (sentence, value) => {
    expect(eventsOf(sentence)).toMatchObject([{ date: { value, precision: 'DAY' } }]);
  });
});

test.each([
  ['The bridge was begun in the spring of 1998 and nobody knew what it would cost.', 'HAPPENED'],
  ['The bridge will be opened on 3 May 2025 and nobody knows what it costs.', 'PLANNED'],
  ['双方将于2025年3月12日在北京举行会谈，讨论安全问题。', 'PLANNED'],
])('without a day of publication the words tell: %s', (sentence, state) => {
  expect(eventsOf(sentence, 'language: en')).toMatchObject([{ state }]);
});

describe('a time that is no calendar date keeps its words, with what is certain of it', () => {
  test.each([
    ['In spring 1998 the council closed the old bridge.', '1998', 'spring 1998'],
    ['The works were closed in the spring of 1998 by the council.', '1998', 'the spring of 1998'],
    ['In early 2024 the council closed the old bridge.', '2024', 'early 2024'],
    ['The new pump was bought in Q3 2025 by the council.', '2025', 'Q3 2025'],
    ['The new pump was bought in the third quarter of 2025.', '2025', 'the third quarter of 2025'],
    ['The new pump was bought in mid-March 2025 by the council.', '2025-03', 'mid-March 2025'],
    ['The council met from March to May 2025 about the pump.', '2025-03', 'March to May 2025'],
    ['The fair took place on 3–5 March 2025 in Berlin.', '2025-03-03', '3–5 March 2025'],
    ['The fair takes place on 3–5 March in Berlin.', null, '3–5 March'],
    ['The bridge was built in the 1990s by the town.', null, 'the 1990s'],
    ['Die Brücke wurde im Frühjahr 1998 gesperrt.', '1998', 'Frühjahr 1998'],
    ['Die Pumpe wurde Mitte März 2025 gekauft.', '2025-03', 'Mitte März 2025'],
    ['Die Messe findet vom 3. bis 5. März in Berlin statt.', null, '3. bis 5. März'],
    ['Le pont a été fermé au printemps 1998 par la ville.', '1998', 'printemps 1998'],
    ['La pompe a été achetée début 2024 par la ville.', '2024', 'début 2024'],
    ['El puente se cerró a finales de 2024 por orden judicial.', '2024', 'a finales de 2024'],
    ['Мост закрыли весной 1998 года по решению совета.', '1998', 'весной 1998 года'],
    ['Насос купили в начале марта 2025 года по решению совета.', '2025-03', 'в начале марта 2025 года'],
    ['该市于2024年底关闭了旧桥，居民对此表示不满。', '2024', '2024年底'],
  ])('%s', (text, value, dateText) => {
    const date = value === null ? null : expect.objectContaining({ value });
    expect(eventsOf(text)).toMatchObject([{ date, dateText }]);
  });

  test.each([
    'Since early 2024 the bridge has been closed to all.',
    'By the end of 2024 forty members had left the club.',
    'In the 1990s life was slow at the water works.',
  ])('unless it tells how long: %s', (text) => {
    expect(eventsOf(text)).toEqual([]);
  });

  test('and a full date needs no words', () => {
    expect(eventsOf('The old pump broke on 2 May 2026 at the quay.')).toMatchObject([{ dateText: null }]);
  });
});

describe('a timeline', () => {
  test.each([
    [
      'points',
      '- 12. März 2025: Der Rat tagt zum ersten Mal\n- 3. Mai: Der Steg wird gesperrt\n- Herbst 2026: Der neue Steg ist fertig',
    ],
    [
      'lines',
      '12. März 2025: Der Rat tagt zum ersten Mal\n\n3. Mai: Der Steg wird gesperrt\n\nHerbst 2026: Der neue Steg ist fertig',
    ],
    [
      'rows',
      '| Wann | Was |\n| - | - |\n| 12. März 2025 | Der Rat tagt zum ersten Mal |\n| 3. Mai | Der Steg wird gesperrt |\n| Herbst 2026 | Der neue Steg ist fertig |',
    ],
  ])('of %s', (_form, text) => {
    expect(eventsOf(text)).toMatchObject([
      { title: 'Der Rat tagt zum ersten Mal', date: { value: '2025-03-12' }, dateText: null },
      { title: 'Der Steg wird gesperrt', date: null, dateText: '3. Mai' },
      { title: 'Der neue Steg ist fertig', date: { value: '2026' }, dateText: 'Herbst 2026' },
    ]);
  });

  test.each([
    [
      'points',
      '- April 2011: Construction begins.\n- July 2020: First filling.\n- 9 September 2025: Ceasefire',
    ],
    [
      'rows',
      '| Date | Event |\n|---|---|\n| April 2011 | Construction begins |\n| July 2020 | First filling |\n| 9 September 2025 | Ceasefire |',
    ],
  ])('of %s may tell its events in a word or two', (_form, text) => {
    expect(eventsOf(text, 'author: Anna Weber')).toMatchObject([
      { title: expect.stringContaining('Construction begins'), state: 'HAPPENED' },
      { title: expect.stringContaining('First filling') },
      { title: 'Ceasefire', date: { value: '2025-09-09' } },
    ]);
  });
});

describe('a date on which nothing happened', () => {
  test.each([
    'Archived from the original report on 3 May 2025.',
    'Holm, Clara: Die Mauer am Hafen (Stand: 19.08.2025), abrufbar unter https://example.com/mauer.',
    'Boats are seen behind the wall in this picture taken on 3 May 2025.',
    'Workers watch the old wall in Port Vale May 3, 2025.',
    'Nach dem Hafengesetz vom 3. Mai 2025 zahlt jedes Boot eine Gebühr.',
    'Under the Harbour Act of 3 May 2025 every boat pays a toll.',
    'Sand cost twice as much, compared to four crowns in May 2025.',
    'The bridge has been closed to all carts since 3 May 2025.',
    'Lind (born 3 May 1970) likes to walk on the wall in the evening.',
    'Wages rose by a tenth in the May 2025 quarter of the year.',
    'Pressemitteilung vom 3. Mai 2025 zur Mauer am alten Hafen.',
    'May 3, 2025 -- Walls have been on the rise in the past decade.',
    'Die Mauer ist alt, sagte die Sprecherin am Montag (3. Mai 2025).',
  ])('%s', (text) => {
    expect(eventsOf(text)).toEqual([]);
  });

  test('and teasers of other articles, the newest first, are no timeline', () => {
    const teasers =
      '31.10.2025\n\nDer Rat streitet über die neue Mauer.\n\n30.10.2025\n\nWer früher zahlt, spart am Ende viel.';
    expect(eventsOf(teasers)).toEqual([]);
  });
});

describe('only the clause with the day tells whether it was still to come', () => {
  test.each([
    ['In May 2025, the council made a decision that would change the town.', 'HAPPENED'],
    ['In May 2025, the mayor sold the wall, which will be torn down.', 'HAPPENED'],
    ['The wall will be torn down in May 2025, the council decided.', 'PLANNED'],
    ['The mayor said that the wall will be torn down on 3 May 2025.', 'PLANNED'],
  ])('%s', (text, state) => {
    expect(eventsOf(text, 'author: Anna Weber')).toMatchObject([{ state }]);
  });
});

describe('a span between two dates', () => {
  test.each([
    ['The wall was built between 3 May 2005 and 2 June 2006.', '2005-05-03', '3 May 2005 and 2 June 2006'],
    ['Die Mauer entstand zwischen Mai 2005 und Juni 2006.', '2005-05', 'Mai 2005 und Juni 2006'],
    ['Le mur fut bâti du 3 mai 2005 au 2 juin 2006.', '2005-05-03', '3 mai 2005 au 2 juin 2006'],
  ])('begins with the first: %s', (text, value, dateText) => {
    expect(eventsOf(text)).toMatchObject([{ date: { value }, dateText }]);
  });

  test('may be of years in a timeline', () => {
    expect(eventsOf('- 1998–2004: The wall is built\n- 2019: The wall is sold')).toMatchObject([
      { date: { value: '1998', precision: 'YEAR' }, dateText: '1998–2004' },
      { date: { value: '2019' } },
    ]);
  });
});

describe('a weekday is one of the days around that of the article', () => {
  test.each([
    ['The council voted on Tuesday to close the bridge.', '2026-06-09', 'HAPPENED', 'on Tuesday'],
    ['The council voted on Sunday to close the bridge.', '2026-06-14', 'HAPPENED', 'on Sunday'],
    ['The council will vote on Tuesday about the bridge.', '2026-06-16', 'PLANNED', 'on Tuesday'],
    [
      'The council voted on Tuesday for a bridge that will open soon.',
      '2026-06-09',
      'HAPPENED',
      'on Tuesday',
    ],
    ['The bridge opens on Friday to all carts and boats.', '2026-06-19', 'PLANNED', 'on Friday'],
    ['Der Rat stimmte am Dienstag für die neue Brücke.', '2026-06-09', 'HAPPENED', 'am Dienstag'],
    ['El consejo votó el martes para cerrar el puente.', '2026-06-09', 'HAPPENED', 'el martes'],
    ['Совет проголосовал во вторник за новый мост.', '2026-06-09', 'HAPPENED', 'во вторник'],
  ])('%s', (text, value, state, dateText) => {
    expect(eventsOf(text)).toMatchObject([{ date: { value, precision: 'DAY' }, state, dateText }]);
  });

  test.each([
    'Mayor Clara Holm said on Tuesday that the bridge is old.',
    'The bridge is open on Sundays to all carts and boats.',
    'The council voted on Monday and met again on Tuesday.',
    'Am Sonntag, 9. Dezember, stimmte der Rat ab und ging nach Hause.',
    'A vote on Tuesday could close the bridge to carts and boats.',
    'The bridge was closed every week on Tuesday for the boats.',
    'Clara Holm wrote: “The council voted on Tuesday.”',
  ])('and none: %s', (text) => {
    expect(eventsOf(text)).toEqual([]);
  });

  test('of an article without a day stays unknown', () => {
    expect(eventsOf('The council voted on Tuesday to close the bridge.', 'author: Anna Weber')).toEqual([]);
  });
});
