import { ReadBriefingDocument } from '../../api/generated/graphql.ts';
import { asSlug } from '../../completion/as-slug.ts';
import { briefingOverview } from '../../messages/briefing-overview.ts';
import { briefingNotFound, briefingUnavailable } from '../../messages/briefing-unavailable.ts';
import type { CommandContext, Reply } from '../command.ts';
import { findCloseBriefings } from './suggest-briefings.ts';

/** By slug; a title typed by hand is found too, and anything else leads to what comes close. */
export async function readBriefing(wanted: string, context: CommandContext): Promise<Reply> {
  const { briefing } = await context.request(ReadBriefingDocument, { slug: asSlug(wanted) });
  switch (briefing.__typename) {
    case 'BriefingReady':
      return { message: briefingOverview(briefing.briefing), ephemeral: false };
    case 'NotFoundError':
    // What no slug can be made of.
    case 'InvalidInputError':
      return {
        message: briefingNotFound(wanted, await findCloseBriefings(wanted, context)),
        ephemeral: true,
      };
    case 'BriefingComposing':
    case 'BriefingWithdrawn':
      return { message: briefingUnavailable(briefing), ephemeral: true };
  }
}
