// Adds up vitest's JSON reports and prints "N passed, N failed"; a missing report or no test at all is a failure.
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (const path of process.argv.slice(2)) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    passed += report.numPassedTests;
    failed += report.numFailedTests + report.testResults.filter(brokenBeforeItsTests).length;
  } catch {
    // No report: the runner itself did not come to its end.
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;

function brokenBeforeItsTests(file) {
  return file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed');
}
