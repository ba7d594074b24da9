import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandResponseSchema,
  ApplicationCommandUpdateRequestSchema,
} from 'discord-api-spec/zod';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { array } from 'zod/mini';
import { COMMAND_LIST_RULES, COMMAND_RULES } from '../validation/command-rules.ts';
import { breakRules } from '../validation/problem.ts';
import {
  changeCommand,
  commandsIn,
  deleteCommand,
  replaceCommands,
  saveCommand,
  type CommandDraft,
  type Scope,
} from '../world/commands.ts';
import { InvalidFormError } from '../world/discord-error.ts';
import type { World } from '../world/world.ts';
import { openCommand, openGuild, requireOwnApplication } from './find-visible.ts';
import { bodyOf, route, type RestAnswer, type Route } from './route.ts';

const ALL = '/applications/{application_id}/commands';
const ONE = '/applications/{application_id}/commands/{command_id}';
const GUILD_ALL = '/applications/{application_id}/guilds/{guild_id}/commands';
const GUILD_ONE = '/applications/{application_id}/guilds/{guild_id}/commands/{command_id}';

const createBody = bodyOf<CommandDraft>(ApplicationCommandCreateRequestSchema, COMMAND_RULES);
const changeBody = bodyOf<Partial<CommandDraft>>(ApplicationCommandPatchRequestPartialSchema);
const replaceBody = bodyOf<CommandDraft[]>(array(ApplicationCommandUpdateRequestSchema));
const oneCommand = { 200: ApplicationCommandResponseSchema };
const manyCommands = { 200: array(ApplicationCommandResponseSchema) };
const authorization = 'bot';

/** The same acts for the commands of every server and for those of one. */
export const COMMAND_ROUTES: readonly Route[] = [
  ...([ALL, GUILD_ALL] as const).flatMap((path) => [
    route({
      method: 'GET',
      path,
      authorization,
      responses: manyCommands,
      handle: ({ world, params, query }) => list(world, scopeOf(world, params), query),
    }),
    route({
      method: 'PUT',
      path,
      authorization,
      request: replaceBody,
      responses: manyCommands,
      handle: ({ world, params, body }) => replace(world, scopeOf(world, params), body),
    }),
    route({
      method: 'POST',
      path,
      authorization,
      request: createBody,
      responses: { ...oneCommand, 201: ApplicationCommandResponseSchema },
      handle: ({ world, params, body }) => create(world, scopeOf(world, params), body),
    }),
  ]),
  ...([ONE, GUILD_ONE] as const).flatMap((path) => [
    route({
      method: 'GET',
      path,
      authorization,
      responses: oneCommand,
      handle: ({ world, params }) => ({ status: 200, body: openCommandOf(world, params) }),
    }),
    route({
      method: 'PATCH',
      path,
      authorization,
      request: changeBody,
      responses: oneCommand,
      handle: ({ world, params, body }) => change(world, openCommandOf(world, params), body),
    }),
    route({
      method: 'DELETE',
      path,
      authorization,
      responses: { 204: null },
      handle({ world, params }) {
        deleteCommand(world, openCommandOf(world, params));
        return { status: 204 };
      },
    }),
  ]),
];

interface CommandParams {
  application_id: string;
  command_id: string;
  guild_id?: string;
}

function openCommandOf(world: World, params: CommandParams): APIApplicationCommand {
  return openCommand(world, params.command_id, scopeOf(world, params));
}

function scopeOf(world: World, params: { application_id: string; guild_id?: string }): Scope {
  requireOwnApplication(world, params.application_id);
  return params.guild_id === undefined ? null : openGuild(world, params.guild_id).id;
}

/** Lists leave localisations out unless they are asked for. */
function list(world: World, scope: Scope, query: URLSearchParams): RestAnswer {
  const commands = commandsIn(world, scope);
  const full = query.get('with_localizations') === 'true';
  return { status: 200, body: full ? commands : commands.map(withoutLocalizations) };
}

function withoutLocalizations(command: APIApplicationCommand): APIApplicationCommand {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest;
}

function create(world: World, scope: Scope, draft: CommandDraft): RestAnswer {
  const before = new Set(world.commands.keys());
  const command = saveCommand(world, scope, draft);
  return { status: before.has(command.id) ? 200 : 201, body: command };
}

/** A mistake is reported under the index of its command. */
function replace(world: World, scope: Scope, drafts: readonly CommandDraft[]): RestAnswer {
  const broken = drafts.flatMap((draft, index) =>
    breakRules(COMMAND_RULES, draft).map((rule) => ({
      ...rule,
      problems: rule.problems.map((one) => ({ ...one, path: [index, ...one.path] })),
    })),
  );
  const together = [...broken, ...breakRules(COMMAND_LIST_RULES, drafts)];
  if (together.length > 0) throw new InvalidFormError(together);
  return { status: 200, body: replaceCommands(world, scope, drafts) };
}

function change(world: World, command: APIApplicationCommand, changes: Partial<CommandDraft>): RestAnswer {
  const broken = breakRules(COMMAND_RULES, { ...command, ...changes, type: command.type });
  if (broken.length > 0) throw new InvalidFormError(broken);
  return { status: 200, body: changeCommand(world, command, changes) };
}
