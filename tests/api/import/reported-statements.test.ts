/** Who states what a text says without quotation marks, in the usual forms of several languages. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

interface Said {
  speaker: string | null;
  speakerRole: string | null;
  reportedBy: string[];
  text: string;
  verbatim: boolean;
}

function claimsOf(sentence: string): Said[] {
  const { claims } = draftText(
    `# The flood\n\nThe water rose. Nobody slept.\n\n${sentence}\n`,
    'a.md',
  ).document;
  return claims.map(({ speaker, speakerRole, reportedBy, text, verbatim }) => ({
    speaker,
    speakerRole,
    reportedBy,
    text,
    verbatim,
  }));
}

describe('a statement without quotation marks', () => {
  test.each([
    [
      'Laut Bürgermeisterin Clara Holm bleibt die Brücke bis zum Herbst geschlossen.',
      'Clara Holm',
      'Bürgermeisterin',
    ],
    ['Nach Angaben von Minister Jan Vogt bleibt die Brücke bis zum Herbst zu.', 'Jan Vogt', 'Minister'],
    ['Nach Angaben der Polizei wurden bei dem Brand drei Menschen verletzt.', 'Polizei', null],
    ['Die Brücke bleibt bis zum Herbst zu, sagte Sprecherin Eva Lund am Montag.', 'Eva Lund', 'Sprecherin'],
    ['Verkehrsminister Jan Vogt erklärte, dass die Brücke im Herbst öffne.', 'Jan Vogt', 'Verkehrsminister'],
    ['Selon le maire Jean Morel, le pont restera fermé jusqu’à la fin du mois.', 'Jean Morel', 'maire'],
    ['Le pont restera fermé tout le mois, a déclaré le ministre Paul Garnier.', 'Paul Garnier', 'ministre'],
    [
      'Le ministre Paul Garnier a affirmé que le pont restera fermé tout le mois.',
      'Paul Garnier',
      'ministre',
    ],
    ['D’après la préfecture, trois personnes ont été blessées dans la nuit.', 'préfecture', null],
    ['Según la alcaldesa Ana Ruiz, el puente seguirá cerrado hasta el otoño.', 'Ana Ruiz', 'alcaldesa'],
    ['La alcaldesa Ana Ruiz dijo que el puente seguirá cerrado hasta el otoño.', 'Ana Ruiz', 'alcaldesa'],
    ['El puente seguirá cerrado hasta el otoño, dijo la alcaldesa Ana Ruiz.', 'Ana Ruiz', 'alcaldesa'],
    ['По словам мэра Ивана Петрова, мост останется закрытым до осени.', 'Иван Петров', null],
    ['По словам Марии Захаровой, мост останется закрытым до осени.', 'Мария Захарова', null],
    ['По словам министра Сергея Волынского, мост закрыт до осени.', 'Сергей Волынский', null],
    ['По данным МИД, мост останется закрытым до самой осени.', 'МИД', null],
    ['Мэр Иван Петров заявил, что мост останется закрытым до осени.', 'Иван Петров', 'Мэр'],
    ['Мост останется закрытым до осени, сообщил министр Сергей Иванов.', 'Сергей Иванов', 'министр'],
    ['据市长李华介绍，大桥将关闭到秋天，渡轮将继续运行。', '李华', '市长'],
    ['外交部发言人毛宁表示，双方将在下个月举行新一轮会谈。', '毛宁', '外交部发言人'],
    ['据警方称，事故造成三人受伤，没有人员死亡。', '警方', null],
    [
      'The wall is too low, said union chairman Per Lind on Monday in the hall.',
      'Per Lind',
      'union chairman',
    ],
    [
      'New Port City Mayor Clara Holm said the wall would be built before winter.',
      'Clara Holm',
      'New Port City Mayor',
    ],
    ['Vice-President Clara Holm said the wall would be built before winter.', 'Clara Holm', 'Vice-President'],
    [
      'The North Harbour Water Safety Authority said the wall would hold.',
      'North Harbour Water Safety Authority',
      null,
    ],
    [
      'Prices rise, the head of Super Quay Debra Sand said, adding that nobody knows why.',
      'Debra Sand',
      null,
    ],
    ['Governor John Rand said Thursday that the wall would hold all winter.', 'John Rand', 'Governor'],
  ])('%s', (sentence, speaker, speakerRole) => {
    expect(claimsOf(sentence)).toEqual([
      { speaker, speakerRole, reportedBy: [], text: sentence, verbatim: false },
    ]);
  });

  test.each([
    'Laut Gesetz muss die Brücke alle zwei Jahre geprüft werden.',
    'Laut einer Umfrage unter den Fischern bleibt die Brücke unbeliebt.',
    'Selon la loi, le pont doit être contrôlé tous les deux ans.',
    'Según el contrato, el puente debe revisarse cada dos años por lo menos.',
    'По словам очевидцев, мост закрыли ещё рано утром в среду.',
    '据说，大桥将关闭到秋天，渡轮将继续运行。',
  ])('of nobody in particular is no claim: %s', (sentence) => {
    expect(claimsOf(sentence)).toEqual([]);
  });

  test('keeps no label that only introduces it', () => {
    expect(
      claimsOf('Final thoughts: Mayor Clara Holm said the wall would be built before winter.'),
    ).toMatchObject([{ text: 'Mayor Clara Holm said the wall would be built before winter.' }]);
  });
});

test.each([
  'In August, the last release added Harbour Scout support and made the decks wider.',
  'Nobody knew how until Clara Holm wrote a long book on the building of ferries.',
  'Mayor Clara Holm added three new boats to the line before the winter came.',
])('what somebody makes is nothing he says: %s', (sentence) => {
  expect(claimsOf(sentence)).toEqual([]);
});

describe('a report', () => {
  test('may be as short as its news', () => {
    expect(claimsOf('Xinhua reported rain.')).toMatchObject([
      { reportedBy: ['Xinhua'], text: 'Xinhua reported rain.' },
    ]);
  });

  test.each(['CNN reported on Monday.', 'Reuters reported it.', 'Reuters first reported this today.'])(
    'that tells nothing is no claim: %s',
    (sentence) => {
      expect(claimsOf(sentence)).toEqual([]);
    },
  );

  test('of a Chinese agency names it', () => {
    expect(claimsOf('据新华社报道，大桥将关闭到秋天，渡轮将继续运行。')).toMatchObject([
      { speaker: null, reportedBy: ['Xinhua'] },
    ]);
  });
});

test('a post is of who wrote it, on the day it was written', () => {
  const { claims } = draftText(
    '# The flood\n\nThe water rose. Nobody slept.\n\n> The wall holds, and we all are glad.\n>\n> — Clara Holm (@holm) May 2, 2020\n',
    'a.md',
  ).document;
  expect(claims).toMatchObject([
    { speaker: 'Clara Holm', speakerRole: null, statedOnText: 'May 2, 2020', verbatim: true },
  ]);
});
