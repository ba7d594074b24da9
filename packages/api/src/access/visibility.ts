import type { Viewer } from './viewer.ts';

/** Settings and schedules are for those who make them and for the bot that carries them out. */
export function seesSettingsOf(viewer: Viewer, communityId: string): boolean {
  return viewer.kind === 'bot' || (viewer.kind === 'moderator' && viewer.communityId === communityId);
}

/** What was posted in a server may be read by everybody there. */
export function seesPostsOf(viewer: Viewer, communityId: string): boolean {
  return (
    seesSettingsOf(viewer, communityId) || (viewer.kind === 'member' && viewer.communityId === communityId)
  );
}

/** Before it is posted it is a setting. */
export function seesDelivery(
  viewer: Viewer,
  { postedAt, schedule }: { postedAt: Date | null; schedule: { communityId: string } },
): boolean {
  return (postedAt === null ? seesSettingsOf : seesPostsOf)(viewer, schedule.communityId);
}
