import { ComponentType } from 'discord-api-types/payloads/v10';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { createFileIds, readChosen } from '../composer/file-choice.ts';
import { baseStyle } from '../look/base-style.ts';
import type { Modal, SandboxUpload } from '../../people/protocol.ts';
import type { Pickable } from '../commands/suggest-values.ts';
import { botAvatar } from '../look/avatars.ts';
import { icons } from '../look/icons.ts';
import { keepFocus } from '../look/keep-focus.ts';
import { markdownStyle } from '../markdown/markdown-style.ts';
import type { Names } from '../markdown/names.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import { componentStyle } from '../message/component-style.ts';
import type { Session } from '../session/create-session.ts';
import type { OpenModal } from '../session/session-state.ts';
import { missingFields, startValues, submittedComponents, type FieldValues } from './field-values.ts';
import { modalStyle } from './modal-style.ts';
import { renderField, type FieldView } from './render-field.ts';

/**
 * A modal of the bot in the browser's own dialog, which holds the focus and closes on Escape.
 * The component package's modal knows text inputs only.
 */
export class ChatModal extends LitElement {
  static override properties = {
    session: {},
    open: {},
    names: {},
    pickable: {},
    botName: {},
    values: { state: true },
    missing: { state: true },
    problem: { state: true },
  };
  static override styles = [baseStyle, markdownStyle, componentStyle, modalStyle];

  declare session: Session;
  declare open: OpenModal;
  declare names: Names;
  declare pickable: Pickable;
  declare botName: string;
  declare values: FieldValues;
  declare missing: ReadonlySet<string>;
  /** What is wrong with a chosen file. */
  declare problem: string | null;
  readonly #nextFileId = createFileIds();
  #files: SandboxUpload[] = [];
  #returnFocus: () => void = () => {};

  constructor() {
    super();
    this.values = new Map();
    this.missing = new Set();
    this.problem = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || changed.get('open')?.interactionId === this.open.interactionId) return;
    this.values = startValues(this.open.modal);
    this.missing = new Set();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#returnFocus();
  }

  override firstUpdated(): void {
    this.#returnFocus = keepFocus();
    this.renderRoot.querySelector('dialog')?.showModal();
    this.renderRoot.querySelector<HTMLElement>('input, textarea, chat-select')?.focus();
  }

  override render(): TemplateResult {
    const { modal, isSending } = this.open;
    const problem = this.problem ?? this.open.error;
    return html`<dialog aria-labelledby="title" @close=${() => this.session.closeModal()}>
      <form @submit=${(event: SubmitEvent) => this.#submit(event)} novalidate>
        <header>
          <img src=${botAvatar()} alt="" width="32" height="32" />
          <h2 id="title">${modal.title}</h2>
          <button type="button" class="close" aria-label="Close" @click=${() => this.#close()}>
            ${icons.close}
          </button>
        </header>
        <div class="fields">
          ${modal.components.map((component) => this.#renderComponent(component))}
          <p class="description">
            This form is sent to <strong>${this.botName}</strong>. Nothing leaves this machine.
          </p>
          ${problem === null ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
        </div>
        <footer>
          <button type="button" class="button secondary" @click=${() => this.#close()}>Cancel</button>
          <button type="submit" class="button primary" ?disabled=${isSending}>
            ${isSending ? html`<span class="dots" role="status" aria-label="Sending"></span>` : 'Submit'}
          </button>
        </footer>
      </form>
    </dialog>`;
  }

  #renderComponent(component: Modal['components'][number]): TemplateResult {
    switch (component.type) {
      case ComponentType.TextDisplay:
        return html`<div class="markdown">${renderMarkdown(component.content, this.names)}</div>`;
      case ComponentType.Label:
        return renderField(component.component, this.#view(component.label, component.description ?? ''));
      case ComponentType.ActionRow:
        return html`${component.components.map((field) => renderField(field, this.#view(field.label ?? '', '')))}`;
    }
  }

  #view(label: string, description: string): FieldView {
    const { values, missing, pickable } = this;
    return {
      label,
      description,
      values,
      missing,
      pickable,
      attach: (customId, event) => void this.#attach(customId, event),
      change: (customId, entered) => {
        this.values = new Map(this.values).set(customId, entered);
        this.missing = new Set([...this.missing].filter((each) => each !== customId));
      },
    };
  }

  async #attach(customId: string, { currentTarget }: Event): Promise<void> {
    const chosen = await readChosen(currentTarget, this.#nextFileId);
    this.problem = 'problem' in chosen ? chosen.problem : null;
    const uploads = 'problem' in chosen ? [] : chosen.uploads;
    this.#files = [...this.#files, ...uploads];
    this.values = new Map(this.values).set(
      customId,
      uploads.map(({ id }) => id),
    );
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.missing = missingFields(this.open.modal, this.values);
    if (this.missing.size > 0) {
      const [first = ''] = this.missing;
      this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(first)}`)?.focus();
      return;
    }
    const chosen = new Set([...this.values.values()].flat());
    const files = this.#files.filter(({ id }) => chosen.has(id));
    void this.session.submitModal(submittedComponents(this.open.modal, this.values), files);
  }
}
