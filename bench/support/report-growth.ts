/** Loaded before a program that is measured (`--import`): notes its memory while it runs, and at the end what it used. */
import { writeFileSync } from 'node:fs';

const sizes: number[] = [];
const began = performance.now();
setInterval(() => sizes.push(process.memoryUsage.rss()), 250).unref();

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const use = { seconds: (performance.now() - began) / 1_000, cpuSeconds: (user + system) / 1e6, sizes };
  const file = process.env['REPORT_GROWTH_TO'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(use));
});
