import type { ComponentType } from 'discord-api-types/payloads/v10';
import type { Choice, RawOption, SubmittedModalComponent } from '../../people/protocol.ts';
import { createBeginner, messageOf, type Begin, type InteractionEvent } from './begin-interaction.ts';
import type { Store } from './create-store.ts';
import type { SandboxCalls } from './sandbox-calls.ts';
import type { SessionState } from './session-state.ts';

export interface Interactions {
  /** Says something in the channel; false when the sandbox refused it. */
  say(content: string): Promise<boolean>;
  runCommand(commandId: string, shownCommand: string, options: RawOption[]): Promise<boolean>;
  autocomplete(commandId: string, options: RawOption[]): Promise<Choice[]>;
  useComponent(use: ComponentUse): Promise<void>;
  submitModal(components: SubmittedModalComponent[]): Promise<void>;
  closeModal(): void;
  dismiss(messageId: string): Promise<void>;
  /** Takes a failed interaction off the page. */
  forget(key: number): void;
  /** Must hear of interactions: news may arrive before the call that began one has returned. */
  hear(event: InteractionEvent): void;
}

export interface ComponentUse {
  messageId: string;
  customId: string;
  componentType: ComponentType;
  values?: string[];
}

export function createInteractions(store: Store<SessionState>, calls: SandboxCalls): Interactions {
  const beginner = createBeginner(store);
  const { begin } = beginner;

  async function attempt(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      return true;
    } catch (error) {
      store.update((state) => ({ ...state, notice: { text: messageOf(error), isError: true } }));
      return false;
    }
  }

  return {
    hear: (event) => beginner.hear(event),
    say: (content) => attempt(() => calls.say({ ...whoAndWhere(store.get()), content })),
    runCommand: (commandId, shownCommand, options) =>
      begin({ command: shownCommand, messageId: null, customId: null }, ({ memberId, channelId }) =>
        calls.runCommand({ memberId, channelId, commandId, options }),
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
    submitModal: (components) => submitModal(store, calls, begin, components),
    closeModal: () => store.update((state) => ({ ...state, modal: null })),
    async dismiss(messageId) {
      const { memberId } = whoAndWhere(store.get());
      await attempt(() => calls.dismiss({ memberId, messageId }));
    },
    forget: (key) =>
      store.update((state) => ({ ...state, pending: state.pending.filter((each) => each.key !== key) })),
  };
}

async function submitModal(
  store: Store<SessionState>,
  calls: SandboxCalls,
  begin: Begin,
  components: SubmittedModalComponent[],
): Promise<void> {
  const open = store.get().modal;
  if (open === null) return;
  const { interactionId, modal } = open;
  store.update((state) => ({ ...state, modal: { ...open, isSending: true, error: null } }));
  const begun = { command: modal.title, messageId: null, customId: modal.custom_id };
  const hasBegun = await begin(begun, ({ memberId }) =>
    calls.submitModal({ memberId, interactionId, customId: modal.custom_id, components }),
  );
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

function withoutFailures(state: SessionState, messageId: string): SessionState {
  const pending = state.pending.filter((each) => each.messageId !== messageId || each.state !== 'FAILED');
  return { ...state, pending };
}

function whoAndWhere(state: SessionState): { memberId: string; channelId: string } {
  return { memberId: state.place?.memberId ?? '', channelId: state.place?.channelId ?? '' };
}
