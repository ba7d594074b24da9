/** The checks every mutation and guarded query begins with. Each returns what the rule needs, so that none can be forgotten. */
import type { Actor } from '../audit/actor.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import { NotAllowedError } from '../domain-errors.ts';
import { actorOf, communityOf, type Moderator, type Viewer } from './viewer.ts';
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
  if (viewer.kind === 'operator' || seesSettingsOf(viewer, communityId)) return;
  throw new NotAllowedError('Only moderators of this server may see its settings');
}

/** Somebody who may edit the content of one community. Take the community from here, never from the input. */
export interface Editor {
  communityId: string;
  actor: Actor;
}

/**
 * Editors edit the library or the one community of their token, moderators their own server, operators everything. Without `wanted`:
 * whatever they edit first. Whether another community exists is not told.
 */
export function requireEditor(viewer: Viewer, wanted: string | null | undefined): Editor {
  const editable = editableCommunities(viewer);
  const communityId = wanted ?? (editable === 'all' ? LIBRARY_ID : editable[0]);
  if (communityId !== undefined && (editable === 'all' || editable.includes(communityId))) {
    return { communityId, actor: editingActor(viewer, communityId) };
  }
  throw new NotAllowedError(
    'Only editors of this content may do this: for the library editors, for a server its moderators',
  );
}

/** Moderators decide for their server, operators for any. Take the community from here, never from the input. */
export function requireSettingsEditor(viewer: Viewer, wanted: string | null | undefined): Editor {
  const communityId = wanted ?? communityOf(viewer);
  const may =
    viewer.kind === 'operator' || (viewer.kind === 'moderator' && viewer.communityId === communityId);
  if (may && communityId !== null) return { communityId, actor: actorOf(viewer) };
  throw new NotAllowedError(
    may
      ? 'Say whose settings they are: name the server'
      : 'Only moderators of this server may change its settings',
  );
}

export function requireOperator(viewer: Viewer): Actor {
  if (viewer.kind === 'operator') return actorOf(viewer);
  throw new NotAllowedError('Only operators may do this, with a token of that role');
}

/** Moderators see what was done in their server, operators everything. Answers the community whose log may be read. */
export function requireAuditor(viewer: Viewer, wanted: string | null | undefined): string {
  if (viewer.kind === 'operator') return wanted ?? LIBRARY_ID;
  if (viewer.kind === 'moderator' && (wanted ?? viewer.communityId) === viewer.communityId) {
    return viewer.communityId;
  }
  throw new NotAllowedError('Only operators, and moderators of this server, may see who did what');
}

/** Somebody who is known: a person on Discord or the holder of a token. What they say counts once. */
export interface KnownReader {
  /** Their own community; null: of none. */
  communityId: string | null;
  actor: Actor;
}

export function requireKnownReader(viewer: Viewer): KnownReader {
  if (viewer.kind !== 'anonymous' && viewer.kind !== 'bot') {
    return { communityId: viewer.communityId, actor: actorOf(viewer) };
  }
  throw new NotAllowedError('Only people on Discord and holders of a token may do this');
}

/** The first is where the viewer works when nothing is said. */
function editableCommunities(viewer: Viewer): readonly string[] | 'all' {
  switch (viewer.kind) {
    case 'operator':
      return 'all';
    case 'editor':
      return [viewer.communityId ?? LIBRARY_ID];
    case 'moderator':
      return viewer.editorName === undefined ? [viewer.communityId] : [viewer.communityId, LIBRARY_ID];
    case 'member':
      return viewer.editorName === undefined ? [] : [LIBRARY_ID];
    case 'anonymous':
    case 'bot':
    case 'reader':
      return [];
  }
}

/** Who edits the library from Discord does so as an editor, whatever they are in their server. */
function editingActor(viewer: Viewer, communityId: string): Actor {
  const actor = actorOf(viewer);
  const asEditor = communityId === LIBRARY_ID && (actor.kind === 'MODERATOR' || actor.kind === 'MEMBER');
  return asEditor ? { ...actor, kind: 'EDITOR' } : actor;
}
