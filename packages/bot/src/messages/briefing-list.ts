/** Several briefings, newest first, each with a button that opens it. */
import { truncate } from '@communique/shared/text';
import type { BriefingListItemFragment } from '../api/generated/graphql.ts';
import { readButton } from './briefing-overview.ts';
import { COLOURS } from './colours.ts';
import { fitMessage } from './fit-message.ts';
import { escapeLine, small, timestamp } from './markdown.ts';
import type { MessageBody, Part } from './message.ts';

export function briefingList(
  heading: string,
  briefings: readonly BriefingListItemFragment[],
  hasMore: boolean,
): MessageBody {
  const parts: Part[] = [
    { kind: 'text', text: `## ${escapeLine(heading)}` },
    ...briefings.map(card),
    ...(hasMore ? [moreHint()] : []),
  ];
  const more = ({ dropped }: { dropped: number }): string =>
    small(dropped > 0 ? `+${dropped} more: /briefing read finds them all` : 'Shortened to fit');
  return fitMessage(parts, { accent: COLOURS.briefing, more }).body;
}

function card(briefing: BriefingListItemFragment): Part {
  const { headline, short } = briefing.summary;
  const title = `**${escapeLine(briefing.title)}**`;
  const facts = small(`${timestamp(briefing.publishedAt, 'D')} · ${briefing.readingTimeMinutes} min read`);
  const sentence = headline ?? short;
  return {
    kind: 'card',
    text: [title, ...(sentence === null ? [] : [escapeLine(truncate(sentence, 200))]), facts].join('\n'),
    shortForm: `${title}\n${facts}`,
    priority: 2,
    button: readButton(briefing.slug),
  };
}

function moreHint(): Part {
  return { kind: 'text', text: small('Older ones: /briefing read finds them all.'), spaced: true };
}
