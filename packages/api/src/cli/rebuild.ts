import type { Command } from 'commander';
import { rebuildProjections } from '../briefings/rebuild-projections.ts';
import { rebuildEntries } from '../faq/rebuild-entries.ts';
import type { CommandContext } from './command-context.ts';

export function addRebuildCommand(program: Command, context: CommandContext): void {
  program
    .command('rebuild')
    .description(
      'make the search, topics, claims, events, corrections and FAQ names anew from what is published',
    )
    .action(async () => {
      const { briefings, skipped, entries } = await context.withDatabase(async (db) => ({
        ...(await rebuildProjections(db)),
        entries: await rebuildEntries(db),
      }));
      const changing = skipped === 0 ? '' : ` ${skipped} were changed meanwhile and are right already.`;
      context.print(`Rebuilt what is found of ${briefings} briefings and ${entries} FAQ entries.${changing}`);
    });
}
