/** What the buttons and menus of a briefing show. */
import {
  ReadBriefingDocument,
  ReadBriefingFaqDocument,
  ReadClaimsDocument,
  ReadScenariosDocument,
  ReadSectionDocument,
  ReadSectionsDocument,
  ReadSourcesDocument,
  ReadStakeholdersDocument,
  ReadTimelineDocument,
  type TypedDocumentString,
} from '../../api/generated/graphql.ts';
import {
  actorList,
  briefingFaq,
  claimList,
  scenarioList,
  sourceList,
  timeline,
} from '../../messages/briefing-lists.ts';
import { briefingOverview } from '../../messages/briefing-overview.ts';
import { briefingSection } from '../../messages/briefing-section.ts';
import {
  briefingNotFound,
  briefingUnavailable,
  type UnavailableBriefing,
} from '../../messages/briefing-unavailable.ts';
import { sectionKey, type BriefingView } from '../../messages/custom-ids.ts';
import type { MessageBody } from '../../messages/message.ts';
import { menuPage } from '../../messages/section-menu.ts';
import type { CommandContext, Press } from '../command.ts';

export async function answerView(press: Press<'briefing'>, context: CommandContext): Promise<MessageBody> {
  const { slug, view, page } = press.id;
  return VIEWS[view](slug, page, context);
}

type ShowView = (slug: string, page: number, context: CommandContext) => Promise<MessageBody>;

const VIEWS: Record<BriefingView, ShowView> = {
  overview: viewOf(ReadBriefingDocument, briefingOverview),
  sources: viewOf(ReadSourcesDocument, sourceList),
  claims: viewOf(ReadClaimsDocument, claimList),
  timeline: viewOf(ReadTimelineDocument, timeline),
  faq: viewOf(ReadBriefingFaqDocument, briefingFaq),
  actors: viewOf(ReadStakeholdersDocument, actorList),
  scenarios: viewOf(ReadScenariosDocument, scenarioList),
};

type BriefingAnswer<Briefing> = { __typename: 'BriefingReady'; briefing: Briefing } | UnavailableBriefing;

function viewOf<Briefing>(
  document: TypedDocumentString<{ briefing: BriefingAnswer<Briefing> }, { slug: string }>,
  show: (briefing: Briefing, page: number) => MessageBody,
): ShowView {
  return async (slug, page, { request }) => {
    const { briefing } = await request(document, { slug });
    return briefing.__typename === 'BriefingReady' ? show(briefing.briefing, page) : gone(slug, briefing);
  };
}

/** A line of the sections' menu: a section, or the menu's other page. */
export async function answerSections(
  press: Press<'sections'>,
  context: CommandContext,
): Promise<MessageBody> {
  const { slug } = press.id;
  const chosen = press.values[0] ?? '';
  const page = menuPage(chosen);
  return page === null ? showSection(slug, chosen, 0, context) : VIEWS.overview(slug, page, context);
}

export async function answerSection(press: Press<'section'>, context: CommandContext): Promise<MessageBody> {
  const { slug, key, page } = press.id;
  const { briefing } = await context.request(ReadSectionsDocument, { slug });
  if (briefing.__typename !== 'BriefingReady') return gone(slug, briefing);
  const section = briefing.briefing.sections.find(({ id }) => sectionKey(id) === key);
  // The briefing changed since the button was made: its first page shows what it has now.
  return section === undefined
    ? VIEWS.overview(slug, 0, context)
    : showSection(slug, section.id, page, context);
}

async function showSection(
  slug: string,
  sectionId: string,
  page: number,
  context: CommandContext,
): Promise<MessageBody> {
  const { briefing } = await context.request(ReadSectionDocument, { slug, sectionId });
  if (briefing.__typename !== 'BriefingReady') return gone(slug, briefing);
  const { section } = briefing.briefing;
  if (section === null) return VIEWS.overview(slug, 0, context);
  return briefingSection({ ...briefing.briefing, section }, page);
}

function gone(slug: string, result: UnavailableBriefing): MessageBody {
  return result.__typename === 'NotFoundError' || result.__typename === 'InvalidInputError'
    ? briefingNotFound(slug, [])
    : briefingUnavailable(result);
}
