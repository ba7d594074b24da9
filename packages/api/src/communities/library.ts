/** The community whose content all others see. */
export const LIBRARY_ID = 'library';

/** Whose content somebody of this community (null: of none) may see; what comes first wins where two have the same slug. */
export function visibleCommunities(communityId: string | null): string[] {
  return communityId === null || communityId === LIBRARY_ID ? [LIBRARY_ID] : [communityId, LIBRARY_ID];
}
