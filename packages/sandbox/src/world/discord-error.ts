import type { BrokenRule } from '../validation/problem.ts';

/** Codes and words of https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const REFUSALS = {
  unknownRoute: { status: 404, code: 0, message: '404: Not Found' },
  unauthorized: { status: 401, code: 0, message: '401: Unauthorized' },
  unknownChannel: { status: 404, code: 10_003, message: 'Unknown Channel' },
  unknownGuild: { status: 404, code: 10_004, message: 'Unknown Guild' },
  unknownMember: { status: 404, code: 10_007, message: 'Unknown Member' },
  unknownMessage: { status: 404, code: 10_008, message: 'Unknown Message' },
  unknownRole: { status: 404, code: 10_011, message: 'Unknown Role' },
  unknownUser: { status: 404, code: 10_013, message: 'Unknown User' },
  unknownWebhook: { status: 404, code: 10_015, message: 'Unknown Webhook' },
  unknownInteraction: { status: 404, code: 10_062, message: 'Unknown interaction' },
  unknownCommand: { status: 404, code: 10_063, message: 'Unknown application command' },
  unknownApplication: { status: 404, code: 10_002, message: 'Unknown Application' },
  tooManyCommands: {
    status: 400,
    code: 30_032,
    message: 'Maximum number of application commands reached',
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
  invalidJson: {
    status: 400,
    code: 50_109,
    message: 'The request body contains invalid JSON.',
  },
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

/** Thrown when a request needs a part of Discord that the sandbox does not have; counted among the unhandled routes. */
export class NotImitatedError extends Error {
  override name = 'NotImitatedError';
  readonly what: string;

  constructor(what: string) {
    super(`The sandbox does not imitate ${what}`);
    this.what = what;
  }
}
