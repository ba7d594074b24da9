/** A briefing that cannot be read, and why. */
import { truncate } from '@communique/shared/text';
import type { UnavailableFragment } from '../api/generated/graphql.ts';
import { button, buttonRows } from './build-message.ts';
import { formatCustomId } from './custom-ids.ts';
import { escapeLine, escapeMarkdown, timestamp } from './markdown.ts';
import type { MessageBody } from './message.ts';
import { noticeMessage, problemMessage } from './problem-message.ts';

export type UnavailableBriefing = Exclude<UnavailableFragment, { __typename: 'BriefingReady' }>;

export function briefingUnavailable(
  result: Exclude<UnavailableBriefing, { __typename: 'NotFoundError' | 'InvalidInputError' }>,
): MessageBody {
  switch (result.__typename) {
    case 'BriefingComposing':
      return noticeMessage(['**This briefing is still being written.**', escapeMarkdown(result.message)]);
    case 'BriefingWithdrawn':
      return noticeMessage([
        `**This briefing was withdrawn on ${timestamp(result.withdrawnAt, 'D')}.**`,
        `Reason: ${escapeMarkdown(result.reason)}`,
      ]);
  }
}

/** Nothing by that name; what comes close is one press away. */
export function briefingNotFound(
  wanted: string,
  close: readonly { slug: string; title: string }[],
): MessageBody {
  const name = escapeLine(truncate(wanted, 100));
  if (close.length === 0) {
    return problemMessage([
      `**There is no briefing called “${name}”.**`,
      'Pick one from the list that appears while you type, or see the newest with /briefing latest.',
    ]);
  }
  const buttons = close
    .slice(0, 5)
    .map(({ slug, title }) =>
      button(title, formatCustomId({ kind: 'briefing', slug, view: 'overview', page: 0 })),
    );
  return problemMessage(
    [`**There is no briefing called “${name}”.**`, 'Did you mean one of these?'],
    buttonRows(buttons),
  );
}
