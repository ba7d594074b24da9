/** The ways in which a text says whose the words in marks are. */
import { describe, expect, test } from 'vitest';
import type { Claim } from '@communique/api/briefings/document';
import { draftText } from '../../support/drafts.ts';

function claimsOf(paragraph: string): Claim[] {
  return draftText(`# The flood\n\nThe water rose. Nobody slept.\n\n${paragraph}\n`, 'a.md').document.claims;
}

describe('a name and a colon', () => {
  test.each([
    ['CEO Petra Holt: "Our order books are full until spring."', 'Petra Holt', 'CEO'],
    ['Mayor Jane Holt: “Our order books are full until spring.”', 'Jane Holt', 'Mayor'],
    ['UBA-Präsident Dirk Holm: „Der Trend stimmt, das Tempo nicht.“', 'Dirk Holm', 'UBA-Präsident'],
    ['As our CTO, Lars Holm, put it: "It was there when I arrived."', 'Lars Holm', 'CTO'],
    ['In the words of Maria Holt, a nurse: "Nobody came for two days."', 'Maria Holt', 'nurse'],
    ['Jean Morel l’a répété : « Nous tiendrons nos engagements jusqu’au bout. »', 'Jean Morel', null],
    [
      'Bundesministerin Anna Holm (XYZ) betonte: „Wir lassen diese Stadt nicht allein.“',
      'Anna Holm',
      'Bundesministerin',
    ],
  ])('%s', (sentence, speaker, speakerRole) => {
    expect(claimsOf(sentence)).toMatchObject([{ verbatim: true, speaker, speakerRole }]);
  });

  test.each([
    'Read More: “Our order books are full until spring.”',
    'Breaking News: “The bridge has been closed today.”',
  ])('is nobody where it is a heading: %s', (sentence) => {
    expect(claimsOf(sentence)).toEqual([]);
  });
});

describe('beside the words', () => {
  test.each([
    [
      '« C’est le plus gros investissement de notre histoire », se félicite Pascal Morel, président du port.',
      'Pascal Morel',
      'président du port',
    ],
    [
      'Pour Marc Morel, journaliste, « le prix de l’eau va doubler avant dix ans ».',
      'Marc Morel',
      'journaliste',
    ],
    ['„Wir haben alle verstanden“, so Ministerin Anna Holm (XYZ).', 'Anna Holm', 'Ministerin'],
  ])('%s', (sentence, speaker, speakerRole) => {
    expect(claimsOf(sentence)).toMatchObject([{ verbatim: true, speaker, speakerRole }]);
  });

  test.each([
    [
      '"It\'s corporate welfare," Sen. Bernie Holt told reporters in 2022.',
      "It's corporate welfare",
      'Bernie Holt',
    ],
    ['“I refuse,” said Anna Holt.', 'I refuse', 'Anna Holt'],
    ['„Das reicht nicht“, sagte Ministerin Anna Holm.', 'Das reicht nicht', 'Anna Holm'],
  ])('a few words are a quotation, too: %s', (sentence, text, speaker) => {
    expect(claimsOf(sentence)).toMatchObject([{ verbatim: true, text, speaker }]);
  });

  test.each([
    '“Red Harbour,” the film of the year, opens in May.',
    'Anna Holt calls it the “wall of shame” and goes home.',
    'The song “Never again” was sung on the quay.',
  ])('and a title or a choice of words is none: %s', (sentence) => {
    expect(claimsOf(sentence).filter(({ verbatim }) => verbatim)).toEqual([]);
  });

  test('and halves keep the comma before a word that joins them', () => {
    expect(
      claimsOf('“It is a bad bridge,” Anna Holt said on the quay, “but no bridge would be worse.”'),
    ).toMatchObject([
      { verbatim: true, text: 'It is a bad bridge, but no bridge would be worse.', speaker: 'Anna Holt' },
    ]);
  });
});

describe('in Chinese', () => {
  test.each([
    [
      '国务院副总理何明峰表示：“会谈坦诚、深入、具有建设性。”',
      '会谈坦诚、深入、具有建设性。',
      '何明峰',
      '国务院副总理',
    ],
    [
      '中方牵头人、国务院副总理何明峰表示：“会谈坦诚、深入、具有建设性。”',
      '会谈坦诚、深入、具有建设性。',
      '何明峰',
      '中方牵头人、国务院副总理',
    ],
    ['“我们不会放弃，”李明教授告诉新华社记者。', '我们不会放弃', '李明', '教授'],
    ['“我们不会放弃，”特朗普对记者说。', '我们不会放弃', '特朗普', null],
    [
      '世界卫生组织总干事谭塞指出：“疫情尚未结束，各国不能放松。”',
      '疫情尚未结束，各国不能放松。',
      '谭塞',
      '世界卫生组织总干事',
    ],
    ['外交部发言人郭嘉明周一表示，“贸易战没有赢家”。', '贸易战没有赢家', '郭嘉明', '外交部发言人'],
  ])('%s', (sentence, text, speaker, speakerRole) => {
    expect(claimsOf(sentence)).toMatchObject([{ verbatim: true, text, speaker, speakerRole }]);
  });

  test.each([
    '外交部长王毅、商务部长王文表示：“会谈坦诚、深入、具有建设性。”',
    '他告诉记者：“会谈坦诚、深入、具有建设性。”',
  ])('nobody, where it is two or a pronoun: %s', (sentence) => {
    expect(claimsOf(sentence).filter(({ speaker }) => speaker !== null)).toEqual([]);
  });
});
