/** Says what is missing before the system tests fail one by one. */
import { existsSync } from 'node:fs';

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
if (!existsSync(chromium)) {
  console.error(
    `The system tests need Chromium, and there is none at ${chromium}.\n` +
      'On Debian or Ubuntu: sudo apt-get install chromium. Elsewhere set CHROMIUM to the path of a Chromium or Chrome.\n' +
      'Everything that runs without it is in: npx -y pnpm@12 test',
  );
  process.exitCode = 1;
}
