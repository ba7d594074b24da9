import { compilePattern } from '../text/compile-pattern.ts';
import { BinaryDocumentError, EmptyDocumentError, UndecodableDocumentError } from '../errors.ts';
import { DIRECTION_ALL } from '../text/invisible-characters.ts';
import { guessEncoding } from './guess-encoding.ts';
import { nameBinary } from './name-binary.ts';

export interface DecodedText {
  /** Line feeds only, no byte order mark, no control characters. */
  text: string;
  /** What had to be guessed, and what was lost: for whoever imports it. */
  notes: string[];
}

/**
 * Bytes → text without characters that turn the letters around them. A byte order mark comes first, then UTF-8, which nothing is by
 * chance, then what was said about them (`charset`, else by the text itself), then a guess by the letters.
 */
export function decodeDocument(bytes: Uint8Array, path: string, charset: string | null = null): DecodedText {
  if (bytes.length === 0) throw new EmptyDocumentError(path);
  const binary = nameBinary(bytes);
  if (binary !== null) throw new BinaryDocumentError(path, binary);
  if (isUtf32(bytes)) throw new UndecodableDocumentError(path, 'it is in UTF-32, which is not read here');
  const unicode = findUnicode(bytes);
  if (unicode === 'utf-8' && looksBinary(bytes)) throw new BinaryDocumentError(path);
  const { text, notes } =
    unicode === 'utf-8'
      ? decodeBytes(bytes, path, charset ?? declaredCharset(bytes))
      : { text: decodeUtf16(bytes, unicode, path), notes: [] };
  const tidy = tidyCharacters(text);
  if (!LETTER_OR_DIGIT.test(tidy)) throw new EmptyDocumentError(path);
  return { text: tidy, notes };
}

export function decodeText(bytes: Uint8Array, path: string, charset: string | null = null): string {
  return decodeDocument(bytes, path, charset).text;
}

const LETTER_OR_DIGIT = compilePattern(/[\p{L}\p{N}]/u);

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const SAMPLE = 4_096;

function findUnicode(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: zeros stand where the upper halves of spaces and Latin letters are, and nearly nowhere else.
  const sample = bytes.subarray(0, SAMPLE);
  let [even, odd] = [0, 0];
  for (let index = sample.indexOf(0); index !== -1; index = sample.indexOf(0, index + 1)) {
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > even * 12 && isTextIn('utf-16le', sample, odd)) return 'utf-16le';
  if (even > odd * 12 && isTextIn('utf-16be', sample, even)) return 'utf-16be';
  return 'utf-8';
}

/** With its mark, or without: of every four bytes those that no letter of a living language needs are zero, and not all. */
function isUtf32(bytes: Uint8Array): boolean {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return false;
  const units = Buffer.from(bytes.subarray(0, SAMPLE));
  return (['readUInt32LE', 'readUInt32BE'] as const).some((read) => {
    for (let index = 0; index < units.length; index += 4) {
      const code = units[read](index);
      if (code === 0 || code > 0x1ffff) return false;
    }
    return true;
  });
}

/** Mostly Latin, or, as in Russian with its few zeros between words, nothing but what texts are made of. */
function isTextIn(encoding: Encoding, sample: Uint8Array, zeros: number): boolean {
  const units = sample.length / 2;
  if (zeros > units * 0.6) return true;
  if (zeros < units * 0.04) return false;
  const text = new TextDecoder(encoding).decode(sample.subarray(0, sample.length - (sample.length % 2)));
  return countMatches(text, /[\p{L}\p{M}\p{N}\p{P}\p{Sc}\s]/gu) > text.length * 0.95;
}

/** A zero byte, or more than one control character in fifty, is no text in any 8-bit encoding. */
function looksBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  let controls = 0;
  // By index: the first documents are read before V8 has compiled anything, and an iterator costs a call for every byte.
  for (let index = 0; index < bytes.length; index += 1) {
    if (isControl(bytes[index] ?? 0)) controls += 1;
  }
  return controls * 50 > bytes.length;
}

/** But tab, line feed, vertical tab, form feed, carriage return and escape, which old texts hold. */
function isControl(code: number): boolean {
  return code < 9 || (code > 13 && code < 32 && code !== 27) || code === 127;
}

function decodeUtf16(bytes: Uint8Array, encoding: Encoding, path: string): string {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UndecodableDocumentError(path, 'it begins like UTF-16 but is not valid UTF-16');
  }
  // eslint-disable-next-line no-control-regex
  const controls = countMatches(text, /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g);
  if (controls * 50 > text.length) throw new BinaryDocumentError(path);
  return text;
}

function decodeBytes(bytes: Uint8Array, path: string, charset: string | null): DecodedText {
  if (isEscapedJapanese(bytes)) return { text: new TextDecoder('iso-2022-jp').decode(bytes), notes: [] };
  for (const encoding of ['utf-8', charset]) {
    if (encoding === null) continue;
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), notes: [] };
    } catch {
      // Not this one, or one that nobody knows.
    }
  }
  const damaged = decodeDamaged(bytes, charset);
  if (damaged !== null) return damaged;
  const guess = guessEncoding(bytes);
  if (guess === null) {
    throw new UndecodableDocumentError(
      path,
      'its encoding is neither UTF-8 nor UTF-16, nor any other that can be recognised',
    );
  }
  return { text: guess.text, notes: [describeGuess(guess.encoding, charset, path)] };
}

function describeGuess(encoding: string, charset: string | null, path: string): string {
  const said =
    charset === null ? 'does not say what encoding it is in' : `says that it is ${charset}, and is not`;
  return `${path}: ${said}; it was read as ${encoding}. Look at its letters: if they are wrong, save it as UTF-8 and import it again.`;
}

/** ISO-2022-JP is ASCII but for its escapes. */
function isEscapedJapanese(bytes: Uint8Array): boolean {
  const escape = bytes.indexOf(27);
  if (escape === -1) return false;
  const [sign, set] = bytes.subarray(escape + 1, escape + 3);
  return sign === 0x24 && (set === 0x40 || set === 0x42);
}

const REPLACEMENT = /\uFFFD/g;

/** A few bytes went wrong on the way, or the file was cut within a letter: the rest still says what it is. */
function decodeDamaged(bytes: Uint8Array, charset: string | null): DecodedText | null {
  for (const encoding of ['utf-8', charset]) {
    if (encoding === null) continue;
    try {
      const text = new TextDecoder(encoding).decode(bytes);
      const lost = countMatches(text, REPLACEMENT);
      if (countMatches(text, BEYOND_ASCII) - lost >= lost * 3) return { text, notes: [describeLoss(lost)] };
    } catch {
      // An encoding that nobody knows.
    }
  }
  return null;
}

function describeLoss(lost: number): string {
  return `${lost === 1 ? 'One letter was' : `${lost} letters were`} damaged on the way: "\uFFFD" stands for ${lost === 1 ? 'it' : 'each'}.`;
}

// Saved and archived pages have much before it.
const HEAD = 32_768;

/** `<meta charset="shift_jis">`, or the same in the head of an XML file. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD));
  if (!head.includes('<')) return null;
  const match =
    /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(head) ??
    /<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']?\s*([\w-]{2,30})/i.exec(head);
  return match?.[1] ?? null;
}

const BEYOND_ASCII = /[^\p{ASCII}]/gu;

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _match of text.matchAll(pattern)) count += 1;
  return count;
}

function tidyCharacters(text: string): string {
  return (
    text
      .replace(/^\uFEFF/, '')
      .replace(DIRECTION_ALL, '')
      .replace(/\r\n?/g, '\n')
      .replace(/[\u0085\u2028\u2029\v\f]/g, '\n')
      // One space each: clients cannot show them, and a briefing refuses them.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000E-\u001F\u007F]/g, ' ')
      .toWellFormed()
  );
}
