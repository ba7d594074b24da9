/** What came of one run of a digest, as the API tells it. */
export interface DigestRun {
  channelId: string;
  state: string;
  reason: string | null;
  briefings: number;
}

export function isRun(value: unknown): value is DigestRun {
  if (typeof value !== 'object' || value === null) return false;
  const run: Partial<Record<keyof DigestRun, unknown>> = value;
  const hasReason = run.reason === null || typeof run.reason === 'string';
  return (
    hasReason &&
    typeof run.channelId === 'string' &&
    typeof run.state === 'string' &&
    typeof run.briefings === 'number'
  );
}

export const NOTHING_SCHEDULED =
  'No digest is scheduled. A moderator sets one up with `/digest create`, or starts a paused one again with `/digest resume`.';

/** What happened when the clock went to a digest, in Discord's Markdown: channels and times are drawn as in a message. */
export function describeJump(at: string, runs: readonly DigestRun[]): string {
  const when = `It is <t:${Math.floor(Date.parse(at) / 1_000)}:f>.`;
  if (runs.length === 0) return `${when} The bot has not posted anything yet: it may not be connected.`;
  return [when, ...runs.map(describeRun)].join(' ');
}

function describeRun({ channelId, state, reason, briefings }: DigestRun): string {
  const where = `<#${channelId}>`;
  const why = reason === null ? '' : ` ${asSentence(reason)}`;
  switch (state) {
    case 'SENT':
    case 'THREADED':
    case 'PUBLISHED':
      return `The digest with ${briefings} ${briefings === 1 ? 'briefing' : 'briefings'} was posted in ${where}.`;
    case 'SKIPPED':
      return `No digest was posted in ${where}.${why}`;
    case 'FAILED':
    case 'DEAD':
      return `The digest could not be posted in ${where}.${why}`;
    default:
      return `The digest has not been posted in ${where} yet.${why} The bot tries again by itself.`;
  }
}

function asSentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1).replace(/\.$/, '')}.`;
}
