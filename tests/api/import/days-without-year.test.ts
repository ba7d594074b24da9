import { describe, expect, test } from 'vitest';
import type { BriefingEvent } from '@communique/api/briefings/document';
import { draftText } from '../../support/drafts.ts';

function eventsOf(text: string, head = 'date: 2025-09-10'): BriefingEvent[] {
  const body = `# The ferry\n\n${text}\n\n## Later\n\nNobody minded. It went on.\n`;
  return draftText(`---\n${head}\n---\n\n${body}`, 'a.md').document.events;
}

describe('a day without its year is the nearest to the day of the article', () => {
  test.each([
    ['The ferry will sail again from the quay on 3 November.', '2025-11-03', '3 November', 'PLANNED'],
    ['The ferry ran aground at the quay on August 21.', '2025-08-21', 'August 21', 'HAPPENED'],
    ['The ferry was raised on Aug. 28 and again on Aug. 30.', '2025-08-28', 'Aug. 28', 'HAPPENED'],
    ['The next hearing is scheduled for October 6-7.', '2025-10-06', 'October 6-7', 'PLANNED'],
    ['A choir sings on the old ferry on 3 October.', '2025-10-03', '3 October', 'PLANNED'],
    ['The ferry will sail again on Tuesday, 13 January.', '2026-01-13', '13 January', 'PLANNED'],
    ['Am 3. November stimmt der Rat über die Fähre ab.', '2025-11-03', '3. November', 'PLANNED'],
    ['Die Fähre wurde am 21. August aus dem Fluss gehoben.', '2025-08-21', '21. August', 'HAPPENED'],
    ['Le bac reprendra la mer le 3 novembre avec un équipage neuf.', '2025-11-03', '3 novembre', 'PLANNED'],
    ['El consejo votará el 3 de noviembre sobre la barca.', '2025-11-03', '3 de noviembre', 'PLANNED'],
    ['21 августа на пристани прошла встреча всех капитанов.', '2025-08-21', '21 августа', 'HAPPENED'],
    ['渡轮将于11月3日在旧码头恢复航行。', '2025-11-03', '11月3日', 'PLANNED'],
  ])('%s', (text, value, dateText, state) => {
    expect(eventsOf(text)).toMatchObject([{ date: { value, precision: 'DAY' }, dateText, state }]);
  });

  test('in a list that names no other year', () => {
    const list = '- 2 November: Hearing in the council\n- 1 September: First protest at the quay';
    expect(eventsOf(list)).toMatchObject([
      { date: { value: '2025-11-02' }, state: 'PLANNED' },
      { date: { value: '2025-09-01' }, state: 'HAPPENED' },
    ]);
  });
});

describe('its date stays open', () => {
  test.each([
    ['where the article has none', 'The ferry will sail again on 3 November.', 'author: Anna Weber'],
    ['on another weekday than it was', 'The ferry will sail again on Sunday, 3 November.', undefined],
    ['of another year', 'The ferry will sail again on 3 November of next year.', undefined],
    [
      'where the text is about another year',
      'The old ferry was a present of 1911. It burned down at the quay on 3 August.',
      undefined,
    ],
    [
      'where the sentence is about another year',
      'The ferry of 1911 burned down at the quay on 3 August.',
      undefined,
    ],
  ])('%s', (_case, text, head) => {
    expect(eventsOf(text, head)).toMatchObject([{ date: null, dateText: expect.stringMatching(/^3 /) }]);
  });
});

describe('no day, or none of an event', () => {
  test.each([
    'Of the crew at least 12 may have slept on the ferry.',
    'The captain said on 3 August that the ferry is safe.',
    'The ferry could sail again on 3 November if it rains.',
    'The ferry was due to open on 3 August at the old quay.',
    'The ferry has lain at the quay since 3 August with a broken mast.',
    'Das Fest auf der Straße des 17. Juni bleibt den Leuten im Kopf.',
    'La rue du 8 mai est fermée à tous les camions.',
    'La plaza del 12 de octubre sigue cerrada a los coches.',
    'The council voted to open the ferry on 3 January at the old mill.',
    '“The ferry sank on 3 August because of the rats.”',
    'Über dieses Thema berichtete der Sender am 3. August 2025 um 20 Uhr.',
  ])('%s', (text) => {
    expect(eventsOf(text).filter(({ dateText }) => dateText !== null)).toEqual([]);
  });

  test('where the article has no day and the verb tells of none', () => {
    expect(eventsOf('A choir sings on the old ferry on 3 October.', 'author: Anna Weber')).toEqual([]);
    expect(eventsOf('The choir sings in Port Vale, 3–5 October.', 'author: Anna Weber')).toEqual([]);
  });
});

describe('a dateline dates the article, and no event', () => {
  test.each([
    'Nantes, le 3 juin 2025 – Le bac reprend la mer avec un équipage neuf.',
    'Port Vale, 3. Juni 2025. Die Fähre fährt wieder über den Fluss.',
    'PORT VALE, June 3, 2025 /NewsLine/ -- The ferry sails again over the river.',
  ])('%s', (line) => {
    const { article, document } = draftText(
      `The ferry sails again\n\n${line} Nobody minded it.\n\nIt rained.\n`,
    );
    expect(article.publishedOn).toBe('2025-06-03');
    expect(document.events).toEqual([]);
  });
});
