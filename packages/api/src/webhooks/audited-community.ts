import { LIBRARY_ID } from '../communities/library.ts';
import { EVERY_COMMUNITY } from './table.ts';

/** In whose audit log an act on a webhook stands: what is of all communities is the operators' business, as the library is. */
export function auditedCommunity(communityId: string): string {
  return communityId === EVERY_COMMUNITY ? LIBRARY_ID : communityId;
}
