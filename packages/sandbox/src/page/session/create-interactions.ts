import type { ComponentType } from 'discord-api-types/payloads/v10';
import type { Choice, RawOption, SandboxUpload, SubmittedModalComponent } from '../../people/protocol.ts';
import { createBeginner, type Begin, type InteractionEvent } from './begin-interaction.ts';
import type { Attempt } from './create-acts.ts';
import type { Store } from './create-store.ts';
import type { SandboxCalls } from './sandbox-calls.ts';
import type { OpenModal, Place, SessionState } from './session-state.ts';

export interface Interactions {
  /** Says something in the channel; false when the sandbox refused it. */
  say(speech: Speech): Promise<boolean>;
  runCommand(run: CommandRun): Promise<boolean>;
  autocomplete(commandId: string, options: RawOption[]): Promise<Choice[]>;
  useComponent(use: ComponentUse): Promise<void>;
  submitModal(components: SubmittedModalComponent[], attachments: SandboxUpload[]): Promise<void>;
  closeModal(): void;
  /** Takes a failed interaction off the page. */
  forget(key: number): void;
  /** Must hear of interactions: news may arrive before the call that began one has returned. */
  hear(event: InteractionEvent): void;
}

export interface Speech {
  content: string;
  replyTo: string | null;
  attachments: readonly SandboxUpload[];
}

export interface CommandRun {
  commandId: string;
  /** As it is shown: "briefing read". */
  name: string;
  options: RawOption[];
  /** The message or member it is used on, from a context menu. */
  targetId?: string;
  attachments?: readonly SandboxUpload[];
}

export interface ComponentUse {
  messageId: string;
  customId: string;
  componentType: ComponentType;
  values?: string[];
}

export function createInteractions(
  store: Store<SessionState>,
  calls: SandboxCalls,
  attempt: Attempt,
): Interactions {
  const beginner = createBeginner(store);
  const { begin } = beginner;

  return {
    hear: (event) => beginner.hear(event),
    say: ({ content, replyTo, attachments }) =>
      attempt(() =>
        calls.say({
          ...whoAndWhere(store.get()),
          content,
          ...(replyTo === null ? {} : { replyTo }),
          ...withFiles(attachments),
        }),
      ),
    runCommand: ({ name, attachments = [], ...run }) =>
      begin({ command: name, messageId: null, customId: null }, ({ memberId, channelId }) =>
        calls.runCommand({ memberId, channelId, ...run, ...withFiles(attachments) }),
      ),
    async autocomplete(commandId, options) {
      const answer = await calls.autocomplete({ ...whoAndWhere(store.get()), commandId, options });
      return answer.choices;
    },
    async useComponent(use) {
      store.update((state) => withoutFailures(state, use.messageId));
      const begun = { command: null, messageId: use.messageId, customId: use.customId };
      await begin(begun, ({ memberId, channelId }) => calls.useComponent({ memberId, channelId, ...use }));
    },
    submitModal: (components, attachments) =>
      submitModal(store, begin, ({ memberId }, { interactionId, modal }) =>
        calls.submitModal({
          memberId,
          interactionId,
          customId: modal.custom_id,
          components,
          ...withFiles(attachments),
        }),
      ),
    closeModal: () => store.update((state) => ({ ...state, modal: null })),
    forget: (key) =>
      store.update((state) => ({ ...state, pending: state.pending.filter((each) => each.key !== key) })),
  };
}

async function submitModal(
  store: Store<SessionState>,
  begin: Begin,
  send: (place: Place, open: OpenModal) => Promise<{ interactionId: string }>,
): Promise<void> {
  const open = store.get().modal;
  if (open === null) return;
  const { interactionId, modal } = open;
  store.update((state) => ({ ...state, modal: { ...open, isSending: true, error: null } }));
  const begun = { command: modal.title, messageId: null, customId: modal.custom_id };
  const hasBegun = await begin(begun, (place) => send(place, open));
  store.update((state) => closeOrExplain(state, interactionId, hasBegun));
}

// What the sandbox refused (a text too long, a missing value) belongs into the form, not into the chat.
function closeOrExplain(state: SessionState, interactionId: string, hasBegun: boolean): SessionState {
  if (state.modal?.interactionId !== interactionId) return state;
  if (hasBegun) return { ...state, modal: null };
  const refused = state.pending.at(-1);
  return {
    ...state,
    pending: state.pending.slice(0, -1),
    modal: { ...state.modal, isSending: false, error: refused?.error ?? 'Not sent' },
  };
}

function withFiles(attachments: readonly SandboxUpload[]): { attachments?: SandboxUpload[] } {
  return attachments.length === 0 ? {} : { attachments: [...attachments] };
}

function withoutFailures(state: SessionState, messageId: string): SessionState {
  const pending = state.pending.filter((each) => each.messageId !== messageId || each.state !== 'FAILED');
  return { ...state, pending };
}

function whoAndWhere(state: SessionState): { memberId: string; channelId: string } {
  return { memberId: state.place?.memberId ?? '', channelId: state.place?.channelId ?? '' };
}
