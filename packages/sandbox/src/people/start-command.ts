import {
  ApplicationCommandType,
  InteractionContextType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type {
  APIApplicationCommand,
  APIApplicationCommandInteractionDataOption,
} from 'discord-api-types/v10';
import { commandsIn, mayUse } from '../world/commands.ts';
import type { LiveInteraction } from '../world/interaction.ts';
import { channelPermissions, guildPermissions, has } from '../world/permissions.ts';
import { describeMessage } from '../world/describe-message.ts';
import { findMessage, isPublic } from '../world/messages.ts';
import { startInteraction, type Act, type Actor } from '../world/start-interaction.ts';
import { displayName, findMember, type World } from '../world/world.ts';
import { checkOptions, commandWords, focusedOption, withNumbersAsText } from './check-options.ts';
import { PeopleError } from './errors.ts';
import { findActor, refuseArchived } from './find-actor.ts';
import type { RawCommand } from './people.ts';
import type { RawOption } from './protocol.ts';
import { createResolver } from './resolve-entities.ts';
import { receiveUploads, withStoredFiles } from './uploads.ts';

/** A member sends a slash command, or uses a command of the context menu on a message or a member. */
export function startCommand(world: World, raw: RawCommand): LiveInteraction {
  const actor = findActor(world, raw);
  const command = openCommand(world, actor, raw.commandId);
  const note = {
    memberName: displayName(world, actor.channel.guildId, actor.person.user.id),
    command: commandWords(command.name, raw.options),
  };
  if (command.type === ApplicationCommandType.ChatInput) {
    const uploads = receiveUploads(world, actor.channel.id, raw.attachments);
    const options = withStoredFiles(raw.options, uploads);
    const resolver = createResolver(world, actor, uploads);
    checkOptions({ world, resolver, typing: false }, command.options ?? [], options);
    const resolved = resolver.result();
    return startInteraction(world, {
      actor,
      note,
      act: {
        type: InteractionType.ApplicationCommand,
        data: {
          ...commandData(command),
          ...(options.length > 0 && {
            options: asSent<InteractionType.ApplicationCommand>(options),
          }),
          ...(resolved !== undefined && { resolved }),
        },
      },
    });
  }
  return startInteraction(world, { actor, note, act: useOnTarget(world, actor, command, raw) });
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
        options: asSent<InteractionType.ApplicationCommandAutocomplete>(withNumbersAsText(raw.options)),
        ...(resolved !== undefined && { resolved }),
      },
    },
  });
}

/** The commands a member may use, those of the context menus included: on the server, or in one of its channels. */
export function listCommands(
  world: World,
  guildId: string,
  viewer: { memberId: string; channelId?: string },
): APIApplicationCommand[] {
  if (findMember(world, guildId, world.bot.id) === undefined) return [];
  const permissions = viewerPermissions(world, guildId, viewer);
  if (!has(permissions, PermissionFlagsBits.UseApplicationCommands)) return [];
  return [...commandsIn(world, guildId), ...commandsIn(world, null)].filter((command) =>
    mayUse(command, permissions),
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
  const { channel, place, person } = actor;
  refuseArchived(channel);
  const isHere =
    place === null
      ? worksBetweenTwo(command)
      : (command?.guild_id ?? place.guild.id) === place.guild.id &&
        findMember(world, place.guild.id, world.bot.id) !== undefined;
  if (command === undefined || !isHere) {
    throw new PeopleError(404, 'There is no such command here.');
  }
  const permissions = channelPermissions(world, channel, person.user.id);
  const isAllowed = place === null || mayUse(command, permissions);
  if (!has(permissions, PermissionFlagsBits.UseApplicationCommands) || !isAllowed) {
    throw new PeopleError(403, `This member may not use /${command.name} here.`);
  }
  return command;
}

/** Commands of all servers work in direct messages, too, unless they say where they work. */
function worksBetweenTwo(command: APIApplicationCommand | undefined): boolean {
  if (command === undefined || command.guild_id !== undefined) return false;
  const contexts = command.contexts ?? null;
  return contexts === null || contexts.includes(InteractionContextType.BotDM);
}

/** https://docs.discord.com/developers/interactions/application-commands#user-commands */
function useOnTarget(world: World, actor: Actor, command: APIApplicationCommand, raw: RawCommand): Act {
  const targetId = raw.targetId ?? '';
  const common = {
    id: command.id,
    name: command.name,
    target_id: targetId,
    ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
  };
  if (command.type === ApplicationCommandType.User) {
    const resolver = createResolver(world, actor);
    if (!resolver.add('user', targetId)) throw new PeopleError(404, 'There is no such member here.');
    const resolved = { users: {}, ...resolver.result() };
    return {
      type: InteractionType.ApplicationCommand,
      data: { ...common, type: ApplicationCommandType.User, resolved },
    };
  }
  const stored = findMessage(world, actor.channel.id, targetId);
  if (command.type !== ApplicationCommandType.Message || stored === undefined || !isPublic(stored)) {
    throw new PeopleError(404, 'There is no such message in this channel.');
  }
  return {
    type: InteractionType.ApplicationCommand,
    data: {
      ...common,
      type: ApplicationCommandType.Message,
      resolved: { messages: { [targetId]: describeMessage(world, stored) } },
    },
  };
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
