import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APISelectMenuOption,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import { truncate } from '@communique/shared/text';
import { BUTTON_LABEL, OPTION_TEXT, PLACEHOLDER, ROW_BUTTONS, SELECT_OPTIONS } from '../discord/limits.ts';
import type { ControlsPart, MessageBody, Part } from './message.ts';

/** Parts as one container; neighbouring texts share a text display, because components are counted. */
export function buildMessage(parts: readonly Part[], accent: number): MessageBody {
  const components: APIComponentInContainer[] = [];
  for (const part of parts) {
    // Discord takes no empty text.
    if (part.kind === 'text' && part.text.trim() === '') continue;
    const last = components.at(-1);
    if (part.kind === 'text' && last?.type === ComponentType.TextDisplay) {
      last.content += (part.spaced === true ? '\n\n' : '\n') + part.text;
    } else {
      components.push(component(part));
    }
  }
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, accent_color: accent, components }],
  };
}

function component(part: Part): APIComponentInContainer {
  switch (part.kind) {
    case 'text':
      return { type: ComponentType.TextDisplay, content: part.text };
    case 'card':
      return {
        type: ComponentType.Section,
        components: [{ type: ComponentType.TextDisplay, content: part.text }],
        accessory: part.button,
      };
    case 'controls':
      return { type: ComponentType.ActionRow, components: part.components };
    case 'divider':
      return { type: ComponentType.Separator };
  }
}

export function button(
  label: string,
  customId: string,
  options: { style?: APIButtonComponentWithCustomId['style']; disabled?: boolean } = {},
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: options.style ?? ButtonStyle.Secondary,
    label: truncate(label, BUTTON_LABEL),
    custom_id: customId,
    ...(options.disabled === true ? { disabled: true } : {}),
  };
}

/** Rows of at most five buttons; no row for no button. */
export function buttonRows(buttons: readonly APIButtonComponentWithCustomId[]): ControlsPart[] {
  // Discord refuses a message in which a custom id comes twice.
  const unique = [
    ...new Map(buttons.toReversed().map((each) => [each.custom_id, each])).values(),
  ].toReversed();
  const rows: ControlsPart[] = [];
  for (let start = 0; start < unique.length; start += ROW_BUTTONS) {
    rows.push({ kind: 'controls', components: unique.slice(start, start + ROW_BUTTONS) });
  }
  return rows;
}

export interface MenuLine {
  label: string;
  value: string;
  description?: string;
}

export function selectMenu(
  customId: string,
  placeholder: string,
  options: readonly MenuLine[],
): ControlsPart {
  const menu: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: truncate(placeholder, PLACEHOLDER),
    options: options.slice(0, SELECT_OPTIONS).map(selectOption),
  };
  return { kind: 'controls', components: [menu] };
}

function selectOption(option: MenuLine): APISelectMenuOption {
  return {
    label: truncate(option.label, OPTION_TEXT),
    value: option.value,
    ...(option.description === undefined ? {} : { description: truncate(option.description, OPTION_TEXT) }),
  };
}
