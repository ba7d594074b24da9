import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeText } from '@communique/api/import/reading/decode-text';
import { readDocument } from '@communique/api/import/read-document';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const TEXT = 'Der Steg – „alt“ und schön.\nПаром ходит каждый день.\n';

function utf16(text: string, isBigEndian: boolean, hasMark: boolean): Uint8Array {
  const bytes = Buffer.from(hasMark ? `\uFEFF${text}` : text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16, little-endian', utf16(TEXT, false, true)],
  ['UTF-16, big-endian', utf16(TEXT, true, true)],
])('text in %s is read', (_, bytes) => {
  expect(decodeText(bytes, 'a.txt')).toBe(TEXT);
});

test.each([true, false])('UTF-16 without a byte order mark is recognised (big-endian: %s)', (isBigEndian) => {
  const text = 'Plain words, long enough to tell.\n'.repeat(3);
  expect(decodeText(utf16(text, isBigEndian, false), 'a.txt')).toBe(text);
});

test.each([true, false])('so it is where few letters are Latin (big-endian: %s)', (isBigEndian) => {
  const text = 'Паром опаздывает, и на причале никто не знает почему.\n';
  expect(decodeText(utf16(text, isBigEndian, false), 'a.txt')).toBe(text);
});

test.each([
  ['„Wir zahlen nicht‚ nie‘“', '\x84Wir zahlen nicht\x82 nie\x91\x93'],
  ['¿Qué? ¡No!', '\xBFQu\xE9? \xA1No!'],
  ['• one\n• two ‹three›', '\x95 one\n\x95 two \x8Bthree\x9B'],
  [
    '© Strait Post · Harbour™ · 1ª, 2º, Quay®',
    '\xA9 Strait Post \xB7 Harbour\x99 \xB7 1\xAA, 2\xBA, Quay\xAE',
  ],
])('the signs of Windows-1252 are text: %s', (text, bytes) => {
  expect(decodeText(Buffer.from(bytes, 'latin1'), 'a.txt')).toBe(text);
});

test('Windows-1251 and Windows-1252 are told apart', () => {
  // "Паром стоит у причала" and "Le phare a été éteint – trois semaines"
  const cyrillic = Buffer.from(
    '\xCF\xE0\xF0\xEE\xEC \xF1\xF2\xEE\xE8\xF2 \xF3 \xEF\xF0\xE8\xF7\xE0\xEB\xE0',
    'latin1',
  );
  const western = Buffer.from('Le phare a \xE9t\xE9 \xE9teint \x96 trois semaines', 'latin1');
  expect(decodeText(cyrillic, 'a.txt')).toBe('Паром стоит у причала');
  expect(decodeText(western, 'a.txt')).toBe('Le phare a été éteint – trois semaines');
});

test('line ends become line feeds and control characters spaces', () => {
  expect(
    decodeText(
      Buffer.from('one\r\ntwo\rthree\u2028four\u001B[0m five six seven eight nine ten eleven twelve'),
      'a.txt',
    ),
  ).toBe('one\ntwo\nthree\nfour [0m five six seven eight nine ten eleven twelve');
});

test.each([
  ['nothing at all', Buffer.alloc(0), 'EmptyDocumentError'],
  ['only spaces', Buffer.from(' \n\t\n'), 'EmptyDocumentError'],
  ['only signs', Buffer.from('--- *** ---'), 'EmptyDocumentError'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'BinaryDocumentError'],
  ['an archive', Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1'), 'BinaryDocumentError'],
  ['control characters', Buffer.from('a\x01b\x02c\x03d\x04'), 'BinaryDocumentError'],
  ['a text filled with zeros', Buffer.from('abc\0def\n'.repeat(1_000)), 'BinaryDocumentError'],
  ['broken UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), 'UndecodableDocumentError'],
  [
    'an unknown encoding',
    Buffer.from([0x41, 0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x81, 0x8d, 0x41]),
    'UndecodableDocumentError',
  ],
])('%s is refused', (_, bytes, name) => {
  expect(() => decodeText(bytes, 'some/file.txt')).toThrow(
    expect.objectContaining({ name, message: expect.stringContaining('some/file.txt') }),
  );
});

test.each([
  [
    'PK\x03\x04\x14\x00\x06\x00[Content_Types].xml',
    'a ZIP archive or an office document (.docx, .odt, .epub)',
  ],
  ['%PDF-1.7\n1 0 obj', 'a PDF'],
  ['\x1f\x8b\x08\x00', 'a compressed file (gzip)'],
  ['{\\rtf1\\ansi Words.}', 'a document in Rich Text Format (.rtf)'],
])('what cannot be imported is called what it is, and never unpacked: %j', (bytes, name) => {
  expect(() => decodeText(Buffer.from(bytes, 'latin1'), 'report.docx')).toThrow(
    `report.docx: it is not text but ${name}. Save the article as plain text, Markdown or HTML`,
  );
});

test.each(['Größe, Übermut und Äpfel — überall größer', 'Паром стоит у причала'])(
  'a file that was cut within a letter is read up to there: %s',
  (text) => {
    const bytes = Buffer.from(`${text}é`);
    expect(decodeText(bytes.subarray(0, -1), 'cut.txt')).toBe(`${text}\uFFFD`);
  },
);

test('a file is read with its name', async () => {
  const path = join(temporaryFolder(), 'a.txt');
  writeFileSync(path, 'Words.');
  expect(await readDocument(path)).toEqual({ path, fileName: 'a.txt', text: 'Words.' });
});

test('a missing file, a folder, a loop of links and what is no regular file are named', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'sub'));
  symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
  await expect(readDocument(join(folder, 'none.txt'))).rejects.toThrow('there is no such file');
  await expect(readDocument(join(folder, 'sub'))).rejects.toThrow('it is a folder');
  await expect(readDocument(join(folder, 'loop'))).rejects.toThrow('leads back to itself');
  await expect(readDocument('/dev/null')).rejects.toThrow('not a regular file');
});

test('a file of 50 MB is refused without being read', async () => {
  const path = join(temporaryFolder(), 'big.txt');
  writeFileSync(path, 'x');
  // A hole in the file system: reading it would find zeros and call it binary.
  truncateSync(path, 50 * 1_048_576);
  await expect(readDocument(path)).rejects.toMatchObject({
    name: 'DocumentTooLargeError',
    message: expect.stringContaining('50 MB'),
  });
});
