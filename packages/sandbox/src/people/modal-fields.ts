import { ComponentType } from 'discord-api-types/v10';
import type { APIComponentInLabel } from 'discord-api-types/v10';
import { PeopleError } from './errors.ts';
import type { FieldValues } from './people.ts';
import type { Modal, SubmittedField, SubmittedModalComponent } from './protocol.ts';

/** Fills a modal in by the custom ids of its fields; what is left out stays empty. */
export function fillModal(modal: Modal, values: FieldValues): SubmittedModalComponent[] {
  const known = new Set(fieldsOf(modal).map((field) => field.custom_id));
  const unknown = Object.keys(values).find((name) => !known.has(name));
  if (unknown !== undefined) throw new PeopleError(400, `The modal has no field "${unknown}".`);
  return modal.components.map((component) => {
    switch (component.type) {
      case ComponentType.Label:
        return { type: component.type, component: fillField(component.component, values) };
      case ComponentType.ActionRow:
        return {
          type: component.type,
          components: component.components.map((field) => ({
            type: field.type,
            custom_id: field.custom_id,
            value: asText(values[field.custom_id] ?? field.value),
          })),
        };
      case ComponentType.TextDisplay:
        return { type: component.type };
    }
  });
}

/** Refuses what Discord's client would not send: other fields than the modal's, or values they do not take. */
export function checkSubmission(modal: Modal, components: readonly SubmittedModalComponent[]): void {
  const fields = fieldsOf(modal);
  const submitted = submittedFields(components);
  const matches =
    fields.length === submitted.length &&
    fields.every((field, index) => {
      const other = submitted[index];
      return other?.custom_id === field.custom_id && other.type === field.type;
    });
  if (!matches) throw new PeopleError(400, 'The fields are not those of the modal.');
  fields.forEach((field, index) => {
    const other = submitted[index];
    const problem = other === undefined ? null : fieldProblem(field, other);
    if (problem !== null) throw new PeopleError(400, `The field "${field.custom_id}" ${problem}.`);
  });
}

export function submittedFields(components: readonly SubmittedModalComponent[]): SubmittedField[] {
  return components.flatMap((component) => {
    if (component.type === ComponentType.Label) return [component.component];
    return component.type === ComponentType.ActionRow ? component.components : [];
  });
}

function fieldsOf(modal: Modal): APIComponentInLabel[] {
  return modal.components.flatMap((component): APIComponentInLabel[] => {
    if (component.type === ComponentType.Label) return [component.component];
    return component.type === ComponentType.ActionRow ? component.components : [];
  });
}

function fillField(field: APIComponentInLabel, values: FieldValues): SubmittedField {
  const { custom_id } = field;
  const value = values[custom_id];
  switch (field.type) {
    case ComponentType.TextInput:
      return { type: field.type, custom_id, value: asText(value ?? field.value) };
    case ComponentType.RadioGroup:
      return { type: field.type, custom_id, value: typeof value === 'string' ? value : null };
    case ComponentType.Checkbox:
      return { type: field.type, custom_id, value: value === true };
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
    case ComponentType.FileUpload:
    case ComponentType.CheckboxGroup:
      return { type: field.type, custom_id, values: Array.isArray(value) ? [...value] : [] };
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function fieldProblem(field: APIComponentInLabel, submitted: SubmittedField): string | null {
  if ('values' in submitted) return countProblem(field, submitted.values);
  if (field.type === ComponentType.TextInput && typeof submitted.value === 'string') {
    // 4000 characters; https://docs.discord.com/developers/components/reference#text-input
    const { min_length: min = 0, max_length: max = 4_000, required = true } = field;
    if (submitted.value === '') return required ? 'is required' : null;
    const { length } = submitted.value;
    return length >= min && length <= max ? null : `must have ${min} to ${max} characters`;
  }
  if (field.type === ComponentType.RadioGroup) {
    const { required = true } = field;
    if (submitted.value === null) return required ? 'is required' : null;
    return field.options.some((option) => option.value === submitted.value)
      ? null
      : 'must be one of its options';
  }
  return null;
}

function countProblem(field: APIComponentInLabel, values: readonly string[]): string | null {
  const required = !('required' in field) || field.required !== false;
  if (values.length === 0) return required && minOf(field) > 0 ? 'is required' : null;
  const max = maxOf(field);
  if (values.length < minOf(field) || values.length > max) return `takes ${minOf(field)} to ${max} values`;
  if (!('options' in field)) return null;
  const known = new Set<string>(field.options.map((option) => option.value));
  return values.every((value) => known.has(value)) ? null : 'must be one of its options';
}

/** All boxes of a group may be ticked unless it says otherwise; menus and files take one (resources/components). */
function maxOf(field: APIComponentInLabel): number {
  if (field.type === ComponentType.CheckboxGroup) return field.max_values ?? field.options.length;
  return 'max_values' in field ? (field.max_values ?? 1) : 1;
}

function minOf(field: APIComponentInLabel): number {
  return 'min_values' in field ? (field.min_values ?? 1) : 1;
}
