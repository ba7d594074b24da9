import { ComponentType, type APISelectMenuComponent } from 'discord-api-types/payloads/v10';
import { html, type TemplateResult } from 'lit';
import { channelsFor, type Pickable } from '../commands/suggest-values.ts';
import type { MessageContext } from './message-context.ts';

export interface SelectItem {
  value: string;
  label: string;
  description?: string;
  emoji?: string;
}

export function renderSelect(menu: APISelectMenuComponent, context: MessageContext): TemplateResult {
  return html`<chat-select
    .items=${selectItems(menu, context.pickable)}
    .initial=${initialValues(menu)}
    .placeholder=${menu.placeholder ?? 'Make a selection'}
    .least=${menu.min_values ?? 1}
    .most=${menu.max_values ?? 1}
    .disabled=${menu.disabled === true}
    .busy=${context.busy.has(menu.custom_id)}
    @choose=${(event: CustomEvent<string[]>) => context.use(menu.custom_id, menu.type, event.detail)}
  ></chat-select>`;
}

export function selectItems(menu: APISelectMenuComponent, pickable: Pickable): SelectItem[] {
  switch (menu.type) {
    case ComponentType.StringSelect:
      return menu.options.map(({ value, label, description, emoji }) => ({
        value,
        label,
        ...(description === undefined ? {} : { description }),
        ...(emoji?.name === undefined || emoji.id !== undefined ? {} : { emoji: emoji.name }),
      }));
    case ComponentType.ChannelSelect:
      return channelsFor(menu.channel_types, pickable.channels).map(({ name, value }) => ({
        label: name,
        value: String(value),
      }));
    case ComponentType.UserSelect:
      return memberItems(pickable);
    case ComponentType.RoleSelect:
      return roleItems(pickable);
    case ComponentType.MentionableSelect:
      return [...memberItems(pickable), ...roleItems(pickable)];
  }
}

function memberItems({ members }: Pickable): SelectItem[] {
  return members.map(({ id, name, roleNames }) => ({
    value: id,
    label: name,
    description: roleNames.join(', ') || 'Member',
  }));
}

function roleItems({ roles }: Pickable): SelectItem[] {
  return roles.map(({ id, name }) => ({ value: id, label: `@${name}`, description: 'Role' }));
}

export function initialValues(menu: APISelectMenuComponent): string[] {
  if (menu.type === ComponentType.StringSelect) {
    return menu.options.filter((option) => option.default === true).map(({ value }) => value);
  }
  return (menu.default_values ?? []).map(({ id }) => id);
}
