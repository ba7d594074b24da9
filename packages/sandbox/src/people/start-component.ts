import { ButtonStyle, ComponentType, InteractionType } from 'discord-api-types/v10';
import type { APIMessageComponentInteractionData, ChannelType } from 'discord-api-types/v10';
import type { LiveInteraction } from '../world/interaction.ts';
import { describeMessage } from '../world/describe-message.ts';
import { findMessage, isThinking } from '../world/messages.ts';
import { startInteraction, type Actor } from '../world/start-interaction.ts';
import {
  customIdOf,
  isInteractive,
  isSelect,
  walkComponents,
  type InteractiveComponent,
  type SelectComponent,
} from '../world/walk-components.ts';
import type { World } from '../world/world.ts';
import { PeopleError } from './errors.ts';
import { findActor } from './find-actor.ts';
import type { ComponentUse } from './people.ts';
import { createResolver, type EntityKind, type Resolver } from './resolve-entities.ts';

/** A member presses a button or chooses in a menu. */
export function startComponent(world: World, use: ComponentUse): LiveInteraction {
  const actor = findActor(world, use);
  const stored = findMessage(world, actor.channel.id, use.messageId);
  const isForOthers = stored !== undefined && (stored.ephemeralFor ?? use.memberId) !== use.memberId;
  if (stored === undefined || isForOthers || isThinking(stored)) {
    throw new PeopleError(404, 'There is no such message in this channel.');
  }
  const component = openComponent(stored.message.components ?? [], use);
  return startInteraction(world, {
    actor,
    message: describeMessage(world, stored),
    act: {
      type: InteractionType.MessageComponent,
      data: componentData(world, actor, component, use),
    },
  });
}

function openComponent(
  components: Parameters<typeof walkComponents>[0],
  use: ComponentUse,
): InteractiveComponent {
  const found = walkComponents(components)
    .map(({ component }) => component)
    .find((component) => customIdOf(component) === use.customId);
  if (found === undefined || !isInteractive(found)) {
    throw new PeopleError(404, `The message has no component "${use.customId}".`);
  }
  if (use.componentType !== undefined && use.componentType !== found.type) {
    throw new PeopleError(400, `The component "${use.customId}" is of type ${found.type}.`);
  }
  if (found.disabled === true) throw new PeopleError(409, `The component "${use.customId}" is disabled.`);
  if (found.type === ComponentType.Button && found.style === ButtonStyle.Link) {
    throw new PeopleError(400, 'A link button only opens its address.');
  }
  return found;
}

function componentData(
  world: World,
  actor: Actor,
  component: InteractiveComponent,
  use: ComponentUse,
): APIMessageComponentInteractionData {
  const common = { custom_id: use.customId, id: component.id };
  if (!isSelect(component)) return { ...common, component_type: ComponentType.Button };
  const values = use.values ?? [];
  checkCount(component, values);
  if (component.type === ComponentType.StringSelect) {
    const known = new Set(component.options.map((option) => option.value));
    if (!values.every((value) => known.has(value))) {
      throw new PeopleError(400, 'That is not one of the options of the menu.');
    }
    return { ...common, component_type: ComponentType.StringSelect, values };
  }
  const resolver = createResolver(world, actor);
  for (const value of values) checkEntity(world, resolver, component, value);
  return {
    ...common,
    component_type: component.type,
    values,
    resolved: resolver.result() ?? {},
    // One of four kinds of menu, each with the resolved data of its own kind: checkEntity saw to it.
  } as APIMessageComponentInteractionData;
}

function checkCount(component: SelectComponent, values: readonly string[]): void {
  const { min_values: min = 1, max_values: max = 1 } = component;
  if (values.length < min || values.length > max || new Set(values).size !== values.length) {
    throw new PeopleError(400, min === max ? `Choose ${min}.` : `Choose from ${min} to ${max}.`);
  }
}

const ENTITIES = {
  [ComponentType.UserSelect]: 'user',
  [ComponentType.RoleSelect]: 'role',
  [ComponentType.MentionableSelect]: 'mentionable',
  [ComponentType.ChannelSelect]: 'channel',
} as const satisfies Record<number, EntityKind>;

function checkEntity(
  world: World,
  resolver: Resolver,
  component: Exclude<SelectComponent, { type: ComponentType.StringSelect }>,
  id: string,
): void {
  const kind = ENTITIES[component.type];
  if (!resolver.add(kind, id)) throw new PeopleError(400, `There is no such ${kind} on this server.`);
  if (component.type !== ComponentType.ChannelSelect) return;
  const type: ChannelType | undefined = world.channels.get(id)?.type;
  const allowed = component.channel_types ?? [];
  if (allowed.length > 0 && !allowed.some((candidate) => candidate === type)) {
    throw new PeopleError(400, 'The menu takes channels of another type.');
  }
}
