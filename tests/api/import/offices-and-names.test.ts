/** Where an office, or whose office it is, ends and the name begins: better nobody than the wrong one. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

function claimsOf(paragraph: string): [string | null, string | null, boolean][] {
  const { claims } = draftText(
    `# The flood\n\nThe water rose. Nobody slept.\n\n${paragraph}\n`,
    'a.md',
  ).document;
  return claims.map(({ speaker, speakerRole, verbatim }) => [speaker, speakerRole, verbatim]);
}

describe('of what it is an office, in the genitive of Russian', () => {
  test.each([
    [
      '«Мы готовы открыть этот мост», — заявила председатель Банка Невы Ольга Ветрова.',
      'Ольга Ветрова',
      'председатель Банка Невы',
    ],
    [
      '«Мы готовы открыть этот мост», — сказал пресс-секретарь губернатора Карелии Пётр Ветров.',
      'Пётр Ветров',
      'пресс-секретарь губернатора Карелии',
    ],
    ['«Мы готовы открыть этот мост», — сообщил замглавы МИД Пётр Ветров.', 'Пётр Ветров', 'замглавы МИД'],
    ['Замглавы МИД Пётр Ветров заявил: «Мы готовы открыть этот мост».', 'Пётр Ветров', 'Замглавы МИД'],
    ['«Мы готовы открыть этот мост», — сказал вице-премьер Пётр Ветров.', 'Пётр Ветров', 'вице-премьер'],
    ['«Мы готовы открыть этот мост», — сказал мэр Москвы Ветров.', 'Ветров', 'мэр Москвы'],
    ['«Мы готовы открыть этот мост», — сказала глава Банка Невы Ветрова.', 'Ветрова', 'глава Банка Невы'],
    ['«Мы готовы открыть этот мост», — сказала мэр Анна Ветрова.', 'Анна Ветрова', 'мэр'],
    [
      '«Мы готовы открыть этот мост», — сказал мэр Москвы Пётр Ильич Ветров.',
      'Пётр Ильич Ветров',
      'мэр Москвы',
    ],
  ])('%s', (sentence, speaker, role) => {
    expect(claimsOf(sentence)).toEqual([[speaker, role, true]]);
  });

  test('and never a half of the name', () => {
    expect(
      claimsOf('Пекарь Пётр Ветров заявил: «Мы готовы открыть этот мост».').map(([who]) => who),
    ).not.toContain('Пекарь Пётр');
  });
});

describe('an authority is no person', () => {
  test.each([
    [
      "Norland's General Staff said that the bridge over the strait had been closed to everybody.",
      "Norland's General Staff",
    ],
    ['“We have closed the bridge to everybody,” Norland’s General Staff said.', 'Norland’s General Staff'],
    [
      'The General Assembly said that the bridge over the strait had been closed to everybody.',
      'General Assembly',
    ],
  ])('%s', (sentence, speaker) => {
    for (const [name, role] of claimsOf(sentence))
      expect([
        [speaker, null],
        [null, null],
      ]).toContainEqual([name, role]);
  });
});

describe('what somebody is, all of it and nothing besides', () => {
  test.each([
    [
      '"This is the end of the bridge," said Keepers of the Strait director Amy Holt.',
      'Amy Holt',
      'Keepers of the Strait director',
    ],
    ['“Nobody asked us about the toll,” Resident Mark Holt said.', 'Mark Holt', 'Resident'],
    [
      'Resident Mark Holt said that nobody had asked the town about the toll at all.',
      'Mark Holt',
      'Resident',
    ],
    [
      '“Nobody asked us about the toll,” Harbour Ranger Supervisor Mark Holt said.',
      'Mark Holt',
      'Harbour Ranger Supervisor',
    ],
    ['“Nobody asked us about the toll,” Air Vice Marshal Mark Holt said.', 'Mark Holt', 'Air Vice Marshal'],
    ['“Nobody asked us about the toll,” Baker Holt said.', 'Baker Holt', null],
    [
      '« Nous allons ouvrir le pont », a dit Anne Morel, patronne du syndicat, sur Radio Détroit.',
      'Anne Morel',
      'patronne du syndicat',
    ],
    [
      '“Nobody asked us about the toll,” said Anna Holt, head of the union, in a statement to the Gazette.',
      'Anna Holt',
      'head of the union',
    ],
    [
      '«Vamos a abrir el puente», ha dicho la vicepresidenta segunda, Ana Ruiz, en la rueda de prensa.',
      'Ana Ruiz',
      'vicepresidenta segunda',
    ],
    [
      'No. El presidente del Gobierno, Juan Ruiz, dijo: «Vamos a abrir el puente».',
      'Juan Ruiz',
      'presidente del Gobierno',
    ],
    ['"The deal is dead," a senior official familiar with the talks said.', null, 'senior official'],
  ])('%s', (sentence, speaker, role) => {
    expect(claimsOf(sentence).map(([who, what]) => [who, what])).toEqual([[speaker, role]]);
  });

  test('a place behind a comma is nobody', () => {
    expect(
      claimsOf('“Nobody asked us about the toll,” said the mayor of the capital, Buenos Aires.').map(
        ([who]) => who,
      ),
    ).toEqual([null]);
  });
});
