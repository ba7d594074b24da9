import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, listFiles, readSource } from './source-files.ts';

const MAY_IMPORT: Record<string, readonly string[]> = {
  shared: [],
  api: ['shared'],
  bot: ['shared'],
  sandbox: ['shared'],
};

describe.each(Object.entries(MAY_IMPORT))('packages/%s', (name, allowed) => {
  const files = listFiles(`packages/${name}/src`);

  test('imports only the packages it may', () => {
    const foreign = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('@communique/'))
        .filter((specifier) => !allowed.includes(specifier.split('/')[1] ?? ''))
        .map((specifier) => `${file} imports ${specifier}`),
    );
    expect(foreign).toEqual([]);
  });

  test('never reaches out of its own folder by a relative path', () => {
    const outside = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .filter((specifier) => !normalize(join(dirname(file), specifier)).startsWith(`packages/${name}/`))
        .map((specifier) => `${file} imports ${specifier}`),
    );
    expect(outside).toEqual([]);
  });

  test('has one reader of the environment: its settings', () => {
    const readers = files.filter(
      (file) => readSource(file).includes('process.env') && !/\/(settings|main)\.ts$/.test(file),
    );
    expect(readers).toEqual([]);
  });

  test('exports by name only', () => {
    expect(files.filter((file) => /^export default/m.test(readSource(file)))).toEqual([]);
  });

  test('has no room for what has no name', () => {
    const vague = files.filter((file) =>
      /(^|[/-])(utils?|helpers?|misc|common|manager|service)(\.|\/|-)/.test(file),
    );
    expect(vague).toEqual([]);
  });
});

test('the translation to GraphQL of one feature knows nothing of another’s', () => {
  const features = listFiles('packages/api/src').filter((file) => file.endsWith('/graphql.ts'));
  const crossing = features.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => specifier.endsWith('/graphql.ts'))
      .map((specifier) => `${file} imports ${specifier}`),
  );
  expect(features.length).toBeGreaterThan(3);
  expect(crossing).toEqual([]);
});

test('rules know nothing of GraphQL', () => {
  const rules = listFiles('packages/api/src').filter(
    (file) => !/graphql|\/server\.ts$|\/main\.ts$|\/scripts\/|\/http\//.test(file),
  );
  const crossing = rules.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => /^(graphql|@pothos|graphql-yoga)/.test(specifier))
      .map((specifier) => `${file} imports ${specifier}`),
  );
  expect(crossing).toEqual([]);
});

test('messages of the bot are pure: they know neither Discord’s client nor the API’s', () => {
  const crossing = listFiles('packages/bot/src/messages').flatMap((file) =>
    importsOf(file)
      .filter(
        (specifier) =>
          specifier === 'discord.js' || specifier.startsWith('node:') || /api\/client/.test(specifier),
      )
      .map((specifier) => `${file} imports ${specifier}`),
  );
  expect(crossing).toEqual([]);
});
