import {
  ComponentType,
  TextInputStyle,
  type APICheckboxGroupComponent,
  type APIComponentInLabel,
  type APIRadioGroupComponent,
  type APISelectMenuComponent,
  type APITextInputComponent,
} from 'discord-api-types/payloads/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { Pickable } from '../commands/suggest-values.ts';
import { selectItems } from '../message/render-select.ts';
import type { FieldValues } from './field-values.ts';

export interface FieldView {
  label: string;
  description: string;
  values: FieldValues;
  missing: ReadonlySet<string>;
  pickable: Pickable;
  /** Takes the files chosen in a field. */
  attach(customId: string, event: Event): void;
  change(customId: string, values: readonly string[]): void;
}

// Discord's limit for a text input without one of its own.
const longestText = 4000;

/** A labelled field of a modal with its description and, when left out, what is wrong. */
export function renderField(field: APIComponentInLabel, view: FieldView): TemplateResult {
  const isMissing = view.missing.has(field.custom_id);
  const isRequired = field.type !== ComponentType.Checkbox && field.required !== false;
  return html`<div class="field" ?data-bad=${isMissing}>
    <label for=${field.custom_id} id="label-${field.custom_id}"
      >${view.label}${isRequired ? html`<span class="star" aria-hidden="true"> *</span>` : nothing}</label
    >
    ${view.description === '' ? nothing : html`<p class="description">${view.description}</p>`}
    ${renderInput(field, view)}
    ${isMissing ? html`<p class="problem" role="alert">This field is required.</p>` : nothing}
  </div>`;
}

function renderInput(field: APIComponentInLabel, view: FieldView): TemplateResult {
  switch (field.type) {
    case ComponentType.TextInput:
      return renderTextInput(field, view);
    case ComponentType.RadioGroup:
    case ComponentType.CheckboxGroup:
      return renderBoxes(field, view);
    case ComponentType.Checkbox:
      return html`<input
        type="checkbox"
        id=${field.custom_id}
        ?checked=${view.values.get(field.custom_id)?.[0] === 'true'}
        @change=${(event: Event) => view.change(field.custom_id, isChecked(event) ? ['true'] : [])}
      />`;
    case ComponentType.FileUpload:
      return html`<input
        type="file"
        id=${field.custom_id}
        ?multiple=${(field.max_values ?? 1) > 1}
        aria-required=${field.required !== false}
        aria-invalid=${view.missing.has(field.custom_id)}
        @change=${(event: Event) => view.attach(field.custom_id, event)}
      />`;
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return renderSelectField(field, view);
  }
}

function renderTextInput(field: APITextInputComponent, view: FieldView): TemplateResult {
  const value = view.values.get(field.custom_id)?.[0] ?? '';
  const change = (event: Event): void => view.change(field.custom_id, [textOf(event)]);
  const longest = field.max_length ?? longestText;
  if (field.style === TextInputStyle.Short) {
    return html`<input
      type="text"
      id=${field.custom_id}
      autocomplete="off"
      placeholder=${field.placeholder ?? ''}
      maxlength=${longest}
      .value=${value}
      aria-required=${field.required !== false}
      aria-invalid=${view.missing.has(field.custom_id)}
      @input=${change}
    />`;
  }
  return html`<textarea
      id=${field.custom_id}
      rows="4"
      placeholder=${field.placeholder ?? ''}
      maxlength=${longest}
      .value=${value}
      aria-required=${field.required !== false}
      aria-invalid=${view.missing.has(field.custom_id)}
      @input=${change}
    ></textarea>
    <p class="count" aria-hidden="true">${longest - value.length}</p>`;
}

function renderSelectField(menu: APISelectMenuComponent, view: FieldView): TemplateResult {
  return html`<chat-select
    id=${menu.custom_id}
    .label=${view.label}
    .items=${selectItems(menu, view.pickable)}
    .initial=${view.values.get(menu.custom_id) ?? []}
    .placeholder=${menu.placeholder ?? 'Make a selection'}
    .least=${menu.min_values ?? 1}
    .most=${menu.max_values ?? 1}
    .eager=${true}
    @choose=${(event: CustomEvent<string[]>) => view.change(menu.custom_id, event.detail)}
  ></chat-select>`;
}

function renderBoxes(
  group: APIRadioGroupComponent | APICheckboxGroupComponent,
  view: FieldView,
): TemplateResult {
  const isRadio = group.type === ComponentType.RadioGroup;
  const values = view.values.get(group.custom_id) ?? [];
  return html`<div role=${isRadio ? 'radiogroup' : 'group'} aria-labelledby="label-${group.custom_id}">
    ${group.options.map(
      ({ value, label, description }) =>
        html`<label class="box">
          <input
            type=${isRadio ? 'radio' : 'checkbox'}
            name=${group.custom_id}
            ?checked=${values.includes(value)}
            @change=${(event: Event) => {
              const others = isRadio ? [] : values.filter((each) => each !== value);
              view.change(group.custom_id, isChecked(event) ? [...others, value] : others);
            }}
          />
          <span>${label}${description === undefined ? nothing : html`<small>${description}</small>`}</span>
        </label>`,
    )}
  </div>`;
}

function textOf(event: Event): string {
  const { target } = event;
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
}

function isChecked(event: Event): boolean {
  return event.target instanceof HTMLInputElement && event.target.checked;
}
