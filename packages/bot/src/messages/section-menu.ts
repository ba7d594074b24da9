/** The menu of a briefing's sections, 25 lines at a time. */
import type { SectionKind, SectionTitleFragment } from '../api/generated/graphql.ts';
import { SELECT_OPTIONS } from '../discord/limits.ts';
import { selectMenu, type MenuLine } from './build-message.ts';
import { formatCustomId } from './custom-ids.ts';
import type { ControlsPart } from './message.ts';

// Two lines are kept for going back and on.
const PER_PAGE = SELECT_OPTIONS - 2;

export function sectionMenu(
  briefing: { slug: string; sections: readonly SectionTitleFragment[] },
  page = 0,
): ControlsPart[] {
  const { sections, slug } = briefing;
  if (sections.length === 0) return [];
  const fitsAtOnce = sections.length <= SELECT_OPTIONS;
  const start = fitsAtOnce ? 0 : Math.min(page, Math.floor((sections.length - 1) / PER_PAGE)) * PER_PAGE;
  const end = fitsAtOnce ? sections.length : start + PER_PAGE;
  const options = sections.slice(start, end).map(menuLine);
  const current = start / PER_PAGE;
  if (start > 0) options.unshift(turnPage('← Sections before these', current - 1));
  if (end < sections.length) options.push(turnPage('More sections →', current + 1));
  return [selectMenu(formatCustomId({ kind: 'sections', slug }), 'Read a section', options)];
}

/** The page of the menu that shows a section. */
export function menuPageOf(sections: readonly { id: string }[], sectionId: string): number {
  const position = sections.findIndex(({ id }) => id === sectionId);
  return Math.max(0, Math.floor(position / PER_PAGE));
}

function turnPage(label: string, page: number): MenuLine {
  return { label, value: `page:${page}`, description: 'Turns the page of this menu' };
}

/** The page a menu's own line leads to; null for a section's id, which never has a colon. */
export function menuPage(value: string): number | null {
  const match = /^page:(\d{1,3})$/.exec(value);
  return match === null ? null : Number(match[1]);
}

/** The heading; the introduction before the first heading is named by its kind. */
export function sectionTitle(section: Pick<SectionTitleFragment, 'heading' | 'kind'>): string {
  return section.heading ?? (section.kind === 'OTHER' ? 'Introduction' : KIND_WORDS[section.kind]);
}

/** The kind is said where it adds to the heading. */
function menuLine(section: SectionTitleFragment): MenuLine {
  const title = sectionTitle(section);
  const kind = KIND_WORDS[section.kind];
  const line = { label: `${section.parentId === null ? '' : '› '}${title}`, value: section.id };
  return section.kind === 'OTHER' || kind === title ? line : { ...line, description: kind };
}

const KIND_WORDS: Record<SectionKind, string> = {
  OVERVIEW: 'Overview',
  BACKGROUND: 'Background',
  DEVELOPMENTS: 'Developments',
  KEY_ISSUES: 'Key issues',
  STAKEHOLDERS: 'Who is involved',
  SCENARIOS: 'Scenarios',
  CHALLENGES: 'Challenges',
  IMPLICATIONS: 'Implications',
  RECOMMENDATIONS: 'Recommendations',
  EXPERT_VIEW: 'Expert view',
  OUTLOOK: 'Outlook',
  OTHER: 'Section',
};
