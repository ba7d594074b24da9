/** Whom somebody tells something carried it, and is neither who speaks nor what he is. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

function toldIn(sentence: string): object[] {
  const { claims } = draftText(`The flood\n\nThe water rose.\n\n${sentence}\n`, 'a.txt').document;
  return claims.map(({ speaker, speakerRole, reportedBy }) => ({ speaker, speakerRole, reportedBy }));
}

describe('who is told', () => {
  test.each([
    ['“Nobody asked us about the toll,” Hahn told CNBC.', 'Hahn', null, 'CNBC'],
    ['“Nobody asked us about the toll,” Hahn told the Guardian.', 'Hahn', null, 'The Guardian'],
    ['“Nobody asked us about the toll,” Hahn told the BBC on Tuesday.', 'Hahn', null, 'BBC'],
    ['« Personne ne nous a rien dit », a déclaré Jean Morel à l’AFP.', 'Jean Morel', null, 'AFP'],
    [
      '« Personne ne nous a rien dit », a confié mardi Jean Morel au journal Le Monde.',
      'Jean Morel',
      null,
      'Le Monde',
    ],
    [
      '« Personne ne nous a rien dit », explique Jean Morel, boulanger, à l’AFP.',
      'Jean Morel',
      'boulanger',
      'AFP',
    ],
    ['«Nadie nos preguntó nada», dijo Ana Ruiz a Reuters.', 'Ana Ruiz', null, 'Reuters'],
    ['«Nadie nos preguntó nada», dijo Ana Ruiz al diario El País.', 'Ana Ruiz', null, 'El País'],
    ['«Nadie nos preguntó nada», declaró a EFE la alcaldesa Ana Ruiz.', 'Ana Ruiz', 'alcaldesa', 'EFE'],
    [
      '«Nadie nos preguntó nada», explicó a la BBC el ministro de Economía, Juan Ruiz.',
      'Juan Ruiz',
      'ministro de Economía',
      'BBC',
    ],
    ['«Нас никто не спросил», — сказал Иван Петров РИА Новости.', 'Иван Петров', null, 'RIA Novosti'],
    [
      '«Нас никто не спросил», — рассказал мэр Иван Петров агентству Интерфакс.',
      'Иван Петров',
      'мэр',
      'Interfax',
    ],
    [
      '«Нас никто не спросил», — заявил агентству «Интерфакс» мэр Иван Петров.',
      'Иван Петров',
      'мэр',
      'Interfax',
    ],
    ['Иван Петров сказал РИА Новости, что мост снова откроют в мае.', 'Иван Петров', null, 'RIA Novosti'],
    ['„Das hat uns niemand gesagt“, sagte Lars Dahl der Deutschen Presse-Agentur.', 'Lars Dahl', null, 'dpa'],
    ['„Das hat uns niemand gesagt“, sagte Lars Dahl dem „Spiegel“.', 'Lars Dahl', null, 'Der Spiegel'],
    ['Die Brücke werde im Mai wieder geöffnet, sagte Clara Holm der dpa.', 'Clara Holm', null, 'dpa'],
  ])('%s', (sentence, speaker, speakerRole, outlet) => {
    expect(toldIn(sentence)).toEqual([{ speaker, speakerRole, reportedBy: [outlet] }]);
  });

  test.each([
    [
      '„Die Liste wird immer länger“, sagte Dahl der Frankfurter Allgemeinen Zeitung.',
      'Dahl',
      'Frankfurter Allgemeine Zeitung',
    ],
    ['“Cambió las reglas de juego”, afirmó una portavoz a El País.', null, 'El País'],
  ])('ends the name: %s', (sentence, speaker, outlet) => {
    expect(toldIn(sentence)).toMatchObject([{ speaker, reportedBy: [outlet] }]);
  });

  test('is not what is only spoken of', () => {
    const [told] = toldIn('Le maire Jean Morel a dit mardi à la presse que Reuters était la bienvenue.');
    expect(told).toMatchObject({ speaker: 'Jean Morel', reportedBy: [] });
  });
});

describe('what somebody states without quotation marks', () => {
  test.each([
    [
      'Bürgermeisterin Clara Holm sagte am Dienstag, dass die Brücke im Mai öffne.',
      'Clara Holm',
      'am Dienstag',
    ],
    [
      'Bürgermeisterin Clara Holm sagte am Dienstag, die Brücke werde im Mai öffnen.',
      'Clara Holm',
      'am Dienstag',
    ],
    [
      'Am Dienstag sagte Bürgermeisterin Clara Holm, die Brücke werde im Mai öffnen.',
      'Clara Holm',
      'Am Dienstag',
    ],
    ['Clara Holm, die Bürgermeisterin, erklärte, die Brücke werde im Mai öffnen.', 'Clara Holm', null],
    ['Die Brücke, sagte Bürgermeisterin Clara Holm, werde im Mai wieder öffnen.', 'Clara Holm', null],
    ['Die Brücke werde im Mai wieder geöffnet, so Clara Holm.', 'Clara Holm', null],
    ['La alcaldesa Ana Ruiz dijo el martes que el puente abrirá en mayo.', 'Ana Ruiz', 'el martes'],
    [
      'Ana Ruiz, alcaldesa de Puerto Viejo, dijo el martes que el puente abrirá en mayo.',
      'Ana Ruiz',
      'el martes',
    ],
    ['El puente volverá a abrir en mayo, dijo el martes la alcaldesa Ana Ruiz.', 'Ana Ruiz', 'el martes'],
    ['Le maire Jean Morel a indiqué mardi que le pont rouvrirait en mai.', 'Jean Morel', 'mardi'],
    ['Le pont rouvrira au mois de mai, a annoncé mardi le maire Jean Morel.', 'Jean Morel', 'mardi'],
    ['Мэр Иван Петров во вторник заявил, что мост снова откроют в мае.', 'Иван Петров', 'во вторник'],
    ['Мэр Иван Петров заявил во вторник, что мост снова откроют в мае.', 'Иван Петров', 'во вторник'],
    ['Во вторник мэр Иван Петров заявил, что мост снова откроют в мае.', 'Иван Петров', 'Во вторник'],
  ])('%s', (sentence, speaker, statedOnText) => {
    const { claims } = draftText(`The flood\n\nThe water rose.\n\n${sentence}\n`, 'a.txt').document;
    expect(claims).toMatchObject([{ speaker, statedOnText, verbatim: false }]);
    expect(claims[0]?.speakerRole ?? '').toMatch(
      /^(?:(?:Bürgermeisterin|alcaldesa|maire|мэр)(?: de .+)?)?$/iu,
    );
  });

  test.each([
    'The mayor said on Tuesday that the bridge would open again in May after the repairs.',
    'Der Bürgermeister sagte am Dienstag, die Brücke werde im Mai wieder geöffnet.',
    'Der Bürgermeister sagte am Dienstag, dass die Brücke im Mai wieder geöffnet werde.',
    'La alcaldesa dijo el martes que el puente volverá a abrir en mayo.',
    'Le maire a indiqué mardi que le pont rouvrirait au mois de mai prochain.',
    'Мэр заявил во вторник, что мост снова откроют в мае после ремонта.',
  ])('is nobody’s where only an office is told: %s', (sentence) => {
    expect(toldIn(sentence)).toEqual([]);
  });
});

test.each([
  'The parents of the boys, as well as others who have worked with Lee, have called for peace at the quay.',
  'The engines of the boats in the harbour were all made by Ann Lee in the yard.',
])('whoever is only named beside a verb says nothing: %s', (sentence) => {
  const [first, ...others] = toldIn(`Mayor Ann Lee said that the wall is too low. ${sentence}`);
  expect(first).toMatchObject({ speaker: 'Ann Lee' });
  expect(others).toEqual([]);
});

test('a clause is nothing that somebody is', () => {
  const sentence =
    'Nach Aussagen von Emil Tarra, Leiter des Hauses, ist es dunkel, wie er auf Anfrage erklärt: „Das hat uns hier niemand gesagt.“';
  expect(toldIn(sentence).filter((told) => JSON.stringify(told).includes('Aussagen'))).toEqual([]);
});
