import type { SandboxUpload } from '../../people/protocol.ts';
import type { ComposerState } from './composer-state.ts';
import { describeExcess } from './message-length.ts';

/** Text that may not be sent here is no draft to show; it is kept for when it may. */
export function textHere({ text }: ComposerState, canWrite: boolean): string {
  return canWrite || text.startsWith('/') ? text : '';
}

/** The message that is written, what is wrong with it, or null when there is none. */
export function messageToSend(
  written: ComposerState,
  canWrite: boolean,
): { content: string; files: readonly SandboxUpload[] } | { problem: string } | null {
  const content = textHere(written, canWrite).trim();
  const files = canWrite ? written.files : [];
  if (content.startsWith('/') || (content === '' && files.length === 0)) return null;
  const excess = describeExcess(content);
  return excess === null ? { content, files } : { problem: excess };
}
