import { defineConfig } from 'vitest/config';

// `unit` runs from npm packages alone; `system` needs Debian's Chromium.
// Without the condition "development", which Vite adds: by it our code would get another copy of graphql than the packages it uses.
const ssr = { resolve: { conditions: ['module', 'node'] } };

export default defineConfig({
  test: {
    projects: [
      {
        ssr,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/system/**', '**/node_modules/**'],
          testTimeout: 20_000,
        },
      },
      {
        ssr,
        test: {
          name: 'system',
          include: ['tests/system/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // As long as other waits for the page: a machine that does much else is slow, not wrong.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
