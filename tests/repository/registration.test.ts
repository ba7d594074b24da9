import { expect, test } from 'vitest';
import { importsOf, listFiles, readSource } from './source-files.ts';

test('every graphql.ts of a feature is part of the schema', () => {
  const registered = importsOf('packages/api/src/graphql/schema.ts').join('\n');
  const features = listFiles('packages/api/src').filter((file) => file.endsWith('/graphql.ts'));
  const missing = features.filter((file) => !registered.includes(file.replace('packages/api/src/', '../')));
  expect(missing).toEqual([]);
});

test('every table is part of the database', () => {
  const registered = readSource('packages/api/src/database/tables.ts');
  const tables = listFiles('packages/api/src').filter((file) =>
    /\/table\.ts$|\/database\/[a-z-]+-table\.ts$/.test(file),
  );
  const missing = tables.filter(
    (file) =>
      !registered.includes(
        file
          .split('/')
          .slice(-2)
          .join('/')
          .replace(/^database\//, './'),
      ),
  );
  expect(tables.length).toBeGreaterThan(3);
  expect(missing).toEqual([]);
});

test('every command of the bot is on the list', () => {
  const listed = importsOf('packages/bot/src/commands/index.ts');
  const commands = listFiles('packages/bot/src/commands').filter((file) =>
    /commands\/(?!command\.|index\.)[^/]+\.ts$/.test(file),
  );
  const missing = commands.filter((file) => !listed.includes(`./${file.split('/').at(-1)}`));
  expect(commands.length).toBeGreaterThanOrEqual(3);
  expect(missing).toEqual([]);
});

test('every dependency has one exact version', () => {
  const manifests = [
    'package.json',
    ...listFiles('packages', 'package.json'),
    'tests/package.json',
    'bench/package.json',
  ];
  const loose = manifests.flatMap((path) => {
    const manifest: Record<string, Record<string, string> | undefined> = JSON.parse(readSource(path));
    const versions = {
      ...manifest['dependencies'],
      ...manifest['devDependencies'],
      ...manifest['optionalDependencies'],
    };
    return Object.entries(versions)
      .filter(([, version]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|catalog:|workspace:\*)$/.test(version))
      .map(([name, version]) => `${path}: ${name} ${version}`);
  });
  expect(loose).toEqual([]);
});
