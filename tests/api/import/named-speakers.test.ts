/** Who said the words of a quotation: the name is never the office, and an uncertain one is left out. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

function speakersOf(sentence: string): { speaker: string | null; role: string | null }[] {
  const { claims } = draftText(
    `The flood of the year\n\nThe water rose. Nobody slept.\n\n${sentence}\n`,
    'a.txt',
  ).document;
  return claims.map(({ speaker, speakerRole }) => ({ speaker, role: speakerRole }));
}

describe('an office before the name', () => {
  test.each([
    [
      '„Wir werden nicht mehr lange warten“, sagte der Sprecher der Polizei, Hans Meier.',
      'Hans Meier',
      'Sprecher der Polizei',
    ],
    ['„Wir werden nicht mehr lange warten“, sagte Hans Meier in Berlin.', 'Hans Meier', null],
    [
      '«Vamos a abrir el puente», declaró el ministro de Economía, Juan Ruiz.',
      'Juan Ruiz',
      'ministro de Economía',
    ],
    ['"Nunca vamos a cerrar el puente", aseguró Juan Ruiz en Madrid.', 'Juan Ruiz', null],
    ['« Nous allons ouvrir le pont », a déclaré la ministre Claire Martin.', 'Claire Martin', 'ministre'],
    [
      '« Nous allons ouvrir le pont », a déclaré la ministre de l’Énergie, Claire Martin.',
      'Claire Martin',
      'ministre de l’Énergie',
    ],
    ['« Nous allons ouvrir le pont », a affirmé le président Jean Morel à Paris.', 'Jean Morel', 'président'],
    ['Claire Martin a déclaré : « Nous allons ouvrir le pont demain. »', 'Claire Martin', null],
    [
      '«Мы готовы открыть этот мост», — заявил министр иностранных дел Сергей Лавров.',
      'Сергей Лавров',
      'министр иностранных дел',
    ],
    [
      '«Мы готовы открыть этот мост», — сказала официальный представитель МИД Мария Захарова.',
      'Мария Захарова',
      'официальный представитель МИД',
    ],
    ['«Мы готовы открыть этот мост», — сказал Дмитрий Песков журналистам.', 'Дмитрий Песков', null],
    [
      'Le pont est vieux. « Nous allons ouvrir le pont », a dit Claire Martin. Il pleut.',
      'Claire Martin',
      null,
    ],
    ['外交部长王毅表示：“我们愿意继续对话。”', '王毅', '外交部长'],
    ['“我们愿意与各方保持对话。”外交部发言人毛宁表示。', '毛宁', '外交部发言人'],
    ['外交部发言人毛宁说：“我们愿意与各方保持对话和沟通。”', '毛宁', '外交部发言人'],
    [
      '"Nobody asked us about the toll," Anna Smith, head of the farmers\' union, told the BBC.',
      'Anna Smith',
      "head of the farmers' union",
    ],
  ])('%s', (sentence, speaker, role) => {
    expect(speakersOf(sentence)).toEqual([{ speaker, role }]);
  });
});

test.each([
  '«Vamos a abrir el puente», declaró el portavoz de la Casa Blanca Juan Ruiz.',
  '„Wir werden nicht mehr lange warten“, sagte der Sprecher der Polizei.',
  '«Vamos a abrir el puente», declaró el ministro de Economía.',
])('nobody, where the name is not certain: %s', (sentence) => {
  expect(speakersOf(sentence)).toEqual([]);
});

test('a quotation too short to stand alone is a statement of whoever said it', () => {
  const sentence = '"Nobody asked us," Anna Smith, head of the farmers\' union, told the BBC on 3 May 2025.';
  expect(speakersOf(sentence)).toEqual([{ speaker: 'Anna Smith', role: "head of the farmers' union" }]);
});
