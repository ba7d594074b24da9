import { describe, expect, test } from 'vitest';
import { EnvironmentError, readEnvironment } from '@communique/shared/environment';

function mistakesOf(read: () => void): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof EnvironmentError) return error.mistakes;
    throw error;
  }
  return [];
}

describe('reading the environment', () => {
  test('gives typed values', () => {
    const reader = readEnvironment({
      PORT: '4000',
      HOST: ' 127.0.0.1 ',
      LOAD: 'Yes',
      QUIET: 'off',
      OFFSET: '5',
    });
    expect(reader.port('PORT', 1)).toBe(4000);
    expect(reader.text('HOST', 'localhost')).toBe('127.0.0.1');
    expect(reader.flag('LOAD', false)).toBe(true);
    expect(reader.flag('QUIET', true)).toBe(false);
    expect(reader.integer('OFFSET', 0, { min: 0, max: 10 })).toBe(5);
    expect(() => reader.finish()).not.toThrow();
  });

  test('falls back where a value is missing or blank', () => {
    const reader = readEnvironment({ PORT: '  ', HOST: '' });
    expect(reader.port('PORT', 4000)).toBe(4000);
    expect(reader.text('HOST', 'localhost')).toBe('localhost');
    expect(reader.optionalText('HOST')).toBeUndefined();
    expect(reader.optionalText('NOWHERE')).toBeUndefined();
    expect(reader.flag('LOAD', true)).toBe(true);
    expect(reader.integer('OFFSET', 7, { min: 0, max: 10 })).toBe(7);
  });

  test('names every mistake at once', () => {
    const reader = readEnvironment({ PORT: '99999', LOAD: 'maybe', OFFSET: '-1' });
    reader.port('PORT', 1);
    reader.flag('LOAD', false);
    reader.integer('OFFSET', 0, { min: 0, max: 10 });
    reader.requiredText('TOKEN', 'the token of the bot');
    expect(mistakesOf(() => reader.finish())).toEqual([
      'PORT must be a whole number from 0 to 65535, not "99999"',
      'LOAD must be true or false, not "maybe"',
      'OFFSET must be a whole number from 0 to 10, not "-1"',
      'TOKEN is missing: the token of the bot',
    ]);
  });

  test('says all mistakes in the message, one a line', () => {
    const reader = readEnvironment({ PORT: 'x' });
    reader.port('PORT', 1);
    reader.requiredText('TOKEN', 'the token of the bot');
    expect(() => reader.finish()).toThrow(
      'The settings need attention:\n  - PORT must be a whole number from 0 to 65535, not "x"\n  - TOKEN is missing: the token of the bot',
    );
  });

  test.each(['65536', '-1', '1e3', '0x50', '4000.5', 'http', '４０００', '99999999999999999999999'])(
    '%s is not a port',
    (text) => {
      const reader = readEnvironment({ PORT: text });
      expect(reader.port('PORT', 4000)).toBe(4000);
      expect(mistakesOf(() => reader.finish())).toHaveLength(1);
    },
  );

  test('0 is a port: the system chooses', () => {
    expect(readEnvironment({ PORT: '0' }).port('PORT', 4000)).toBe(0);
  });
});
