/** The checks every mutation and guarded query begins with. */
import { NotAllowedError } from '../domain-errors.ts';
import type { Moderator, Viewer } from './viewer.ts';
import { seesSettingsOf } from './visibility.ts';

/** A moderator acts in their own community only: take the community from the answer, never from the input. */
export function requireModerator(viewer: Viewer): Moderator {
  if (viewer.kind === 'moderator') return viewer;
  throw new NotAllowedError(
    'Only moderators may do this: members who may manage the server or hold one of its moderator roles',
  );
}

export function requireBot(viewer: Viewer): void {
  if (viewer.kind === 'bot') return;
  throw new NotAllowedError(
    'Only the bot on its own account may do this, with its token and without an actor',
  );
}

/** Whether another community exists is not told. */
export function requireSettingsOf(viewer: Viewer, communityId: string): void {
  if (seesSettingsOf(viewer, communityId)) return;
  throw new NotAllowedError('Only moderators of this server may see its settings');
}
