/** A list with a heading, as many pages as it takes. */
import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { button, buttonRows } from './build-message.ts';
import { fitMessage } from './fit-message.ts';
import { small } from './markdown.ts';
import type { MessageBody, Part } from './message.ts';

export interface PagedList {
  /** Discord Markdown, above the entries on every page. */
  heading: readonly string[];
  /** Discord Markdown, entries by page; at least one page. */
  pages: readonly (readonly string[])[];
  /** Blank lines between entries. */
  spaced: boolean;
  /** Shown on every page. */
  footer?: readonly Part[];
  buttons?: readonly APIButtonComponentWithCustomId[];
  accent: number;
  /** From 0; a page beyond the end is the last one. */
  page: number;
  pageId: (page: number) => string;
}

export function pagedList(list: PagedList): MessageBody {
  const { pages } = list;
  const page = Math.min(Math.max(0, list.page), pages.length - 1);
  const parts: Part[] = [
    ...list.heading.map((text): Part => ({ kind: 'text', text })),
    ...(pages[page] ?? []).map((text): Part => ({ kind: 'text', text, priority: 1, spaced: list.spaced })),
    ...(pages.length > 1 ? [pageLine(page, pages.length)] : []),
    ...(list.footer ?? []),
    ...buttonRows([...turnButtons(page, pages.length, list.pageId), ...(list.buttons ?? [])]),
  ];
  const more = ({ dropped }: { dropped: number }): string => small(`+${dropped} more`);
  return fitMessage(parts, { accent: list.accent, more }).body;
}

function pageLine(page: number, pages: number): Part {
  return { kind: 'text', text: small(`page ${page + 1} of ${pages}`), spaced: true };
}

function turnButtons(
  page: number,
  pages: number,
  pageId: (page: number) => string,
): APIButtonComponentWithCustomId[] {
  return [
    ...(page > 0 ? [button('← Back', pageId(page - 1))] : []),
    ...(page < pages - 1 ? [button('Go on →', pageId(page + 1))] : []),
  ];
}
