/** Everybody who can ask, and whose content they can ask for. */
import { addEditor } from '@communique/api/access/change-editors';
import { FORUM, OTHER_SERVER, type TestApi } from './api.ts';
import type { Asker } from './ask-api.ts';
import { withToken } from './editing.ts';

export const ADA = '1336000000000000061';
const EDDA = '1336000000000000062';
export const ASKERS = [
  'anonymous',
  'bot',
  'bot token',
  'reader token',
  'reader token of the server',
  'member',
  'moderator',
  'moderator of another server',
  'member who edits the library',
  'moderator who edits the library',
  'editor token',
  'editor token of the server',
  'operator token',
] as const;
export type AskerName = (typeof ASKERS)[number];

// No such server was ever registered.
export const NOWHERE = '1336000000000000099';
/** People of a server that Communiqué does not know, as the bot may bring them before it has registered it. */
export const STRANGERS = [
  'member of an unknown server',
  'moderator of an unknown server',
  'editor of the library in an unknown server',
] as const;
export type StrangerName = (typeof STRANGERS)[number];

export const TARGETS = { own: FORUM, other: OTHER_SERVER, library: 'library' } as const;
export type Target = keyof typeof TARGETS;

/** Whose content each may edit; seen from the server "own". */
export const EDITS: Record<AskerName, readonly Target[]> = {
  anonymous: [],
  bot: [],
  'bot token': [],
  'reader token': [],
  'reader token of the server': [],
  member: [],
  moderator: ['own'],
  'moderator of another server': ['other'],
  'member who edits the library': ['library'],
  'moderator who edits the library': ['own', 'library'],
  'editor token': ['library'],
  'editor token of the server': ['own'],
  'operator token': ['own', 'other', 'library'],
};

/** Whose published content each sees. */
export const READS: Record<AskerName, readonly Target[]> = {
  anonymous: ['library'],
  bot: ['library'],
  'bot token': ['library'],
  'reader token': ['library'],
  'reader token of the server': ['own', 'library'],
  member: ['own', 'library'],
  moderator: ['own', 'library'],
  'moderator of another server': ['other', 'library'],
  'member who edits the library': ['own', 'library'],
  'moderator who edits the library': ['own', 'library'],
  'editor token': ['library'],
  'editor token of the server': ['own', 'library'],
  'operator token': ['library'],
};

export async function askersOf(api: TestApi): Promise<Record<AskerName | StrangerName, Asker>> {
  await addEditor(api.db, { userId: EDDA, name: 'Edda' }, api.act());
  const tokenOf = async (
    ...wish: Parameters<typeof withToken> extends [TestApi, ...infer Rest] ? Rest : never
  ) => ({
    token: (await withToken(api, ...wish)).token,
  });
  const person = (userId: string, guildId: string, permissions = '0') => ({ userId, guildId, permissions });
  return {
    anonymous: 'anonymous',
    bot: 'bot',
    'bot token': await tokenOf('BOT'),
    'reader token': await tokenOf('READER'),
    'reader token of the server': await tokenOf('READER', { communityId: FORUM }),
    member: person(ADA, FORUM),
    moderator: person(ADA, FORUM, '32'),
    'moderator of another server': person(ADA, OTHER_SERVER, '8'),
    'member who edits the library': person(EDDA, FORUM),
    'moderator who edits the library': person(EDDA, FORUM, '32'),
    'editor token': await tokenOf('EDITOR'),
    'editor token of the server': await tokenOf('EDITOR', { communityId: FORUM }),
    'operator token': await tokenOf('OPERATOR'),
    'member of an unknown server': person(ADA, NOWHERE),
    'moderator of an unknown server': person(ADA, NOWHERE, '32'),
    'editor of the library in an unknown server': person(EDDA, NOWHERE),
  };
}
