import {
  ComponentType,
  type APIComponentInLabel,
  type APITextInputComponent,
} from 'discord-api-types/payloads/v10';
import type { Modal, SubmittedField, SubmittedModalComponent } from '../../people/protocol.ts';
import { initialValues } from '../message/render-select.ts';

/** What is entered in a modal, by custom id. One text is a list of one; a ticked box is `['true']`. */
export type FieldValues = ReadonlyMap<string, readonly string[]>;

type SubmittedText = Extract<SubmittedField, { type: ComponentType.TextInput }>;

export function startValues(modal: Modal): FieldValues {
  return new Map(fieldsOf(modal).map((field) => [field.custom_id, startValue(field)]));
}

/** The fields that must be filled in and are not. */
export function missingFields(modal: Modal, values: FieldValues): Set<string> {
  const missing = fieldsOf(modal).filter((field) => {
    const isRequired = field.type !== ComponentType.Checkbox && field.required !== false;
    const isEmpty = (values.get(field.custom_id) ?? []).join('').trim() === '';
    const isOptionalList = 'min_values' in field && field.min_values === 0;
    return isRequired && isEmpty && !isOptionalList;
  });
  return new Set(missing.map(({ custom_id }) => custom_id));
}

/** The modal's components as Discord's client sends them back. */
export function submittedComponents(modal: Modal, values: FieldValues): SubmittedModalComponent[] {
  return modal.components.map((component): SubmittedModalComponent => {
    switch (component.type) {
      case ComponentType.TextDisplay:
        return { type: component.type };
      case ComponentType.Label:
        return { type: component.type, component: submittedField(component.component, values) };
      case ComponentType.ActionRow:
        return {
          type: component.type,
          components: component.components.map((field) => submittedText(field, values)),
        };
    }
  });
}

function fieldsOf(modal: Modal): APIComponentInLabel[] {
  return modal.components.flatMap((component): APIComponentInLabel[] => {
    if (component.type === ComponentType.Label) return [component.component];
    return component.type === ComponentType.ActionRow ? component.components : [];
  });
}

function startValue(field: APIComponentInLabel): string[] {
  switch (field.type) {
    case ComponentType.TextInput:
      return [field.value ?? ''];
    case ComponentType.Checkbox:
      return field.default === true ? ['true'] : [];
    case ComponentType.RadioGroup:
    case ComponentType.CheckboxGroup:
      return field.options.filter((option) => option.default === true).map(({ value }) => value);
    case ComponentType.FileUpload:
      return [];
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return initialValues(field);
  }
}

function submittedText(field: APITextInputComponent, entered: FieldValues): SubmittedText {
  const { custom_id } = field;
  return { type: field.type, custom_id, value: entered.get(custom_id)?.[0] ?? '' };
}

function submittedField(field: APIComponentInLabel, entered: FieldValues): SubmittedField {
  const { custom_id } = field;
  const values = [...(entered.get(custom_id) ?? [])];
  switch (field.type) {
    case ComponentType.TextInput:
      return submittedText(field, entered);
    case ComponentType.RadioGroup:
      return { type: field.type, custom_id, value: values[0] ?? null };
    case ComponentType.Checkbox:
      return { type: field.type, custom_id, value: values[0] === 'true' };
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
    case ComponentType.FileUpload:
    case ComponentType.CheckboxGroup:
      return { type: field.type, custom_id, values };
  }
}
