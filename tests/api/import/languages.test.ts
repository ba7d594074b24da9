import { describe, expect, test } from 'vitest';
import type { Claim } from '@communique/api/briefings/document';
import { findReporters } from '@communique/api/import/reporting/find-reporters';
import { draftText } from '../../support/drafts.ts';

function claimsOf(text: string): Claim[] {
  return draftText(`# 1\n\nA. B.\n\n${text}\n`, 'a.md').document.claims;
}

describe('who said it, in the languages of the world', () => {
  test.each([
    ['„Wir haben drei Jahre auf den Kran gewartet“, sagte Holm.', 'Holm', null],
    [
      '„Wir haben drei Jahre gewartet“, sagte Bürgermeisterin Clara Holm am Montag.',
      'Clara Holm',
      'Bürgermeisterin',
    ],
    ['Clara Holm erklärte: „Der Kran wird im Winter gebaut.“', 'Clara Holm', null],
    ['« Nous attendons la grue depuis trois ans », a déclaré la maire Anne Morel.', 'Anne Morel', 'maire'],
    ['«Esperamos la grúa desde hace tres años», dijo la alcaldesa Ana Ruiz.', 'Ana Ruiz', 'alcaldesa'],
    ['Мэр Анна Берг заявила: «Мы ждали этот кран целых три года».', 'Анна Берг', 'Мэр'],
    ['«Мы ждали этот кран целых три года», — сказал Иванов.', 'Иванов', null],
    ['李华说：“我们等这台起重机等了三年。”', '李华', null],
    ['“我们等这台起重机等了三年，”市长李华表示。', '李华', '市长'],
    [
      '"Nobody showed us the crane," Per Sand, the chairman of the union, told reporters.',
      'Per Sand',
      'chairman of the union',
    ],
  ])('%s', (text, speaker, speakerRole) => {
    expect(claimsOf(text)).toMatchObject([{ verbatim: true, speaker, speakerRole }]);
  });

  test.each([
    '„Wir haben drei Jahre auf den Kran gewartet“, sagte die Polizei.',
    '„Wir haben drei Jahre auf den Kran gewartet“ steht auf dem Kran.',
    '«Никогда, — сказал Иванов, — этот город не купит кран».',
    '« Jamais, a-t-il dit, cette ville ne paiera pour la grue. »',
    '有人说：“我们等这台起重机等了三年。”',
    '专家说：“我们等这台起重机等了三年。”',
  ])('is nobody where the text names nobody: %s', (text) => {
    expect(claimsOf(text).filter(({ speaker }) => speaker !== null)).toEqual([]);
  });
});

describe('who reported it', () => {
  test.each([
    ['Nach Angaben von Reuters wird der Kran im Winter gebaut.', ['Reuters']],
    ['Según Reuters, la grúa se construirá en invierno.', ['Reuters']],
    ['Selon Le Monde, la grue sera construite en hiver.', ['Le Monde']],
    ['По данным Reuters, кран построят зимой.', ['Reuters']],
    ['Как сообщает ТАСС, кран построят зимой.', ['TASS']],
    ['据路透社报道，起重机将在冬天建成。', ['Reuters']],
    ['According to the Port Vale Gazette, the crane will be built in winter.', ['Port Vale Gazette']],
    ['The crane, as reported by Dagens Nyheter, will be built in winter.', ['Dagens Nyheter']],
    ['The Strait Times, citing two sailors, reported that the crane is sold.', ['The Strait Times']],
    ['The Strait Times is a paper of four pages.', []],
    ['Reuters ist eine Agentur.', []],
    ['The crane was sold in the Good Old Times, and nobody said a word.', []],
  ])('%s', (text, names) => {
    expect(findReporters(text)).toEqual(names);
  });
});

describe('what a text itself calls unverified', () => {
  test.each([
    '„Wir haben drei Jahre auf den Kran gewartet“, sagte Clara Holm. Die Angaben konnten nicht unabhängig überprüft werden.',
    '«Esperamos la grúa desde hace tres años», dijo Ana Ruiz. La información no pudo ser verificada.',
    '« Nous attendons la grue depuis trois ans », a déclaré Anne Morel. Cette information n’a pas pu être vérifiée.',
    '«Мы ждали этот кран целых три года», — сказала Анна Берг. Эта информация не подтверждена.',
    '李华说：“我们等这台起重机等了三年。”这一说法无法独立证实。',
    '"We waited three years for the crane," said Clara Holm.\n\nThe claim has not been confirmed.',
  ])('%s', (text) => {
    expect(claimsOf(text)).toMatchObject([{ gradings: [{ status: 'UNVERIFIED' }] }]);
  });
});

describe('the opening sentence', () => {
  const rest = '\n\nThe harbour is old. Nobody moors there any more.\n';

  test('is the summary, and says all the same who said what and when', () => {
    const { document } = draftText(
      `# The crane\n\nMayor Clara Holm said the new crane opens at the old quay on 2 July 2027.${rest}\n“We have waited for it,” Holm said.\n`,
      'a.md',
    );
    expect(document.summary.short).toMatch(/^Mayor Clara Holm said/);
    expect(document.claims).toMatchObject([
      { speaker: 'Clara Holm', verbatim: false },
      { speaker: 'Clara Holm', verbatim: true },
    ]);
    expect(document.events).toMatchObject([{ date: { value: '2027-07-02' }, state: 'PLANNED' }]);
  });

  test('is no summary where it is a quotation', () => {
    const { document } = draftText(
      `# La grue\n\n« Nous attendons la grue depuis trois ans », a déclaré la maire Anne Morel.${rest}`,
      'a.md',
    );
    expect(document.summary.short).toBeNull();
    expect(document.claims).toMatchObject([{ speaker: 'Anne Morel', verbatim: true }]);
  });
});

test('a date after the name of who wrote it is the day it was published', () => {
  const { article } = draftText(
    '# La grue\n\nPar Anne Morel, publié le 3 mai 2026\n\nLa grue est vieille. Personne ne vient.\n',
    'a.md',
  );
  expect(article).toMatchObject({ byline: 'Anne Morel', publishedOn: '2026-05-03' });
});
