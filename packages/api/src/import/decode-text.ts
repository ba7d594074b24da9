import { BinaryDocumentError, EmptyDocumentError, UndecodableDocumentError } from './errors.ts';
import { DIRECTION_ALL } from './invisible-characters.ts';
import { nameBinary } from './name-binary.ts';

/**
 * Bytes → text with line feeds only, no byte order mark, no control characters and none that turn the letters around them.
 * UTF-8 unless a byte order mark or the pattern of zero bytes says UTF-16, or the bytes can only be Windows-1252 or -1251.
 */
export function decodeText(bytes: Uint8Array, path: string, charset: string | null = null): string {
  if (bytes.length === 0) throw new EmptyDocumentError(path);
  const binary = nameBinary(bytes);
  if (binary !== null) throw new BinaryDocumentError(path, binary);
  const encoding = guessEncoding(bytes);
  if (encoding === 'utf-8' && looksBinary(bytes)) throw new BinaryDocumentError(path);
  const text =
    encoding === 'utf-8'
      ? decodeBytes(bytes, path, charset ?? declaredCharset(bytes))
      : decodeUtf16(bytes, encoding, path);
  const tidy = tidyCharacters(text);
  if (!/[\p{L}\p{N}]/u.test(tidy)) throw new EmptyDocumentError(path);
  return tidy;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const SAMPLE = 4_096;

function guessEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: zeros stand where the upper halves of spaces and Latin letters are, and nearly nowhere else.
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > even * 12 && isTextIn('utf-16le', sample, odd)) return 'utf-16le';
  if (even > odd * 12 && isTextIn('utf-16be', sample, even)) return 'utf-16be';
  return 'utf-8';
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
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (isControl(byte)) controls += 1;
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

/** What was said about the encoding counts only where the bytes are not UTF-8, which nothing is by chance. */
function decodeBytes(bytes: Uint8Array, path: string, charset: string | null): string {
  for (const encoding of ['utf-8', charset]) {
    if (encoding === null) continue;
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one, or one that nobody knows.
    }
  }
  return decodeDamaged(bytes, charset) ?? decodeWindows(bytes, path);
}

const REPLACEMENT = /\uFFFD/g;

/** A few bytes went wrong on the way, or the file was cut within a letter: the rest still says what it is. */
function decodeDamaged(bytes: Uint8Array, charset: string | null): string | null {
  for (const encoding of ['utf-8', charset]) {
    if (encoding === null) continue;
    try {
      const text = new TextDecoder(encoding).decode(bytes);
      const lost = countMatches(text, REPLACEMENT);
      if (countMatches(text, BEYOND_ASCII) - lost >= lost * 3) return text;
    } catch {
      // An encoding that nobody knows.
    }
  }
  return null;
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

// Letters and typographic signs a Western text has beside ASCII, where Windows-1252 puts them.
const WESTERN = /[À-ÿŒœŠšŽžŸ‘’‚“”„‹›–—…•·€«»¿¡°§£©®™ºª ]/u;
const CYRILLIC = /[А-Яа-яЁё«»№–—“”„…’ ]/u;

/**
 * Not UTF-8: in a text of the Windows encodings nearly every byte above ASCII is a letter or a quotation mark.
 * Cyrillic letters come in runs (whole words), accented Western ones stand among ASCII letters.
 */
function decodeWindows(bytes: Uint8Array, path: string): string {
  const western = new TextDecoder('windows-1252').decode(bytes);
  const cyrillic = new TextDecoder('windows-1251').decode(bytes);
  const high = countMatches(western, BEYOND_ASCII);
  const runs = countMatches(cyrillic, /[А-Яа-яЁё]{3,}/gu);
  const koi8 = new TextDecoder('koi8-r').decode(bytes);
  if (countMatches(koi8, /[А-Яа-яЁё]{3,}/gu) * 8 > high && isMoreRussian(koi8, cyrillic)) return koi8;
  if (runs * 8 > high && share(cyrillic, CYRILLIC) > 0.9) return cyrillic;
  if (share(western, WESTERN) > 0.9) return western;
  throw new UndecodableDocumentError(
    path,
    'its encoding is not UTF-8, UTF-16, Windows-1252, Windows-1251 or KOI8-R',
  );
}

/** Both encodings put letters in the same places, but not the same ones: half of all Russian letters are of these eight. */
function isMoreRussian(text: string, other: string): boolean {
  const usual = (each: string): number =>
    countMatches(each, /[оеаинтср]/giu) / Math.max(1, countMatches(each, /[а-яё]/giu));
  return usual(text) > 0.5 && usual(text) > usual(other) + 0.1 && share(text, CYRILLIC) > 0.9;
}

const BEYOND_ASCII = /[^\p{ASCII}]/gu;

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _match of text.matchAll(pattern)) count += 1;
  return count;
}

/** How much of what is beyond ASCII is what such a text would hold. */
function share(text: string, expected: RegExp): number {
  let all = 0;
  let known = 0;
  for (const [character] of text.matchAll(BEYOND_ASCII)) {
    all += 1;
    if (expected.test(character)) known += 1;
  }
  return all === 0 ? 1 : known / all;
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
