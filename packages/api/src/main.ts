/** The API as a program. What it consists of is read only after what makes reading it fast. */
import './start-fast.ts';

const { run } = await import('./run.ts');
await run(process.env);
