/** One section of a briefing: whole where it fits, else in short with a way to all of it, page by page. */
import { ButtonStyle, type APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import type {
  CitedSourceFragment,
  SectionContentFragment,
  SectionTitleFragment,
} from '../api/generated/graphql.ts';
import { blockTexts, type Block } from './block-texts.ts';
import { viewButton } from './briefing-overview.ts';
import { button, buttonRows } from './build-message.ts';
import { COLOURS } from './colours.ts';
import { formatCustomId, sectionKey } from './custom-ids.ts';
import { fitMessage } from './fit-message.ts';
import { escapeLine, small } from './markdown.ts';
import type { MessageBody, Omitted, Part } from './message.ts';
import { menuPageOf, sectionMenu, sectionTitle } from './section-menu.ts';
import { sourceLine } from './source-line.ts';
import { splitPages } from './split-pages.ts';

export interface SectionPage {
  slug: string;
  title: string;
  sections: readonly SectionTitleFragment[];
  section: SectionContentFragment;
  sources: readonly CitedSourceFragment[];
}

/** Page 0 is the section whole or in short; 1 and up are the pages of its full text. */
export function briefingSection(input: SectionPage, page = 0): MessageBody {
  if (page > 0) return fullPage(input, page);
  const texts = input.section.blocks.flatMap(blockTexts);
  const content: Part[] =
    texts.length === 0
      ? [{ kind: 'text', text: small('Nothing under this heading itself: see the sections that follow.') }]
      : texts.map((text) => ({ kind: 'text', ...text }));
  const whole = compose(input, content, citedNumbers(input.section), []);
  if (whole.omitted.dropped + whole.omitted.shortened === 0) return whole.body;
  return compose(input, content, citedNumbers(input.section), [pageButton(input, 1, 'Read in full')]).body;
}

function fullPage(input: SectionPage, wanted: number): MessageBody {
  const pages = splitPages(input.section.blocks.map(wholeBlock));
  const page = Math.min(wanted, pages.length);
  const content = (pages[page - 1] ?? []).map((text): Part => ({ kind: 'text', text, spaced: true }));
  const buttons = [
    pageButton(input, page - 1, page === 1 ? 'In short' : '← Back'),
    ...(page < pages.length ? [pageButton(input, page + 1, 'Go on →')] : []),
  ];
  const shown = (pages[page - 1] ?? []).join('\n');
  const numbers = citedNumbers(input.section).filter((number) => shown.includes(`[${number}]`));
  const where: Part = { kind: 'text', text: small(`page ${page} of ${pages.length}`), spaced: true };
  return compose(input, [...content, where], numbers, buttons).body;
}

function wholeBlock(block: Block): string {
  return blockTexts(block)
    .map(({ text }) => text)
    .join('\n');
}

function compose(
  input: SectionPage,
  content: readonly Part[],
  cited: readonly number[],
  buttons: readonly APIButtonComponentWithCustomId[],
): { body: MessageBody; omitted: Omitted } {
  const { section, sections } = input;
  const title = sections.find(({ id }) => id === section.id);
  const parts: Part[] = [
    { kind: 'text', text: small(escapeLine(input.title)) },
    {
      kind: 'text',
      text: `## ${escapeLine(sectionTitle(title ?? { heading: section.heading, kind: 'OTHER' }))}`,
    },
    ...content,
    ...sourceParts(input.sources, cited),
    ...sectionMenu(input, menuPageOf(input.sections, section.id)),
    ...buttonRows([...buttons, ...neighbours(input), viewButton(input.slug, 'overview', 'Overview')]),
  ];
  return fitMessage(parts, {
    accent: COLOURS.briefing,
    more: ({ dropped }) => small(dropped > 0 ? `Shortened to fit; +${dropped} more` : 'Shortened to fit'),
  });
}

function sourceParts(sources: readonly CitedSourceFragment[], cited: readonly number[]): Part[] {
  return sources
    .filter(({ number }) => cited.includes(number))
    .map((source, index) => ({
      kind: 'text',
      text: small(sourceLine(source)),
      shortForm: small(sourceLine({ ...source, title: null, url: null, author: null })),
      // As the content of most briefings, and below it: shortened and left out before it.
      priority: 3,
      spaced: index === 0,
    }));
}

function citedNumbers(section: SectionContentFragment): number[] {
  const numbers = section.blocks.flatMap((block) =>
    block.__typename === 'QuoteBlock'
      ? [...block.citations, ...block.claim.sources.map(({ number }) => number)]
      : block.citations,
  );
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

function pageButton(input: SectionPage, page: number, label: string): APIButtonComponentWithCustomId {
  const key = sectionKey(input.section.id);
  return button(label, formatCustomId({ kind: 'section', slug: input.slug, key, page }), {
    style: ButtonStyle.Primary,
  });
}

/** Reading straight through: the section before and the one after. */
function neighbours(input: SectionPage): APIButtonComponentWithCustomId[] {
  const position = input.sections.findIndex(({ id }) => id === input.section.id);
  const before = position > 0 ? input.sections[position - 1] : undefined;
  const after = input.sections[position + 1];
  return [
    ...(before === undefined ? [] : [sectionButton(input.slug, before, '↑ Section before')]),
    ...(after === undefined || position === -1 ? [] : [sectionButton(input.slug, after, '↓ Next section')]),
  ];
}

export function sectionButton(
  slug: string,
  section: { id: string },
  label: string,
): APIButtonComponentWithCustomId {
  return button(label, formatCustomId({ kind: 'section', slug, key: sectionKey(section.id), page: 0 }));
}
