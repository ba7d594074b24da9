import { compilePattern } from '@communique/api/import/text/compile-pattern';
import { describe, expect, test } from 'vitest';

/** Every character in use up to U+FFFF. */
const CHARACTERS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
  (character) => !/[\p{Cn}\p{Cs}]/u.test(character),
);

describe('a pattern with its classes spelled out', () => {
  test.each(['L', 'Lu', 'Ll', 'Lo', 'N', 'M', 'Script=Han'])(
    'matches the characters of \\p{%s} and no others',
    (name) => {
      const written = new RegExp(`^\\p{${name}}$`, 'u');
      const compiled = compilePattern(written);
      expect(CHARACTERS.filter((each) => compiled.test(each) !== written.test(each))).toEqual([]);
    },
  );

  test.each([
    [/(?<!\p{L})said(?!\p{L})/giu, 'He SAID: unsaid, said, saïd.'],
    [/[^\p{L}\p{N}]+/gu, '“Größe” 3 – 5, Москва!'],
    [/\P{L}+$/u, 'Ende …'],
    [/[\P{L}x]+/gu, 'ab xx 12 ü'],
    [/\[\p{Lu}\]/gu, '[A] [a] [Ж]'],
    [/^\p{Lu}/iu, 'ä'],
    [/(?<name>\p{Lu}\p{Ll}+)\s\k<name>/u, 'Anna Anna'],
  ])('%s finds what it found', (pattern, text) => {
    expect(text.match(compilePattern(pattern))).toEqual(text.match(pattern));
  });

  test('takes flags for a pattern that is a text, as the constructor does', () => {
    expect('aÄb'.match(compilePattern('\\p{Lu}', 'gu'))).toEqual(['Ä']);
  });

  test('takes rare Chinese characters for letters, and emoji for none', () => {
    const letter = compilePattern(/^\p{L}$/u);
    expect(['𠮷', '𝐀', '😀', '🇺'].map((each) => letter.test(each))).toEqual([true, true, false, false]);
  });
});
