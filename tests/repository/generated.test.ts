import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOT } from './source-files.ts';

const bot = join(ROOT, 'packages/bot');

// schema.graphql and the migrations have their tests beside what makes them: tests/api/graphql and tests/api/database.
test('the bot’s operations are what the schema makes of them: run "pnpm generate:operations" when they are not', async () => {
  const codegen = promisify(execFile)(
    join(bot, 'node_modules/.bin/graphql-codegen'),
    ['--config', 'codegen.ts', '--check'],
    { cwd: bot },
  );
  await expect(codegen).resolves.toBeDefined();
});
