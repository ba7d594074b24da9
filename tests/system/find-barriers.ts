import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of WCAG 2, levels A and AA; what is mere good practice takes axe-core longer than those. */
const options = JSON.stringify({
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
});

/** What axe-core calls a serious or critical barrier on the page as it stands, each as one line. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(source);
  // The script above has just put `axe` into the page.
  const results = (await page.evaluate(`axe.run(document, ${options})`)) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary}`),
    );
}
