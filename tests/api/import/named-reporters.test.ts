/** Who a text says reported something: by the word for what it is, by its name, by the study it published. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

interface Reported {
  speaker: string | null;
  reportedBy: string[];
}

function reportedIn(sentence: string): Reported[] {
  const { claims } = draftText(
    `# The flood\n\nThe water rose. Nobody slept.\n\n${sentence}\n`,
    'a.md',
  ).document;
  return claims.map(({ speaker, reportedBy }) => ({ speaker, reportedBy }));
}

describe('who reported something is found', () => {
  test.each([
    ['The Guardian', 'The wall will be sold in May, the Guardian reported.'],
    ['BBC', 'The wall will be sold in May, the BBC has learned.'],
    ['Local media', 'Local media reports say that the wall will be sold in May.'],
    ['Danish media', 'The wall will be sold in May, Danish media reported.'],
    ['Bild', 'Laut einem Bericht der „Bild“-Zeitung wird die Mauer im Mai verkauft.'],
    ['Les Échos', 'Selon Les Echos, le mur sera vendu en mai à la commune.'],
    ['Le Monde', 'D’après une information du Monde, le mur sera vendu en mai.'],
    ['Le Figaro', 'Le mur sera vendu en mai, a confié au Figaro un proche du maire.'],
    ['Mediapart', 'Comme l’a révélé Mediapart, le mur sera vendu en mai.'],
    ['Interfax', 'Об этом сообщает «Интерфакс» со ссылкой на источник в порту.'],
    ['Kommersant', 'По информации «Коммерсанта», стену продадут в мае за бесценок.'],
    ['Vedomosti', 'Как пишет газета «Ведомости», стену продадут в мае за бесценок.'],
    ['AFP', '据法新社消息，城墙将出售。'],
    ['The Guardian', 'According to the Guardian, the wall will be sold in May.'],
    ['The Economist', 'The wall will be sold in May, the Economist reported on Friday.'],
    ['The Sun', 'The mayor told the Sun that the wall will be sold in May.'],
    ['Press TV', 'The wall will be sold in May, state broadcaster Press TV reported.'],
    ['Le Temps', 'The newspaper Le Temps reported that the wall will be sold in May.'],
    ['Le Temps', 'The wall will be sold in May, the Swiss daily Le Temps wrote.'],
    ['Bloomberg', 'The wall will be sold in May, reports Bloomberg.'],
    ['Bloomberg News', 'Bloomberg News reported, citing people familiar, that the wall will be sold.'],
    ['Register-Guard', 'The wall will be sold in May, the Register-Guard newspaper reported.'],
    ['Port Anders Gazette', 'The wall will be sold in May, according to the Port Anders Gazette.'],
    ['Post and Courier', 'The wall will be sold in May, according to the Post and Courier.'],
    ['Harbour Digest', 'As Harbour Digest reports, the wall will be sold in May.'],
    ['Quayline', 'The wall will be sold in May, Quayline reported earlier this year.'],
    ['University of Bern', 'According to a study by the University of Bern, the wall is too low.'],
    [
      'University of Bern',
      'The wall is too low, according to a study by researchers at the University of Bern.',
    ],
    ['Nature', 'The wall is too low, according to a study published in Nature.'],
    [
      'Coastal Biology',
      'According to a paper published in the journal Coastal Biology, the wall is too low.',
    ],
    ['Journal of Sea Walls', 'The wall is too low, says a report in the Journal of Sea Walls.'],
    ['Pew Research Center', 'The wall is too low, according to a new Pew Research Center survey.'],
    ['Moody’s Analytics', 'Walls get dearer, according to a Moody’s Analytics report in April.'],
    ['World Bank', 'Walls get dearer, according to a 2014 report from the World Bank.'],
    ['CNBC', 'The wall, Clara Holm told CNBC, will be sold in May.'],
    ['BBC', 'In an interview with the BBC, the mayor said the wall will be sold in May.'],
    ['AFP', 'In a statement to AFP, the mayor said the wall will be sold in May.'],
    ['Der Spiegel', 'Die Mauer wird, wie der Spiegel berichtet, im Mai verkauft.'],
    ['Der Spiegel', 'Wie der „Spiegel“ berichtet, wird die Mauer im Mai verkauft.'],
    [
      'Frankfurter Allgemeine Zeitung',
      'Die Mauer wird verkauft, berichtet die Frankfurter Allgemeine Zeitung.',
    ],
    ['Frankfurter Allgemeine Zeitung', 'Laut der Frankfurter Allgemeinen Zeitung wird die Mauer verkauft.'],
    ['FAZ', 'Die Mauer wird im Mai verkauft, berichtet die FAZ.'],
    ['Die Zeit', 'Die Mauer ist viel zu niedrig, sagte der Hafenmeister am Montag der „Zeit“.'],
    ['dpa', 'Die Mauer wird im Mai verkauft, meldet die dpa.'],
    ['Reuters', 'Nach Angaben der Nachrichtenagentur Reuters wird die Mauer im Mai verkauft.'],
    ['Tass', 'Die Mauer wird nach Angaben der Agentur Tass im Mai verkauft.', 'TASS'],
    ['Hafenblick', 'Wie das Nachrichtenportal Hafenblick meldet, wird die Mauer verkauft.'],
    ['Handelsblatt', 'Nach Informationen des „Handelsblatts“ wird die Mauer im Mai verkauft.'],
    ['Reuters', 'Según informó Reuters, el muro se venderá en mayo.'],
    ['EFE', 'El muro se venderá en mayo, informó la agencia EFE.'],
    ['La Orilla', 'El muro se venderá en mayo, según el diario La Orilla.'],
    ['AFP', 'Le mur sera vendu en mai, selon l’AFP.'],
    ['Reuters', 'Selon l’agence Reuters, le mur sera vendu en mai.'],
    ['Le Monde', 'Selon le quotidien Le Monde, le mur sera vendu en mai.'],
    ['Le Figaro', 'Le mur sera vendu en mai, rapporte Le Figaro.'],
    ['TASS', 'Стену продадут в мае, сообщает агентство ТАСС.'],
    ['Interfax', 'Как сообщили в Интерфаксе, стену продадут в мае.'],
    ['Берег', 'Стену продадут в мае, пишет газета «Берег».'],
    ['RIA Novosti', 'Стену продадут в мае, передаёт РИА Новости.'],
    ['Reuters', '据路透社报道，该市将于五月出售旧城墙。'],
    ['海港日报', '据《海港日报》报道，该市将于五月出售旧城墙。'],
  ])('%s: %s', (name, sentence, canonical = name) => {
    expect(reportedIn(sentence)).toMatchObject([{ reportedBy: [canonical] }]);
  });

  test('and an agency is not who speaks', () => {
    expect(
      reportedIn('Nach Angaben der Nachrichtenagentur Reuters hat Minister Jan Vogt die Mauer verkauft.'),
    ).toEqual([{ speaker: null, reportedBy: ['Reuters'] }]);
  });
});

describe('is no reporter', () => {
  test.each([
    'Papers such as the Guardian and the Economist print on grey paper.',
    'Selbst Sender wie BBC und CNN zeigen am Abend gern alte Filme.',
    'Gegenüber der Welt von gestern ist das Leben im Hafen ruhig geworden.',
    'The mayor told parliament that CNN was welcome in the harbour.',
    'A survey of Danes and Swedes in the harbour took three weeks.',
    'According to a British study, the wall is much too low.',
    'The book was published in London and in New York last year.',
    'The fishermen reported the loss of three boats that night.',
    'The mayor gave an interview to nobody, and the BBC came late.',
    'Bloomberg said in a statement that it would build an office at the quay.',
  ])('%s', (sentence) => {
    expect(reportedIn(sentence).flatMap(({ reportedBy }) => reportedBy)).toEqual([]);
  });

  test('who has the name of a paper', () => {
    const text =
      'Mayor Michael Bloomberg walked on the wall. The wall, Bloomberg said, was too low for the sea.';
    expect(reportedIn(text).flatMap(({ reportedBy }) => reportedBy)).toEqual([]);
  });
});

describe('an authority speaks as one', () => {
  test.each([
    ['police', 'Three people were hurt in the night, according to police.'],
    ['port authority', 'According to the port authority, the wall will be closed in May.'],
    ['harbour office', 'According to the harbour office, two of the five quays have power.'],
    ['NASA', 'According to NASA, the wall can be seen from the moon.'],
    ['NATO', 'NATO said the wall would be watched day and night.'],
    ['Police', 'Police said three people had been hurt in the night.'],
    ['ministry', 'The ministry said the wall would be closed in May.'],
    [
      'Federal Aviation Administration',
      'The wall is too high, according to the Federal Aviation Administration.',
    ],
    ['Bureau of Harbour Statistics', 'Walls get dearer, according to the Bureau of Harbour Statistics.'],
    ['Banco Central', 'El muro costará el doble, informó el Banco Central.'],
    ['OMS', 'Selon l’OMS, le mur est trop bas pour la mer.'],
  ])('%s: %s', (speaker, sentence) => {
    expect(reportedIn(sentence)).toEqual([{ speaker, reportedBy: [] }]);
  });

  test.each([
    'According to officials, the wall will be closed in May.',
    'According to the law, the wall must be looked at every year.',
    'According to Google maps, the wall is on the wrong side.',
  ])('and nobody else: %s', (sentence) => {
    expect(reportedIn(sentence)).toEqual([]);
  });
});
