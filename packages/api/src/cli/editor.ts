import type { Command } from 'commander';
import { asc } from 'drizzle-orm';
import { addEditor, removeEditor } from '../access/change-editors.ts';
import { editors } from '../access/table.ts';
import { operator } from '../audit/actor.ts';
import type { CommandContext } from './command-context.ts';

export function addEditorCommand(program: Command, context: CommandContext): void {
  const act = () => ({ now: context.clock.now(), actor: operator });
  const editor = program.command('editor').description('people on Discord who edit the library');
  editor
    .command('add')
    .description('let somebody edit the library from Discord')
    .argument('<discord-user-id>', 'with Developer Mode on: right click the person, "Copy User ID"')
    .requiredOption('--name <name>', 'what their acts are signed with, in public')
    .action(async (userId: string, { name }: { name: string }) => {
      await context.withDatabase((db) => addEditor(db, { userId, name }, act()));
      context.print(`${name} (${userId}) edits the library.`);
    });
  editor
    .command('remove')
    .description('take that back')
    .argument('<discord-user-id>', 'as "list" shows it')
    .action(async (userId: string) => {
      await context.withDatabase((db) => removeEditor(db, userId, act()));
      context.print(`${userId} does not edit the library any more.`);
    });
  editor
    .command('list')
    .description('list them')
    .action(async () => {
      const rows = await context.withDatabase((db) =>
        db.orm
          .select()
          .from(editors)
          .orderBy(asc(editors.name))
          .then((found) => found),
      );
      if (rows.length === 0) context.print('Nobody edits the library from Discord.');
      for (const { userId, name } of rows) context.print(`${userId}  ${name}`);
    });
}
