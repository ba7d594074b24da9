import type { BrokenRule } from '../validation/problem.ts';

/** Codes and words of https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const REFUSALS = {
  unknownRoute: { status: 404, code: 0, message: '404: Not Found' },
  wrongMethod: { status: 405, code: 0, message: '405: Method Not Allowed' },
  unauthorized: { status: 401, code: 0, message: '401: Unauthorized' },
  unknownChannel: { status: 404, code: 10_003, message: 'Unknown Channel' },
  unknownGuild: { status: 404, code: 10_004, message: 'Unknown Guild' },
  unknownMember: { status: 404, code: 10_007, message: 'Unknown Member' },
  unknownMessage: { status: 404, code: 10_008, message: 'Unknown Message' },
  unknownOverwrite: { status: 404, code: 10_009, message: 'Unknown permission overwrite' },
  unknownRole: { status: 404, code: 10_011, message: 'Unknown Role' },
  unknownUser: { status: 404, code: 10_013, message: 'Unknown User' },
  unknownWebhook: { status: 404, code: 10_015, message: 'Unknown Webhook' },
  unknownEmoji: { status: 404, code: 10_014, message: 'Unknown Emoji' },
  tooManyRoles: { status: 400, code: 30_005, message: 'Maximum number of guild roles reached (250)' },
  tooManyChannels: { status: 400, code: 30_013, message: 'Maximum number of guild channels reached (500)' },
  tooManyParticipants: {
    status: 400,
    code: 30_033,
    message: 'Maximum number of thread participants has been reached (1000)',
  },
  tooManyGuildWebhooks: {
    status: 400,
    code: 30_058,
    message: 'Maximum number of webhooks per guild reached (1000)',
  },
  tooManyOverwrites: {
    status: 400,
    code: 30_060,
    message: 'Maximum number of channel permission overwrites reached (1000)',
  },
  oneParentAtATime: {
    status: 400,
    code: 40_009,
    message: 'Only one channel can have a parent_id modified at a time',
  },
  tooManyPinnedPosts: {
    status: 400,
    code: 30_047,
    message: 'Maximum number of pinned threads in a forum channel has been reached',
  },
  notBoosted: {
    status: 400,
    code: 50_101,
    message: 'This server needs more boosts to perform this action',
  },
  tagsNotUnique: { status: 400, code: 40_061, message: 'Tag names must be unique' },
  tooManyPins: { status: 400, code: 30_003, message: 'Maximum number of pins reached for the channel (250)' },
  tooManyWebhooks: { status: 400, code: 30_007, message: 'Maximum number of webhooks reached (15)' },
  tooManyAttachments: {
    status: 400,
    code: 30_015,
    message: 'Maximum number of attachments in a message reached (10)',
  },
  tooManyReactions: { status: 400, code: 30_010, message: 'Maximum number of reactions reached (20)' },
  noForumMessage: { status: 400, code: 40_058, message: 'Cannot send a message in a forum channel' },
  tagRequired: {
    status: 400,
    code: 40_067,
    message: 'A tag is required to create a forum post in this channel',
  },
  directChannel: { status: 403, code: 50_003, message: 'Cannot execute action on a DM channel' },
  directRefused: { status: 403, code: 50_007, message: 'Cannot send messages to this user' },
  tooOldToDelete: {
    status: 400,
    code: 50_034,
    message: 'A message provided was too old to bulk delete',
  },
  archivedThread: {
    status: 400,
    code: 50_083,
    message: 'Tried to perform an operation on an archived thread',
  },
  replyUnread: {
    status: 400,
    code: 160_002,
    message: 'Cannot reply without permission to read message history',
  },
  tooManyThreads: { status: 400, code: 160_006, message: 'Maximum number of active threads reached' },
  tooManyNewsThreads: {
    status: 400,
    code: 160_007,
    message: 'Maximum number of active announcement threads reached',
  },
  lockedThread: { status: 403, code: 160_005, message: 'Thread is locked' },
  forumNeedsName: {
    status: 400,
    code: 220_001,
    message: 'Webhooks posted to forum channels must have a thread_name or thread_id',
  },
  nameOrThread: {
    status: 400,
    code: 220_002,
    message: 'Webhooks posted to forum channels cannot have both a thread_name and thread_id',
  },
  forumOnlyName: {
    status: 400,
    code: 220_003,
    message: 'Webhooks can only create threads in forum channels',
  },
  notAPoll: { status: 400, code: 520_006, message: 'Cannot expire a non-poll message' },
  pollEdited: { status: 400, code: 520_003, message: 'Cannot edit a poll message' },
  pollExpired: { status: 400, code: 520_001, message: 'Poll expired' },
  pollChannel: { status: 400, code: 520_002, message: 'Invalid channel type for poll creation' },
  unknownInteraction: { status: 404, code: 10_062, message: 'Unknown interaction' },
  unknownCommand: { status: 404, code: 10_063, message: 'Unknown application command' },
  unknownApplication: { status: 404, code: 10_002, message: 'Unknown Application' },
  tooManyCommands: {
    status: 400,
    code: 30_032,
    message: 'Maximum number of application commands reached',
  },
  tooManyCreations: {
    status: 400,
    code: 30_034,
    message: 'Max number of daily application command creates has been reached (200)',
  },
  bodyTooLarge: { status: 413, code: 40_005, message: 'Request entity too large' },
  alreadyCrossposted: {
    status: 400,
    code: 40_033,
    message: 'This message has already been crossposted.',
  },
  alreadyAcknowledged: {
    status: 400,
    code: 40_060,
    message: 'Interaction has already been acknowledged.',
  },
  missingAccess: { status: 403, code: 50_001, message: 'Missing Access' },
  notOwnMessage: {
    status: 403,
    code: 50_005,
    message: 'Cannot edit a message authored by another user',
  },
  emptyMessage: { status: 400, code: 50_006, message: 'Cannot send an empty message' },
  missingPermissions: { status: 403, code: 50_013, message: 'Missing Permissions' },
  wrongChannelType: {
    status: 400,
    code: 50_024,
    message: 'Cannot execute action on this channel type',
  },
  invalidWebhookToken: { status: 401, code: 50_027, message: 'Invalid Webhook Token' },
  threadExists: {
    status: 400,
    code: 160_004,
    message: 'A thread has already been created for this message',
  },
} as const;

export type Refusal = keyof typeof REFUSALS;

/** Thrown by acts that Discord refuses; `rest/answer-request.ts` turns it into Discord's answer. */
export class DiscordError extends Error {
  override name = 'DiscordError';
  readonly status: number;
  readonly code: number;

  constructor(refusal: Refusal) {
    super(REFUSALS[refusal].message);
    this.status = REFUSALS[refusal].status;
    this.code = REFUSALS[refusal].code;
  }
}

/** Thrown when a body breaks the specification or a documented rule; answered as 50035 and recorded as a violation. */
export class InvalidFormError extends Error {
  override name = 'InvalidFormError';
  readonly broken: readonly BrokenRule[];

  constructor(broken: readonly BrokenRule[]) {
    super('Invalid Form Body');
    this.broken = broken;
  }
}

/** Thrown when a body cannot be read at all; recorded as a violation, too. */
export class InvalidJsonError extends Error {
  override name = 'InvalidJsonError';

  constructor() {
    super('The request body contains invalid JSON.');
  }
}

/** Thrown when a request needs a part of Discord that the sandbox does not have; counted among the unhandled routes. */
export class NotImitatedError extends Error {
  override name = 'NotImitatedError';
  readonly what: string;

  constructor(what: string) {
    super(`The sandbox does not imitate ${what}`);
    this.what = what;
  }
}

/** Thrown by acts that have a limit of their own beside that of their route. */
export class RateLimitedError extends Error {
  override name = 'RateLimitedError';
  /** Seconds. */
  readonly retryAfter: number;
  /** Some of these limits have a code; 0 for the others. */
  readonly code: number;

  constructor(
    retryAfter: number,
    { code, message }: { code: number; message: string } = {
      code: 0,
      message: 'You are being rate limited.',
    },
  ) {
    super(message);
    this.retryAfter = retryAfter;
    this.code = code;
  }
}
