import { Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { addEditorCommand } from './editor.ts';
import { addExportCommand } from './export.ts';
import { addFeedCommand } from './feed.ts';
import { addImportCommand } from './import.ts';
import { addListCommand } from './list.ts';
import { addPublishCommand } from './publish.ts';
import { addRebuildCommand } from './rebuild.ts';
import { addTokenCommand } from './token.ts';

/** Every command there is. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('communique')
    .description('Brings articles in, publishes briefings, shows what there is, says who may change it.')
    .addHelpText('after', '\nDATABASE_URL names the database file (default: file:data/communique.db).')
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help to see what is possible)')
    .helpCommand(true);
  const commands = [
    addImportCommand,
    addPublishCommand,
    addListCommand,
    addExportCommand,
    addFeedCommand,
    addTokenCommand,
    addEditorCommand,
    addRebuildCommand,
  ];
  for (const addCommand of commands) addCommand(program, context);
  return program;
}
