import type { OverwriteRequest, SandboxViolation, ServerAct } from '../../people/protocol.ts';
import { errorNotice } from './begin-interaction.ts';
import type { Store } from './create-store.ts';
import type { SandboxCalls } from './sandbox-calls.ts';
import type { SessionState } from './session-state.ts';

/** What a member does without the bot: it hears of it as an event, if at all. Each is false when the sandbox refused it. */
export interface Acts {
  react(messageId: string, emoji: string, isSet: boolean): Promise<boolean>;
  /** Replaces the member's vote; no answers take it back. */
  vote(messageId: string, answerIds: readonly number[]): Promise<boolean>;
  /** Opens a post in the forum that is shown; the id of its thread, or null. */
  createPost(post: { name: string; content: string; tagIds: string[] }): Promise<string | null>;
  setOverwrite(channelId: string, overwrite: OverwriteRequest['overwrite']): Promise<boolean>;
  changeServer(act: ServerAct): Promise<boolean>;
  dismiss(messageId: string): Promise<boolean>;
  /** The latest things that broke Discord's rules, the newest first. */
  loadViolations(): Promise<readonly SandboxViolation[]>;
}

/** Makes a call and shows what the sandbox had against it. */
export type Attempt = (call: () => Promise<unknown>) => Promise<boolean>;

export function createAttempt(store: Store<SessionState>): Attempt {
  return async (call) => {
    try {
      await call();
      return true;
    } catch (error) {
      store.update((state) => ({ ...state, notice: errorNotice(error) }));
      return false;
    }
  };
}

export function createActs(store: Store<SessionState>, calls: SandboxCalls, attempt: Attempt): Acts {
  const where = (): { guildId: string; channelId: string; memberId: string } =>
    store.get().place ?? { guildId: '', channelId: '', memberId: '' };

  return {
    react(messageId, emoji, isSet) {
      const { memberId, channelId } = where();
      return attempt(() => calls.react({ memberId, channelId, messageId, emoji, isSet }));
    },
    vote(messageId, answerIds) {
      const { memberId, channelId } = where();
      return attempt(() => calls.vote({ memberId, channelId, messageId, answerIds: [...answerIds] }));
    },
    async createPost(post) {
      const { memberId, channelId } = where();
      let created: string | null = null;
      await attempt(async () => {
        created = (await calls.createPost({ memberId, channelId, ...post })).channelId;
      });
      return created;
    },
    setOverwrite(channelId, overwrite) {
      return attempt(() => calls.setOverwrite({ memberId: where().memberId, channelId, overwrite }));
    },
    changeServer(act) {
      const { memberId, guildId } = where();
      return attempt(() => calls.changeServer({ memberId, guildId, act }));
    },
    dismiss(messageId) {
      return attempt(() => calls.dismiss({ memberId: where().memberId, messageId }));
    },
    async loadViolations() {
      let violations: readonly SandboxViolation[] = [];
      await attempt(async () => {
        ({ violations } = await calls.violations());
      });
      return violations;
    },
  };
}
