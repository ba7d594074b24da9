import { ApplicationCommandType, InteractionType, PermissionFlagsBits } from 'discord-api-types/v10';
import type {
  APIApplicationCommand,
  APIApplicationCommandInteractionDataOption,
} from 'discord-api-types/v10';
import { commandsIn, mayUse } from '../world/commands.ts';
import type { LiveInteraction } from '../world/interaction.ts';
import { channelPermissions, guildPermissions, has } from '../world/permissions.ts';
import { startInteraction, type Actor } from '../world/start-interaction.ts';
import { displayName, findMember, type World } from '../world/world.ts';
import { checkOptions, commandWords, focusedOption } from './check-options.ts';
import { PeopleError } from './errors.ts';
import { findActor } from './find-actor.ts';
import type { RawCommand } from './people.ts';
import type { RawOption } from './protocol.ts';
import { createResolver } from './resolve-entities.ts';

/** A member sends a slash command. */
export function startCommand(world: World, raw: RawCommand): LiveInteraction {
  const actor = findActor(world, raw);
  const command = openCommand(world, actor, raw.commandId);
  const resolver = createResolver(world, actor);
  checkOptions({ world, resolver, typing: false }, command.options ?? [], raw.options);
  const resolved = resolver.result();
  return startInteraction(world, {
    actor,
    note: {
      memberName: displayName(world, actor.guild.id, actor.person.user.id),
      command: commandWords(command.name, raw.options),
    },
    act: {
      type: InteractionType.ApplicationCommand,
      data: {
        ...commandData(command),
        ...(raw.options.length > 0 && {
          options: asSent<InteractionType.ApplicationCommand>(raw.options),
        }),
        ...(resolved !== undefined && { resolved }),
      },
    },
  });
}

/** A member types in an option that has autocomplete. */
export function startAutocomplete(world: World, raw: RawCommand): LiveInteraction {
  const actor = findActor(world, raw);
  const command = openCommand(world, actor, raw.commandId);
  if (focusedOption(raw.options) === undefined) {
    throw new PeopleError(400, 'One option must have focused: true.');
  }
  const resolver = createResolver(world, actor);
  checkOptions({ world, resolver, typing: true }, command.options ?? [], raw.options);
  const resolved = resolver.result();
  return startInteraction(world, {
    actor,
    act: {
      type: InteractionType.ApplicationCommandAutocomplete,
      data: {
        ...commandData(command),
        options: asSent<InteractionType.ApplicationCommandAutocomplete>(raw.options),
        ...(resolved !== undefined && { resolved }),
      },
    },
  });
}

/** The slash commands a member may use: on the server, or in one of its channels. */
export function listCommands(
  world: World,
  guildId: string,
  viewer: { memberId: string; channelId?: string },
): APIApplicationCommand[] {
  const permissions = viewerPermissions(world, guildId, viewer);
  if (!has(permissions, PermissionFlagsBits.UseApplicationCommands)) return [];
  return [...commandsIn(world, guildId), ...commandsIn(world, null)].filter(
    (command) => command.type === ApplicationCommandType.ChatInput && mayUse(command, permissions),
  );
}

function viewerPermissions(
  world: World,
  guildId: string,
  viewer: { memberId: string; channelId?: string },
): bigint {
  if (viewer.channelId !== undefined) {
    const { channel } = findActor(world, { memberId: viewer.memberId, channelId: viewer.channelId });
    return channelPermissions(world, channel, viewer.memberId);
  }
  const guild = world.guilds.get(guildId);
  const member = findMember(world, guildId, viewer.memberId);
  if (guild === undefined || member === undefined) {
    throw new PeopleError(404, 'There is no such member on this server.');
  }
  return guildPermissions(guild, member);
}

function openCommand(world: World, actor: Actor, commandId: string): APIApplicationCommand {
  const command = world.commands.get(commandId);
  if (command === undefined || (command.guild_id ?? actor.guild.id) !== actor.guild.id) {
    throw new PeopleError(404, 'There is no such command on this server.');
  }
  const permissions = channelPermissions(world, actor.channel, actor.person.user.id);
  if (!has(permissions, PermissionFlagsBits.UseApplicationCommands) || !mayUse(command, permissions)) {
    throw new PeopleError(403, `This member may not use /${command.name} here.`);
  }
  return command;
}

function commandData(command: APIApplicationCommand) {
  return {
    id: command.id,
    name: command.name,
    type: ApplicationCommandType.ChatInput as const,
    ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
  };
}

/** `checkOptions` has compared every option with the command's definition, which the types cannot see. */
function asSent<Type extends InteractionType>(
  options: readonly RawOption[],
): APIApplicationCommandInteractionDataOption<Type>[] {
  return options as APIApplicationCommandInteractionDataOption<Type>[];
}
