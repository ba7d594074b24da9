/** The command line as a program. What it consists of is read only after what makes reading it fast. */
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import '../start-fast.ts';

// Garbage is collected when the heap has grown by half: ten thousand articles need little more memory than a hundred, and no more time.
setFlagsFromString('--heap-growing-percent=50');

if (existsSync('.env')) process.loadEnvFile('.env');

const { runProgram } = await import('./run-program.ts');
await runProgram(process.env);
