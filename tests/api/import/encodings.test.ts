/** Files in the encodings of before UTF-8: by what they say of themselves, else by a guess that is told. */
import { describe, expect, test } from 'vitest';
import { decodeDocument } from '@communique/api/import/reading/decode-text';
import { documentsIn } from '@communique/api/import/reading/documents-in';
import { interpretDocument } from '@communique/api/import/interpret-document';
import { NOW } from '../../support/drafts.ts';

const POLISH =
  'Prom nie pływa od poniedziałku, ponieważ wieje zbyt silny wiatr. Rada miasta zdecyduje w środę, czy będzie pływał znów. „Żółta łódź” została.';
const CZECH =
  'Přívoz od pondělí nejezdí, protože vítr je příliš silný. Městská rada rozhodne ve středu, zda bude opět jezdit. Šaty žluťoučkého koně.';
const HUNGARIAN =
  'A komp hétfő óta nem közlekedik, mert túl erős a szél. A városi tanács szerdán dönt arról, hogy újra induljon-e.';
const RUSSIAN =
  'Паром не ходит с понедельника, потому что ветер слишком сильный. Городской совет решит в среду.';
const UKRAINIAN =
  'Пором не ходить з понеділка, бо вітер надто сильний. Їхня міська рада вирішить у середу, чи ходитиме він знову.';
const GREEK = 'Το πλοίο δεν ταξιδεύει από τη Δευτέρα επειδή ο άνεμος είναι πολύ δυνατός.';
const TURKISH =
  'Feribot pazartesiden beri çalışmıyor, çünkü rüzgâr çok güçlü. Adalılar kızgın, diyor başkan. Şimdi ne olacak?';
const GERMAN = 'Die Fähre fährt seit Montag nicht – der Wind ist zu stark. „Größere Häfen“ gibt es nicht.';
const JAPANESE = 'フェリーは月曜日から運航していない。風が強すぎるからだ。市議会は水曜日に決定する。';
const CHINESE = '渡轮自星期一以来停航，因为风太大。市议会将于星期三决定是否恢复。';
const TAIWANESE = '渡輪自星期一以來停航，因為風太大。市議會將於星期三決定是否恢復。';
const KOREAN = '페리는 월요일부터 운항하지 않는다. 바람이 너무 강하기 때문이다.';

/** What a decoder reads, backwards: signs of one byte and of two. */
function encode(text: string, encoding: string): Uint8Array {
  const bytes = new Map<string, readonly number[]>();
  const add = (...code: number[]): void => {
    const letter = new TextDecoder(encoding).decode(Uint8Array.from(code));
    if (letter.length === 1 && !bytes.has(letter)) bytes.set(letter, code);
  };
  for (let byte = 0; byte < 256; byte += 1) add(byte);
  if (text.split('').some((letter) => !bytes.has(letter))) {
    for (let first = 0x81; first < 0xff; first += 1)
      for (let second = 0x40; second < 0xff; second += 1) add(first, second);
  }
  return Uint8Array.from(text.split('').flatMap((letter) => bytes.get(letter) ?? []));
}

const FILES: [string, string][] = [
  ['windows-1250', POLISH],
  ['iso-8859-2', POLISH.replaceAll(/[„”]/g, '"')],
  ['windows-1250', CZECH],
  ['iso-8859-2', CZECH],
  ['windows-1250', HUNGARIAN],
  ['windows-1251', RUSSIAN],
  ['windows-1251', UKRAINIAN],
  ['koi8-r', RUSSIAN],
  ['koi8-u', UKRAINIAN],
  ['ibm866', RUSSIAN],
  ['iso-8859-5', RUSSIAN],
  ['windows-1252', GERMAN],
  ['windows-1253', GREEK],
  ['windows-1254', TURKISH],
  ['shift_jis', JAPANESE],
  ['euc-jp', JAPANESE],
  ['gb18030', CHINESE],
  ['big5', TAIWANESE],
  ['euc-kr', KOREAN],
];

describe('a file that does not say what it is in', () => {
  test.each(FILES)('is read as %s: %s', (encoding, text) => {
    const { text: read, notes } = decodeDocument(encode(text, encoding), 'ferry.txt');
    expect(read).toBe(text);
    expect(notes).toEqual([
      expect.stringMatching(
        /^ferry\.txt: does not say what encoding it is in; it was read as [a-z0-9_-]+\. Look at its letters/,
      ),
    ]);
  });

  test('is refused where no encoding makes words of it', () => {
    const bytes = Uint8Array.from({ length: 2_000 }, (_, index) =>
      index % 3 === 0 ? 32 : 128 + ((index * 37) % 128),
    );
    expect(() => decodeDocument(bytes, 'ferry.txt')).toThrow(
      /ferry\.txt: its encoding is neither UTF-8 nor UTF-16/,
    );
  });

  test('is read in time, whatever its size', () => {
    const line = encode(`${POLISH}\n`, 'windows-1250');
    const bytes = Buffer.concat(Array.from({ length: 30_000 }, () => line));
    const start = performance.now();
    expect(decodeDocument(bytes, 'ferry.txt').text.startsWith(POLISH)).toBe(true);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

describe('a file that says what it is in is believed, and nothing is noted', () => {
  test.each(FILES)('in <meta charset="%s">', (encoding, text) => {
    const html = `<html><head><meta charset="${encoding}"></head><body><p>${text}</p></body></html>`;
    expect(decodeDocument(encode(html, encoding), 'ferry.html')).toEqual({ text: html, notes: [] });
  });

  test.each(FILES)('in its XML declaration: %s', (encoding, text) => {
    const xml = `<?xml version="1.0" encoding="${encoding}"?><rss><channel><title>${text}</title></channel></rss>`;
    expect(decodeDocument(encode(xml, encoding), 'ferry.xml')).toEqual({ text: xml, notes: [] });
  });

  test.each(FILES)('by its server, before what it says itself: %s', (encoding, text) => {
    const html = `<html><head><meta charset="us-ascii"></head><body><p>${text}</p></body></html>`;
    expect(decodeDocument(encode(html, encoding), 'ferry.html', encoding)).toEqual({ text: html, notes: [] });
  });

  test('but not where its bytes are UTF-8, or begin with a mark', () => {
    const html = `<meta charset="windows-1250"><p>${POLISH}</p>`;
    expect(decodeDocument(Buffer.from(html), 'ferry.html')).toEqual({ text: html, notes: [] });
    expect(decodeDocument(Buffer.from(`\uFEFF${html}`), 'ferry.html', 'koi8-r')).toEqual({
      text: html,
      notes: [],
    });
  });

  test('and escapes say it, too', () => {
    const bytes = Buffer.from("\u001B$B%U%'%j!<\u001B(B is late.", 'latin1');
    expect(decodeDocument(bytes, 'ferry.txt')).toEqual({ text: 'フェリー is late.', notes: [] });
  });
});

test('letters that were damaged on the way are counted', () => {
  const bytes = Buffer.concat([Buffer.from(RUSSIAN), Uint8Array.of(0xd0)]);
  expect(decodeDocument(bytes, 'ferry.txt').notes).toEqual([
    'One letter was damaged on the way: "\uFFFD" stands for it.',
  ]);
});

test('what was guessed stands among the notes of the draft, and of the first item of a feed', () => {
  const read = (text: string, name: string) => {
    const decoded = decodeDocument(encode(text, 'windows-1250'), name);
    return documentsIn({ path: name, fileName: name, ...decoded }).map(
      (document) => interpretDocument(document, { now: NOW }).notes,
    );
  };
  const note = expect.stringContaining('windows-1250');
  expect(read(`Prom\n\n${POLISH}`, 'ferry.txt')).toEqual([[note]]);
  const item = `<item><title>Prom</title><description>${POLISH}</description></item>`;
  expect(
    read(
      `<rss version="2.0"><channel><title>Prom</title>${item}${item.replace('Prom', 'Promy')}</channel></rss>`,
      'ferry.xml',
    ),
  ).toEqual([[note], []]);
});

test.each([
  ['little end first, with its mark', true, true],
  ['little end first', true, false],
  ['big end first, with its mark', false, true],
  ['big end first', false, false],
])('UTF-32 is refused by its name: %s', (_, isLittle, isMarked) => {
  const letters = Array.from(`${isMarked ? '\uFEFF' : ''}${GERMAN} ${CHINESE} ⛴ 🚢`);
  const bytes = Buffer.alloc(letters.length * 4);
  for (const [index, letter] of letters.entries()) {
    const code = letter.codePointAt(0) ?? 0;
    if (isLittle) bytes.writeUInt32LE(code, index * 4);
    else bytes.writeUInt32BE(code, index * 4);
  }
  expect(() => decodeDocument(bytes, 'ferry.txt')).toThrow(
    'ferry.txt: it is in UTF-32, which is not read here. Save the file as UTF-8 and try again.',
  );
});
