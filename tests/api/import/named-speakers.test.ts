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

describe('an office of something, and the name without a comma', () => {
  test.each([
    [
      '«Vamos a abrir el puente», declaró el ministro de Economía Juan Ruiz.',
      'Juan Ruiz',
      'ministro de Economía',
    ],
    [
      '«Vamos a abrir el puente», declaró el ministro de Asuntos Exteriores Juan Ruiz.',
      'Juan Ruiz',
      'ministro de Asuntos Exteriores',
    ],
    [
      '«Vamos a abrir el puente», dijo la alcaldesa de Sevilla Ana Ruiz el lunes.',
      'Ana Ruiz',
      'alcaldesa de Sevilla',
    ],
    [
      '«Vamos a abrir el puente», declaró el portavoz de la Casa Blanca Juan Ruiz.',
      'Juan Ruiz',
      'portavoz de la Casa Blanca',
    ],
    [
      '« Nous allons ouvrir le pont », a déclaré le ministre des Affaires étrangères Jean Morel.',
      'Jean Morel',
      'ministre des Affaires étrangères',
    ],
    [
      '« Nous allons ouvrir le pont », a déclaré la maire de Nantes Claire Martin.',
      'Claire Martin',
      'maire de Nantes',
    ],
    [
      '„Wir werden nicht mehr lange warten“, sagte der Sprecher der Polizei Hans Meier.',
      'Hans Meier',
      'Sprecher der Polizei',
    ],
    [
      '„Wir werden nicht mehr lange warten“, sagte die Ministerin für Umwelt und Energie Anna Berg.',
      'Anna Berg',
      'Ministerin für Umwelt und Energie',
    ],
    ['«Мы готовы открыть этот мост», — заявил мэр Москвы Сергей Собянин.', 'Сергей Собянин', 'мэр Москвы'],
    [
      '«Мы готовы открыть этот мост», — заявил президент Франции Эммануэль Макрон.',
      'Эммануэль Макрон',
      'президент Франции',
    ],
    [
      '«Мы готовы открыть этот мост», — заявил президент Иван Петрович Сидоров.',
      'Иван Петрович Сидоров',
      'президент',
    ],
  ])('%s', (sentence, speaker, role) => {
    expect(speakersOf(sentence)).toEqual([{ speaker, role }]);
  });
});

describe('offices in other languages', () => {
  test.each([
    ['«Apriremo presto il ponte vecchio», ha detto il sindaco Mario Rossi.', 'Mario Rossi', 'sindaco'],
    ['“Vamos abrir a ponte velha amanhã”, disse a prefeita Ana Costa.', 'Ana Costa', 'prefeita'],
    ['"We gaan de oude brug openen", zei burgemeester Jan de Vries.', 'Jan de Vries', 'burgemeester'],
    ['„Otworzymy stary most już jutro”, powiedział burmistrz Jan Kowalski.', 'Jan Kowalski', 'burmistrz'],
    ['«Ми відкриємо цей старий міст», — заявив міністр Іван Петренко.', 'Іван Петренко', 'міністр'],
    ['« Nous allons ouvrir le pont », a déclaré la députée Claire Martin.', 'Claire Martin', 'députée'],
    ['«Vamos a abrir el puente», dijo el primer ministro Juan Ruiz.', 'Juan Ruiz', 'primer ministro'],
    [
      '«Мы готовы открыть этот мост», — сказал пресс-секретарь президента Иван Песков.',
      'Иван Песков',
      'пресс-секретарь президента',
    ],
    [
      '„Wir werden nicht mehr lange warten“, sagte Bundeskanzlerin Anna Berg.',
      'Anna Berg',
      'Bundeskanzlerin',
    ],
  ])('%s', (sentence, speaker, role) => {
    expect(speakersOf(sentence)).toEqual([{ speaker, role }]);
  });
});

describe('what somebody is, in small letters or as a noun of German, before the name', () => {
  test.each([
    ['«Vamos a abrir el puente», afirmó la analista Carmen Soto.', 'Carmen Soto', 'analista'],
    ['«Мы готовы открыть этот мост», — сказал пекарь Пётр Иванов.', 'Пётр Иванов', 'пекарь'],
    ['„Wir werden nicht mehr lange warten“, sagte der Historiker Karl Ott.', 'Karl Ott', 'Historiker'],
    ['„Wir werden nicht mehr lange warten“, sagte Abgeordnete Heidi Dahl.', 'Heidi Dahl', 'Abgeordnete'],
    ['« Nous allons ouvrir le pont », explique l’historienne Claire Martin.', 'Claire Martin', 'historienne'],
    ['« Nous allons ouvrir le pont », raconte le boulanger Marc Petit.', 'Marc Petit', 'boulanger'],
    ['«Apriremo presto il ponte vecchio», ha detto la storica Anna Rossi.', 'Anna Rossi', 'storica'],
    ['“Vamos abrir a ponte velha amanhã”, disse o padeiro João Costa.', 'João Costa', 'padeiro'],
    ['"We gaan de oude brug openen", zei bakker Jan de Vries.', 'Jan de Vries', 'bakker'],
    ['“We are going to open the bridge,” said harbour pilot Per Sand.', 'Per Sand', 'harbour pilot'],
    ['“We are going to open the bridge,” Patrol Chief Ann Hall said.', 'Ann Hall', 'Patrol Chief'],
    [
      '“We are going to open the bridge,” said Per Sand, 51, owner of the Sand yard.',
      'Per Sand',
      'owner of the Sand yard',
    ],
    ['„Wir werden nicht mehr lange warten“, sagte Karl Alexander Ott.', 'Karl Alexander Ott', null],
  ])('%s', (sentence, speaker, role) => {
    expect(speakersOf(sentence)).toEqual([{ speaker, role }]);
  });
});

describe('the name alone, without what follows it', () => {
  test.each([
    ['„Wir werden nicht mehr lange warten“, sagte Karl Ott nach der Abstimmung.', 'Karl Ott'],
    ['« Nous allons ouvrir le pont », a déclaré Marc Petit après le vote.', 'Marc Petit'],
    ['«Vamos a abrir el puente», dijo Juan Ruiz tras la votación.', 'Juan Ruiz'],
    ['“We are going to open the bridge,” said Anna Berg after the vote.', 'Anna Berg'],
    ['“We are going to open the bridge,” said Anna Berg, who runs the bakery.', 'Anna Berg'],
    ['“We are going to open the bridge,” Anna Berg recalls with a smile.', 'Anna Berg'],
    ['«Мы готовы открыть этот мост», — сказал Иван Петров после голосования.', 'Иван Петров'],
    ['„Wir werden nicht mehr lange warten“, sagte Lars Dahl der Deutschen Presse-Agentur.', 'Lars Dahl'],
    ['„Wir werden nicht mehr lange warten“, sagte Lars Dahl dem „Seeblatt“.', 'Lars Dahl'],
    ['„Wir werden nicht mehr lange warten“, sagte Lars Dahl gegenüber der dpa.', 'Lars Dahl'],
    ['« Nous allons ouvrir le pont », a déclaré Marc Petit à l’AFP.', 'Marc Petit'],
    ['«Vamos a abrir el puente», dijo Juan Ruiz al diario El País.', 'Juan Ruiz'],
    ['«Мы готовы открыть этот мост», — сказал Иван Петров РИА Новости.', 'Иван Петров'],
    ['«Мы готовы открыть этот мост», — сказал Иван Петров агентству Интерфакс.', 'Иван Петров'],
    ['“We are going to open the bridge,” Anna Berg told CNBC on the quay.', 'Anna Berg'],
  ])('%s', (sentence, speaker) => {
    expect(speakersOf(sentence)).toEqual([{ speaker, role: null }]);
  });
});

describe('names of many forms', () => {
  test.each([
    ['"Nobody asked us about the toll," said Ursula van der Berg.', 'Ursula van der Berg'],
    ['"Nobody asked us about the toll," Mohammed bin Salim told reporters.', 'Mohammed bin Salim'],
    ['"Nobody asked us about the toll," said Bashar al-Sharif.', 'Bashar al-Sharif'],
    ['"Nobody asked us about the toll," said María de la Cruz on Tuesday.', 'María de la Cruz'],
    ['"Nobody asked us about the toll," said J. K. Holm.', 'J. K. Holm'],
    ['"Nobody asked us about the toll," said John F. Holm.', 'John F. Holm'],
    ['"Nobody asked us about the toll," said Jean-Luc O’Hara-Smith.', 'Jean-Luc O’Hara-Smith'],
    ['"Nobody asked us about the toll," said CLARA HOLM.', 'CLARA HOLM'],
    ['„Wir werden nicht mehr lange warten“, sagte Ursula von der Leyen.', 'Ursula von der Leyen'],
    ['«Vamos a abrir el puente», declaró Juan de la Cruz.', 'Juan de la Cruz'],
    ['« Nous allons ouvrir le pont », a déclaré Jean-Pierre d’Ormesson.', 'Jean-Pierre d’Ormesson'],
    ['Mohammed bin Salim said that the toll on the strait would be paid by nobody.', 'Mohammed bin Salim'],
    ['Ursula van der Berg said that the toll on the strait would be paid by nobody.', 'Ursula van der Berg'],
    ['闵大庆说：“我们愿意继续对话和沟通。”', '闵大庆'],
    ['欧阳明月表示：“我们愿意继续对话和沟通。”', '欧阳明月'],
    ['特朗普称：“我们愿意继续对话和沟通。”', '特朗普'],
    ['泽连斯基指出：“我们愿意继续对话和沟通。”', '泽连斯基'],
  ])('%s', (sentence, speaker) => {
    expect(speakersOf(sentence)).toEqual([{ speaker, role: null }]);
  });

  test.each([
    ['市长亓官明说：“我们愿意继续对话和沟通。”', '亓官明', '市长'],
    ['俄罗斯外长拉夫罗夫表示：“我们愿意继续对话和沟通。”', '拉夫罗夫', '俄罗斯外长'],
    ['北京大学教授闵庆指出：“我们愿意继续对话和沟通。”', '闵庆', '北京大学教授'],
  ])('after an office: %s', (sentence, speaker, role) => {
    expect(speakersOf(sentence)).toEqual([{ speaker, role }]);
  });

  test.each([
    '记者说：“我们愿意继续对话和沟通。”',
    '居民们说：“我们愿意继续对话和沟通。”',
    '声明指出：“我们愿意继续对话和沟通。”',
    '报道称：“我们愿意继续对话和沟通。”',
    '他在会上说：“我们愿意继续对话和沟通。”',
  ])('nobody: %s', (sentence) => {
    expect(speakersOf(sentence)).toEqual([]);
  });
});

test('nobody, where the name is not certain', () => {
  const sentence = '«Vamos a abrir el puente», declaró el portavoz de la Torre Alta Juan Ruiz.';
  expect(speakersOf(sentence)).toEqual([]);
});

test('a quotation too short to stand alone is a statement of whoever said it', () => {
  const sentence = '"Nobody asked us," Anna Smith, head of the farmers\' union, told the BBC on 3 May 2025.';
  expect(speakersOf(sentence)).toEqual([{ speaker: 'Anna Smith', role: "head of the farmers' union" }]);
});
