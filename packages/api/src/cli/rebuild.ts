import type { Command } from 'commander';
import { rebuildProjections } from '../briefings/rebuild-projections.ts';
import type { CommandContext } from './command-context.ts';

export function addRebuildCommand(program: Command, context: CommandContext): void {
  program
    .command('rebuild')
    .description('make the search, topics, claims, events and corrections anew from the published revisions')
    .action(async () => {
      const { briefings, skipped } = await context.withDatabase(rebuildProjections);
      const changing = skipped === 0 ? '' : ` ${skipped} were changed meanwhile and are right already.`;
      context.print(`Rebuilt what is found of ${briefings} briefings.${changing}`);
    });
}
