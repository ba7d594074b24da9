import { expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

function namesIn(head: string, rows: string[]): string[] {
  const table = [head, '| --- | --- |', ...rows].join('\n');
  const { document } = draftText(`# The toll\n\nIt rises in spring.\n\n${table}\n`, 'toll.md');
  return document.stakeholders.map(({ name, interests }) => `${name}: ${interests.join()}`);
}

test.each([
  '| Country | Position |',
  '| Who | What they want |',
  '| Group | Main concern |',
  '| Player | Stake |',
  '| Land | Position |',
  '| Akteur | Interesse |',
  '| Pays | Position |',
  '| Acteur | Intérêt |',
  '| País | Postura |',
  '| Actor | Interés |',
  '| Страна | Позиция |',
  '| Сторона | Интерес |',
])('a table of who wants what lists stakeholders: %s', (head) => {
  expect(namesIn(head, ['| Norvik | A lower toll |', '| Halden | An open bridge |'])).toEqual([
    'Norvik: A lower toll',
    'Halden: An open bridge',
  ]);
});

test('a table of places is none', () => {
  expect(namesIn('| Country | Position |', ['| Norvik | 3rd |', '| Halden | 4th |'])).toEqual([]);
});
