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
