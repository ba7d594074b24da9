/** THE list of commands: a new one is a file and a line here. */
import { briefing } from './briefing.ts';
import type { Command } from './command.ts';
import { digest } from './digest.ts';
import { faq } from './faq.ts';
import { questions } from './questions.ts';

export const commands: readonly Command[] = [briefing, faq, digest, questions];
