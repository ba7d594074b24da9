import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { baseStyle } from '../look/base-style.ts';
import { buildOptions } from '../commands/build-options.ts';
import type { CommandDraft } from '../commands/command-draft.ts';
import type { CommandEntry } from '../commands/list-entries.ts';
import type { Pickable } from '../commands/suggest-values.ts';
import type { SandboxMessage } from '../../people/protocol.ts';
import type { Session } from '../session/create-session.ts';
import { createChoiceAsker } from './ask-choices.ts';
import { chooseAct, type ComposerAct } from './choose-act.ts';
import {
  beginCommand,
  emptyComposer,
  eraseBackwards,
  filesOf,
  isEmptyHere,
  takeFiles,
  takeSuggestion,
  typeOption,
  typeText,
  type ComposerState,
} from './composer-state.ts';
import { composerStyle } from './composer-style.ts';
import type { Drafts } from './drafts.ts';
import { focusedQuestion } from './focused-question.ts';
import { followEntries } from './follow-entries.ts';
import { createFileIds, readChosen } from './file-choice.ts';
import { messageToSend, textHere } from './message-to-send.ts';
import { currentSuggestions, type RemoteChoices, type Suggestions } from './list-suggestions.ts';
import { renderDraft } from './render-draft.ts';
import { renderBox } from './render-box.ts';
import { renderFiles, renderReply } from './render-extras.ts';
import { noPermission, renderNoPermission } from './render-no-permission.ts';
import { renderText } from './render-text.ts';

/** Where a member types: plain text, or `/` and a command with its options. */
export class ChatComposer extends LitElement {
  static override properties = {
    session: {},
    entries: {},
    pickable: {},
    place: {},
    drafts: {},
    placeName: {},
    canWrite: {},
    replyTo: {},
    written: { state: true },
    marked: { state: true },
    remote: { state: true },
    isActive: { state: true },
  };
  static override styles = [baseStyle, composerStyle];

  declare session: Session;
  declare entries: readonly CommandEntry[];
  declare pickable: Pickable;
  /** The channel and who writes in it: each has a draft of its own. */
  declare place: string;
  declare drafts: Drafts;
  /** #general, or a thread's name in quotation marks. */
  declare placeName: string;
  /** Whether the member may send messages here; if not, commands may still be allowed. */
  declare canWrite: boolean;
  declare replyTo: SandboxMessage | null;
  declare written: ComposerState;
  /** The marked item of the list; -1 for none, then Enter sends. */
  declare marked: number;
  declare remote: RemoteChoices;
  declare isActive: boolean;
  #wantsFocus = false;
  readonly #nextFileId = createFileIds();
  #asker = createChoiceAsker((remote) => {
    this.remote = remote;
    this.#markFirst();
  });

  constructor() {
    super();
    this.entries = [];
    this.canWrite = true;
    this.written = emptyComposer;
    this.marked = 0;
    this.remote = { state: 'READY', choices: [] };
    this.isActive = false;
  }

  /** Begins a command as if it had been chosen from the list; unknown names are typed instead. */
  startCommand(name: string): void {
    const entry = this.entries.find((each) => each.name === name);
    this.#become(entry === undefined ? { ...emptyComposer, text: `/${name}` } : beginCommand(entry));
    this.#wantsFocus = true;
  }

  override focus(): void {
    this.#wantsFocus = true;
    this.requestUpdate();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('replyTo') && this.replyTo !== null) this.#wantsFocus = true;
    if (changed.has('place')) this.#become(this.drafts.read(this.place));
    // While another member's commands are on their way there are none.
    if (!changed.has('entries') || this.entries.length === 0) return;
    const reread = followEntries(this.written, this.entries);
    if (reread !== null) this.#become(reread);
  }

  override updated(): void {
    if (this.#wantsFocus) {
      this.#wantsFocus = false;
      const { draft, position } = this.written;
      const selector = draft === null ? 'textarea' : `[data-at="${position}"]`;
      this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    }
    this.renderRoot.querySelector('[role=option][aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    const { draft, problem } = this.written;
    if (!this.canWrite && this.entries.length === 0) return renderNoPermission(this.placeName);
    const text = textHere(this.written, this.canWrite);
    const suggestions = this.isActive ? this.#suggestions() : null;
    const files = draft === null && this.canWrite ? this.written.files : [];
    return html`<div
      @focusin=${() => (this.isActive = true)}
      @focusout=${(event: FocusEvent) => this.#noticeLeaving(event)}
    >
      ${this.canWrite ? nothing : html`<p class="extra">${noPermission}</p>`}
      ${problem === null ? nothing : html`<p class="problem" id="problem" role="alert">${problem.text}</p>`}
      ${renderReply(this.replyTo, () => this.#endReply())} ${renderFiles(files, (id) => this.#leaveOut(id))}
      ${renderBox(
        {
          field: draft === null ? this.#renderText(text, suggestions) : this.#renderDraft(draft, suggestions),
          isCommand: draft !== null,
          text,
          canAttach: draft === null && this.canWrite,
          canSend: draft !== null || messageToSend(this.written, this.canWrite) !== null,
          suggestions,
          marked: this.marked,
        },
        {
          attach: (event) => void this.#attach(event),
          pick: (index) => this.#pick(index),
          mark: (index) => (this.marked = index),
          send: () => void this.#send(),
        },
      )}
    </div>`;
  }

  #renderText(text: string, suggestions: Suggestions | null): TemplateResult {
    const { placeName, canWrite, marked } = this;
    const hasList = suggestions !== null && suggestions.items.length > 0;
    return renderText(
      { text, placeName, canWrite, hasList, marked },
      { type: (event) => this.#typeText(event), key: (event) => this.#handleKey(event) },
    );
  }

  #renderDraft(draft: CommandDraft, suggestions: Suggestions | null): TemplateResult {
    const { position, tail, problem } = this.written;
    const hasList = suggestions !== null && suggestions.items.length > 0;
    const view = { draft, position, tail, problemAt: problem?.at ?? null, hasList, marked: this.marked };
    return renderDraft(view, {
      type: (at, text) => this.#become(typeOption(this.written, at, text)),
      key: (event) => this.#handleKey(event),
      file: (index, event) => void this.#attach(event, index),
      focus: (at) => {
        if (at !== position || !this.isActive) this.#become({ ...this.written, position: at });
      },
    });
  }

  #suggestions(): Suggestions | null {
    return currentSuggestions(this.written, this.entries, this.pickable, this.remote);
  }

  #markFirst(): void {
    this.marked = this.#suggestions()?.isFirstMarked === true ? 0 : -1;
  }

  #become(written: ComposerState): void {
    const before = this.written;
    const hasMoved =
      before.position !== written.position || (before.draft === null) !== (written.draft === null);
    this.#wantsFocus ||= this.isActive && hasMoved;
    this.written = written;
    this.drafts.write(this.place, written);
    this.#askChoices();
  }

  #askChoices(): void {
    const question = focusedQuestion(this.written, this.pickable);
    if (question === null) this.#asker.forget();
    else this.#asker.ask(() => this.session.autocomplete(question.commandId, question.options));
  }

  #typeText(event: InputEvent): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const { value } = event.target;
    if (this.canWrite || value === '' || value.startsWith('/'))
      this.#become(typeText(value, this.entries, this.written.files));
    // Nothing but a command is taken: the field shows again what it held.
    else this.requestUpdate();
  }

  #handleKey(event: KeyboardEvent): void {
    const { written, marked } = this;
    const count = this.#suggestions()?.items.length ?? 0;
    const act = chooseAct(event, {
      count,
      marked,
      isCommand: written.draft !== null || written.text.startsWith('/'),
      isReply: this.replyTo !== null,
      isEmptyHere: isEmptyHere(written),
    });
    if (act === null) return;
    event.preventDefault();
    const acts: Record<ComposerAct, () => void> = {
      CLEAR: () => this.#become(emptyComposer),
      END_REPLY: () => this.#endReply(),
      NEXT: () => (this.marked = (marked + 1) % count),
      PREVIOUS: () => (this.marked = marked <= 0 ? count - 1 : marked - 1),
      PICK: () => this.#pick(marked),
      ENTER: () => this.#enter(),
      ERASE: () => this.#become(eraseBackwards(written)),
    };
    acts[act]();
  }

  /** Not while the bot is still asked for choices. */
  #enter(): void {
    if (this.remote.state !== 'WAITING') void this.#send();
  }

  #pick(index: number): void {
    const item = this.#suggestions()?.items[index];
    if (item !== undefined) this.#become(takeSuggestion(this.written, item));
  }

  async #send(): Promise<void> {
    const { place } = this;
    const { draft } = this.written;
    if (draft !== null) return this.#sendCommand(draft);
    const message = messageToSend(this.written, this.canWrite);
    if (message === null) return;
    if ('problem' in message) {
      this.#become({ ...this.written, problem: { text: message.problem, at: -1 } });
      return;
    }
    const { content, files } = message;
    const replyTo = this.replyTo?.id ?? null;
    this.#become(emptyComposer);
    this.#endReply();
    const isSaid = await this.session.say({ content, replyTo, attachments: files });
    if (isSaid) return;
    this.#changeDraft(place, (since) =>
      since === emptyComposer ? { ...since, text: content, files } : since,
    );
  }

  /** Changes what is written at a place, which the page may have left meanwhile. */
  #changeDraft(place: string, change: (written: ComposerState) => ComposerState): void {
    if (place === this.place) this.#become(change(this.written));
    else this.drafts.write(place, change(this.drafts.read(place)));
  }

  /** Takes files for the message, or one for an option of the command. */
  async #attach({ currentTarget }: Event, index?: number): Promise<void> {
    const { place } = this;
    const chosen = await readChosen(currentTarget, this.#nextFileId);
    if (currentTarget instanceof HTMLInputElement) currentTarget.value = '';
    this.#changeDraft(place, (written) => takeFiles(written, chosen, index));
  }

  #leaveOut(id: string): void {
    this.#become({ ...this.written, files: this.written.files.filter((file) => file.id !== id) });
  }

  #endReply(): void {
    this.dispatchEvent(new CustomEvent('end-reply', { bubbles: true, composed: true }));
  }

  async #sendCommand(draft: CommandDraft): Promise<void> {
    const built = buildOptions(draft, this.pickable);
    if ('problem' in built) {
      const problem = { text: built.problem, at: built.index };
      this.#become({ ...this.written, problem, position: built.index });
      this.#wantsFocus = true;
      return;
    }
    const { commandId, name } = draft.entry;
    const attachments = filesOf(this.written);
    this.#become(emptyComposer);
    await this.session.runCommand({ commandId, name, options: built.options, attachments });
  }

  #noticeLeaving(event: FocusEvent): void {
    const isInside = event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget);
    if (!isInside) this.isActive = false;
  }
}
