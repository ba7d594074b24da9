/** The sandbox's judgement over message bodies: written from Discord's documentation, independent of the bot's own counting. */
import { breakRules, describeProblem } from '@communique/sandbox/validation/problem';
import { NEW_MESSAGE_RULES } from '@communique/sandbox/validation/message-rules';
import { walkComponents } from '@communique/sandbox/world/walk-components';
import { ComponentType, type APIMessageTopLevelComponent } from 'discord-api-types/v10';

export interface Body {
  flags: number;
  components: APIMessageTopLevelComponent[];
}

/** What Discord would refuse; empty for a good message. */
export function messageProblems(body: Body): string[] {
  const broken = breakRules(NEW_MESSAGE_RULES, body).flatMap(({ rule, problems }) =>
    problems.map((problem) => `${rule}: ${describeProblem(problem)}`),
  );
  return [...broken, ...lengthProblems(body)];
}

// What Discord's published specification says about lengths.
function lengthProblems(body: Body): string[] {
  const problems: string[] = [];
  const check = (what: string, text: string, max: number, min = 1): void => {
    if (text.length < min || text.length > max) problems.push(`${what} of ${text.length}: "${text}"`);
  };
  for (const { component } of walkComponents(body.components)) {
    if (component.type === ComponentType.TextDisplay) check('text', component.content, 4_000);
    if (component.type === ComponentType.Button && 'custom_id' in component) {
      check('custom id', component.custom_id, 100);
      check('button label', component.label ?? '', 80);
    }
    if (component.type === ComponentType.ActionRow && component.components.length > 5)
      problems.push('more than five in a row');
    if (component.type !== ComponentType.StringSelect) continue;
    check('custom id', component.custom_id, 100);
    if (component.options.length < 1 || component.options.length > 25) problems.push('options');
    for (const { label, value, description } of component.options) {
      check('label', label, 100);
      check('value', value, 100);
      check('description', description ?? '', 100, 0);
    }
  }
  return problems;
}

/** All text of a message, in reading order. */
export function textOf(body: { components?: unknown[] }): string {
  return texts(body.components ?? []).join('\n');
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'content' in value && typeof value.content === 'string' ? [value.content] : [];
  const inner = 'components' in value ? texts(value.components) : [];
  return [...own, ...inner];
}

export interface Control {
  label: string;
  customId: string;
  options: { label: string; value: string }[];
}

/** Buttons and menus of a message, in reading order; a menu's label is its placeholder. */
export function controlsOf(body: { components?: APIMessageTopLevelComponent[] }): Control[] {
  return [...walkComponents(body.components ?? [])].flatMap(({ component }) => {
    if (component.type === ComponentType.Button && 'custom_id' in component)
      return [{ label: component.label ?? '', customId: component.custom_id, options: [] }];
    if (component.type === ComponentType.StringSelect)
      return [
        { label: component.placeholder ?? '', customId: component.custom_id, options: component.options },
      ];
    return [];
  });
}

export function labelsOf(body: { components?: APIMessageTopLevelComponent[] }): string[] {
  return controlsOf(body).map(({ label }) => label);
}
