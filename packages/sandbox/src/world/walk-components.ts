import { ComponentType } from 'discord-api-types/v10';
import type { APIComponentInMessageActionRow, APIMessageComponent } from 'discord-api-types/v10';

export interface PlacedComponent {
  component: APIMessageComponent;
  /** Where it stands in the body, as in Discord's error trees. */
  path: (string | number)[];
  depth: number;
}

/** Every component of a message, nested ones after the one that holds them: the order in which Discord numbers them. */
export function walkComponents(
  components: readonly APIMessageComponent[],
  path: (string | number)[] = ['components'],
  depth = 0,
): PlacedComponent[] {
  return components.flatMap((component, index) => {
    const place = [...path, index];
    return [
      { component, path: place, depth },
      ...walkComponents(childrenOf(component), [...place, 'components'], depth + 1),
      ...accessoryOf(component, place, depth + 1),
    ];
  });
}

export type InteractiveComponent = Extract<APIMessageComponent, APIComponentInMessageActionRow>;

/** Buttons and select menus: what a member can use. */
export function isInteractive(component: APIMessageComponent): component is InteractiveComponent {
  return component.type === ComponentType.Button || isSelect(component);
}

export type SelectComponent = Exclude<InteractiveComponent, { type: ComponentType.Button }>;

export function isSelect(component: APIMessageComponent): component is SelectComponent {
  return (
    component.type === ComponentType.StringSelect ||
    component.type === ComponentType.UserSelect ||
    component.type === ComponentType.RoleSelect ||
    component.type === ComponentType.MentionableSelect ||
    component.type === ComponentType.ChannelSelect
  );
}

/** Link and premium buttons have none. */
export function customIdOf(component: APIMessageComponent): string | null {
  return isInteractive(component) && 'custom_id' in component ? component.custom_id : null;
}

function childrenOf(component: APIMessageComponent): readonly APIMessageComponent[] {
  const { type } = component;
  return type === ComponentType.ActionRow ||
    type === ComponentType.Section ||
    type === ComponentType.Container
    ? component.components
    : [];
}

function accessoryOf(
  component: APIMessageComponent,
  path: (string | number)[],
  depth: number,
): PlacedComponent[] {
  if (component.type !== ComponentType.Section) return [];
  return [{ component: component.accessory, path: [...path, 'accessory'], depth }];
}
