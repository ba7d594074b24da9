import {
  ApplicationCommandOptionType,
  ChannelType,
  type APIApplicationCommandBasicOption,
} from 'discord-api-types/payloads/v10';
import type { SandboxChannel, SandboxMember, SandboxRole } from '../../people/protocol.ts';
import type { DraftChoice } from './command-draft.ts';

export interface Pickable {
  channels: readonly SandboxChannel[];
  members: readonly SandboxMember[];
  roles: readonly SandboxRole[];
}

export const nothingPickable: Pickable = { channels: [], members: [], roles: [] };

// Discord never shows more in one list (Application Command Option Choice).
const longestList = 25;

/** The values the page itself can offer for an option, those matching what was typed. */
export function suggestValues(
  option: APIApplicationCommandBasicOption,
  typed: string,
  pickable: Pickable,
): DraftChoice[] {
  const wanted = typed.trim().toLowerCase().replace(/^[#@]/, '');
  return allValues(option, pickable)
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, longestList);
}

/** Every value the page itself can offer for an option. */
export function allValues(option: APIApplicationCommandBasicOption, pickable: Pickable): DraftChoice[] {
  switch (option.type) {
    case ApplicationCommandOptionType.Boolean:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case ApplicationCommandOptionType.Channel:
      return channelsFor(option.channel_types, pickable.channels);
    case ApplicationCommandOptionType.User:
      return pickable.members.map(atName);
    case ApplicationCommandOptionType.Role:
      return pickable.roles.map(atName);
    case ApplicationCommandOptionType.Mentionable:
      return [...pickable.members, ...pickable.roles].map(atName);
    case ApplicationCommandOptionType.String:
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return (option.choices ?? []).map(({ name, value }) => ({ name, value }));
    case ApplicationCommandOptionType.Attachment:
      return [];
  }
}

function atName({ id, name }: { id: string; name: string }): DraftChoice {
  return { name: `@${name}`, value: id };
}

export function channelsFor(
  types: readonly ChannelType[] | undefined,
  channels: readonly SandboxChannel[],
): DraftChoice[] {
  const isAny = types === undefined || types.length === 0;
  return channels
    .filter(({ type }) => isAny || types.includes(type))
    .map(({ id, name, type }) => ({
      name: type === ChannelType.GuildCategory ? name : `#${name}`,
      value: id,
    }));
}
