/** The command line as a program. What it consists of is read only after what makes reading it fast. */
import { existsSync } from 'node:fs';
import '../start-fast.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const { runProgram } = await import('./run-program.ts');
await runProgram(process.env);
