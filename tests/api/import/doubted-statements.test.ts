import { describe, expect, test } from 'vitest';
import type { Claim } from '@communique/api/briefings/document';
import { draftText } from '../../support/drafts.ts';

function claimsOf(text: string): Claim[] {
  return draftText(`# The flood\n\nThe water rose. Nobody slept.\n\n${text}\n`, 'a.md').document.claims;
}

/** The first words of each statement that is called unverified. */
function doubtedIn(text: string): string[] {
  return claimsOf(text)
    .filter(({ gradings }) => gradings.length > 0)
    .map((claim) => claim.text.split(' ').slice(0, 2).join(' '));
}

describe('a sentence of doubt', () => {
  const wall = 'The wall will be sold in May, Reuters reported.';
  const taxes = 'Taxes will rise next year, according to Bloomberg.';

  test.each([
    [`${wall} The claim has not been independently verified. ${taxes}`, ['The wall']],
    [`${wall} Reuters could not immediately verify the claim.\n\n${taxes}`, ['The wall']],
    [`${wall} The report remains unconfirmed. ${taxes}`, ['The wall']],
    [`${wall}\n\nThe claim has not been confirmed.\n\n${taxes}`, ['The wall']],
    [`Parliament closed the harbour. The decision has not been verified. ${taxes}`, []],
    [
      `“We will never sell the harbour,” Mayor Clara Holm said. The wall cost 40 crowns, according to Reuters. That figure has not been verified.`,
      ['The wall'],
    ],
    [
      `Mayor Clara Holm said the water would fall. Holm said the damage was small. That could not be independently confirmed.`,
      ['Holm said'],
    ],
    [
      `The wall cost 40 crowns, according to Reuters. “It holds the water well,” Mayor Clara Holm said.\n\nThe BBC has not been able to verify these figures.`,
      ['The wall'],
    ],
    [`${wall} CNN has not been able to confirm this. ${taxes}`, ['The wall']],
    [`${wall} There was no independent confirmation. ${taxes}`, ['The wall']],
    [`${wall} Rumours that the mayor will resign remain unconfirmed.`, ['Rumours that']],
    [
      `Parliament closed the harbour. Rumours that the mayor will resign remain unconfirmed.`,
      ['Rumours that'],
    ],
    [`${wall} Police could not confirm that the mayor was at home. ${taxes}`, []],
    [
      'Der Bürgermeister sagte, die Mauer sei sicher. Unabhängig überprüfen lassen sich die Angaben nicht.',
      ['Der Bürgermeister'],
    ],
    [
      'Die Armee teilte mit, sie habe die Mauer genommen. Eine Bestätigung von unabhängiger Seite gab es zunächst nicht.',
      ['Die Armee'],
    ],
    [
      'По данным Reuters, стену продадут в мае. Официального подтверждения этой информации нет.',
      ['По данным'],
    ],
    ['市长表示，城墙是安全的。该说法尚未得到独立证实。', ['市长表示，城墙是安全的。']],
    [
      'Mayor Clara Holm said the wall was safe. Captain Jon Vogt said the wall had fallen. The BBC could not verify either side’s claims.',
      ['Mayor Clara', 'Captain Jon'],
    ],
  ])('is about the statement it refers to: %s', (text, doubted) => {
    expect(doubtedIn(text)).toEqual(doubted);
  });

  test('is about all that somebody said where it says so', () => {
    const said = 'Mayor Clara Holm said the water would fall. She said the damage was small as well.';
    expect(doubtedIn(`${said}\n\nHolm’s statements have not been independently verified.`)).toHaveLength(2);
  });

  test.each([
    'The mayor will allegedly resign in May, Reuters reported.',
    'Unconfirmed reports say that the mayor will resign, according to Reuters.',
    'Laut Reuters tritt die Bürgermeisterin angeblich im Mai zurück.',
  ])('may be the statement itself: %s', (text) => {
    expect(claimsOf(text)).toMatchObject([{ gradings: [{ status: 'UNVERIFIED', reason: text }] }]);
  });
});

describe('a statement that nobody is named for', () => {
  test.each([
    'Unconfirmed reports say that the bridge has fallen into the harbour.',
    'Videos on social media are said to show the bridge in the water; they have not been verified.',
    'Pictures seem to show the bridge in the water, but they could not be independently verified.',
    'The mayor will allegedly resign in May.',
    'Die Bürgermeisterin tritt angeblich im Mai zurück.',
    'Unbestätigten Berichten zufolge ist die Brücke eingestürzt.',
    'Selon des informations non confirmées, le pont s’est effondré.',
    'Según informaciones no confirmadas, el puente se ha caído al agua.',
    'El puente presuntamente se cayó por culpa de la ciudad.',
    'По неподтверждённым данным, мост рухнул ночью в гавань.',
    '未经证实的消息称，大桥在夜里倒塌，有多人落水。',
  ])('is kept where its own words doubt it: %s', (text) => {
    expect(claimsOf(text)).toMatchObject([
      { text, speaker: null, reportedBy: [], gradings: [{ status: 'UNVERIFIED', reason: text }] },
    ]);
  });

  test.each([
    ['The bridge has fallen into the water.', 'The claim has not been independently verified.'],
    ['A video shows the bridge in the water.', 'The BBC has not been able to verify the footage.'],
    ['Forty people were on the bridge that night.', 'These figures could not be independently confirmed.'],
    ['Vierzig Menschen waren auf der Brücke.', 'Die Angaben konnten zunächst nicht überprüft werden.'],
    ['Quarante personnes étaient sur le pont.', 'Ces chiffres n’ont pas pu être vérifiés.'],
    ['Había cuarenta personas en el puente.', 'Esta información no ha podido ser verificada.'],
    ['На мосту было сорок человек той ночью.', 'Эту информацию не удалось проверить.'],
  ])('is kept where the next sentence doubts it: %s %s', (text, doubt) => {
    expect(claimsOf(`${text} ${doubt}`)).toMatchObject([
      { text, speaker: null, gradings: [{ status: 'UNVERIFIED', reason: doubt }] },
    ]);
  });

  test('and one that somebody is named for is doubted in its other clause', () => {
    const text = 'Mayor Clara Holm said the bridge had fallen, but that could not be independently verified.';
    expect(claimsOf(text)).toMatchObject([
      { speaker: 'Clara Holm', gradings: [{ status: 'UNVERIFIED', reason: text }] },
    ]);
  });

  test.each([
    'The harbour was closed in spring. The decision has not been verified.',
    'Send us your name and address. If it has not been confirmed, write again.',
    'An account that is not verified within a week will be closed by the town.',
    'Did the mayor allegedly resign in May?',
    'The alleged thieves slept on the bridge in the harbour.',
    'Die angebliche Ruhe im Hafen hielt nicht bis zum Morgen.',
    'La policía buscó a tres presuntos ladrones en el puerto.',
    'Make sure that the file has been verified; it may not have been confirmed.',
  ])('and nothing else: %s', (text) => {
    expect(claimsOf(text).filter(({ gradings }) => gradings.length > 0)).toEqual([]);
  });
});

describe('the day of a statement', () => {
  test.each([
    ['The ban will start on Monday, Mayor Clara Holm said.', null],
    ['Mayor Clara Holm said the ban will start on Monday.', null],
    ['On Monday the ban starts for all cars, Mayor Clara Holm said.', null],
    ['Mayor Clara Holm said: “The whole town will close on Monday.”', null],
    ['“The whole town will close on Monday,” Mayor Clara Holm said.', null],
    ['The crews will strike on Monday over pay, union leader Dana Cole said Friday.', 'Friday'],
    ['Talks will go on next Sunday, Mayor Clara Holm told reporters on Thursday.', 'on Thursday'],
    ['On Monday, Mayor Clara Holm said the ban would stay.', 'On Monday'],
    ['Speaking to the press on Friday, Mayor Clara Holm said the ban would stay.', 'on Friday'],
    ['“The whole town will close on Monday,” said Mayor Clara Holm on Friday.', 'on Friday'],
    ['Mayor Clara Holm said in Port Vale on Friday that the ban starts on Monday.', 'on Friday'],
  ])('stands with the verb, and is not the day of what was said: %s', (text, statedOnText) => {
    expect(claimsOf(text)).toMatchObject([{ statedOnText }]);
  });
});
