/** A digest: what is new, how sure we are of it, and a question to start from. Preview and post are the same message. */
import { truncate } from '@communique/shared/text';
import type { DigestItemFragment } from '../api/generated/graphql.ts';
import { button, buttonRows } from './build-message.ts';
import { readButton } from './briefing-overview.ts';
import { claimCounts } from './claims.ts';
import { COLOURS } from './colours.ts';
import { formatCustomId } from './custom-ids.ts';
import { formatLocalDay } from './dates.ts';
import { fitMessage } from './fit-message.ts';
import { escapeLine, small } from './markdown.ts';
import type { MessageBody, Part } from './message.ts';

export interface Digest {
  /** Null in a preview: nothing was delivered yet. */
  deliveryId: string | null;
  /** The local day of this instant is in the title. */
  runAt: string;
  timeZone: string;
  edition: {
    items: readonly { briefing: DigestItemFragment }[];
    prompt: { text: string } | null;
  };
}

const KEY_POINTS = 3;
const MAX_KEY_POINT = 200;
const MAX_PROMPT = 500;

/** `notes` are small lines above the digest, in Discord Markdown. */
export function digestMessage(digest: Digest, notes: readonly string[] = []): MessageBody {
  const { edition } = digest;
  const parts: Part[] = [
    ...notes.map((note): Part => ({ kind: 'text', text: small(note) })),
    { kind: 'text', text: `## Briefings · ${formatLocalDay(digest.runAt, digest.timeZone)}` },
    ...edition.items.map(({ briefing }) => card(briefing)),
    ...prompt(edition.prompt),
    ...moreButton(digest.deliveryId),
  ];
  const more = ({ dropped }: { dropped: number }): string =>
    small(dropped > 0 ? `+${dropped} more: /briefing latest` : 'Shortened to fit: press Read for the rest');
  return fitMessage(parts, { accent: COLOURS.briefing, more }).body;
}

function card(briefing: DigestItemFragment): Part {
  const { headline, short, keyPoints } = briefing.summary;
  const title = `### ${escapeLine(headline ?? briefing.title)}`;
  const certainty = small(`${claimCounts(briefing.claims)} · ${briefing.readingTimeMinutes} min read`);
  const points = keyPoints
    .slice(0, KEY_POINTS)
    .map((point) => `- ${escapeLine(truncate(point, MAX_KEY_POINT))}`);
  const body = points.length > 0 ? points : short === null ? [] : [escapeLine(short)];
  return {
    kind: 'card',
    text: [title, ...body, certainty].join('\n'),
    shortForm: [title, certainty].join('\n'),
    priority: 2,
    button: readButton(briefing.slug),
  };
}

function prompt(text: { text: string } | null): Part[] {
  if (text === null) return [];
  return [
    { kind: 'text', text: `**To discuss:** ${escapeLine(truncate(text.text, MAX_PROMPT))}`, spaced: true },
  ];
}

function moreButton(deliveryId: string | null): Part[] {
  if (deliveryId === null) return [];
  return buttonRows([button('More briefings', formatCustomId({ kind: 'delivery', deliveryId }))]);
}
