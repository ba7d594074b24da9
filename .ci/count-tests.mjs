// Adds up vitest's JSON reports and prints "N passed, N failed, N skipped" as the last line.
// A missing report, no test at all, and a step that failed without a failed test are failures too.
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
let skipped = 0;
const [failedSteps, ...reports] = process.argv.slice(2);
for (const path of reports) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    passed += report.numPassedTests;
    skipped += report.numPendingTests;
    failed += report.numFailedTests + report.testResults.filter(brokenBeforeItsTests).length;
  } catch {
    // No report: the runner itself did not come to its end.
    failed += 1;
  }
}
if (failed === 0) failed = Number(failedSteps);
if (failed === 0 && passed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
if (failed > 0) process.exitCode = 1;

function brokenBeforeItsTests(file) {
  return file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed');
}
