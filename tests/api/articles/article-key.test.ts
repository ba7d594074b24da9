import { describe, expect, test } from 'vitest';
import { articleKey, keyOfPage } from '@communique/api/articles/article-key';

describe('the key of an address', () => {
  test.each([
    'https://strait.example/news/toll?id=7',
    'http://strait.example/news/toll?id=7',
    'https://www.strait.example/news/toll?id=7',
    'https://STRAIT.example:443/news/toll?id=7#comments',
    'http://strait.example:80/news/toll/?id=7',
    'https://strait.example/news/toll?utm_source=feed&id=7&fbclid=x',
    'https://strait.example/news/./toll?id=7&utm_medium=rss',
  ])('%s is one article', (address) => {
    expect(articleKey(address)).toBe('https://strait.example/news/toll?id=7');
  });

  test('the order of parameters does not matter', () => {
    expect(articleKey('https://strait.example/?b=2&a=1')).toBe(articleKey('https://strait.example/?a=1&b=2'));
  });

  test.each([
    ['https://strait.example/news/toll?id=8', 'another number'],
    ['https://strait.example/News/toll?id=7', 'a path knows capital letters'],
    ['https://strait.example:8443/news/toll?id=7', 'another port'],
    ['https://strait.example/news/toll', 'without what names it'],
  ])('%s is another: %s', (address) => {
    expect(articleKey(address)).not.toBe('https://strait.example/news/toll?id=7');
  });

  test.each(['ftp://strait.example/a', 'not an address', 'https://user:pass@strait.example/'])(
    '%s has none',
    (address) => {
      expect(articleKey(address)).toBeNull();
    },
  );
});

describe('a page that names its own address', () => {
  test('is believed about its own site', () => {
    expect(keyOfPage('https://strait.example/toll', 'https://m.strait.example/toll?amp=1')).toBe(
      'https://strait.example/toll',
    );
  });

  test('is not believed about another one', () => {
    expect(keyOfPage('https://strait.example/toll', 'https://copy.example/stolen')).toBe(
      'https://copy.example/stolen',
    );
  });

  test('in a file is taken at its word', () => {
    expect(keyOfPage('https://strait.example/toll', null)).toBe('https://strait.example/toll');
    expect(keyOfPage(null, null)).toBeNull();
  });
});
