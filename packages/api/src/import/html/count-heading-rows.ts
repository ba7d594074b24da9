import type { Element } from 'hast';
import { namesStakeholders } from '../sections/extract-stakeholders.ts';
import { attribute, elementText } from './html-tree.ts';
import type { HtmlRow } from './spread-cells.ts';

/** More than any table has. */
const MAX_HEADING_ROWS = 4;

/** How many of a table's first rows name its columns: those that the page marks, else the first if it is clearly one. */
export function countHeadingRows(rows: readonly HtmlRow[]): number {
  const other = rows.findIndex(({ isHeading }) => !isHeading);
  // A table of nothing but headings has values all the same.
  const marked = other === -1 ? 1 : other;
  if (marked > 0) return Math.min(marked, MAX_HEADING_ROWS);
  const [first, ...others] = rows;
  return first !== undefined && others.length > 0 && isLikeHeading(first, others) ? 1 : 0;
}

const MAX_NAME = 60;

function isLikeHeading(first: HtmlRow, others: readonly HtmlRow[]): boolean {
  const names = first.cells.map(elementText);
  // The corner may be empty.
  const isNamed = names.every((name, column) => isName(name) || (name === '' && column === 0));
  if (!isNamed || new Set(names).size < names.length || first.banner !== null) return false;
  if (isMarked(first) && !others.some(isMarked)) return true;
  if (namesStakeholders(names)) return true;
  const body = others.filter(({ banner }) => banner === null).map(({ cells }) => cells.map(elementText));
  const years = names.filter(isYear).length;
  // "1990 | 1995" above numbers are years; one number below one name is a pair like any other.
  if (names.some((name) => isValue(name) && !isYear(name)) || body.length < (years > 1 ? 1 : 2)) return false;
  return names.some(
    (_name, column) =>
      isColumnOfValues(body, column) && !body.some((row) => isYear(row[column] ?? '') && years > 0),
  );
}

function isYear(text: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(text);
}

function isName(text: string): boolean {
  return text !== '' && text.length <= MAX_NAME && !/\s.*[.!。]$/u.test(text);
}

/** All of its words stand out, or its class says what they are. */
function isMarked({ element, cells }: HtmlRow): boolean {
  return isCalledHeading(element) || cells.every((cell) => isCalledHeading(cell) || isEmphasized(cell));
}

function isCalledHeading(element: Element): boolean {
  return /(?:^|[\s_-])(?:thead|th|head(?:er|ing)?)(?:$|[\s_-])/i.test(attribute(element, 'className'));
}

const EMPHASIS = /^(?:b|strong|em|i|u)$/;

function isEmphasized(element: Element): boolean {
  const filled = element.children.filter((child) => elementText(child) !== '');
  return filled.every(
    (child) =>
      child.type === 'element' &&
      (EMPHASIS.test(child.tagName) || (/^(?:p|div|span|font)$/.test(child.tagName) && isEmphasized(child))),
  );
}

function isColumnOfValues(body: readonly (readonly string[])[], column: number): boolean {
  return body.every((row) => isValue(row[column] ?? ''));
}

// "12", "€ 5.20", "12 km", "3 May 2025", "2025-05-03", "5 %", "–"
const VALUE = /^(?:[^\p{L}]*\d[^\p{L}]*(?:\p{L}{1,9}\.?(?:[^\p{L}]*\d[^\p{L}]*)?)?|[-–—]|n\/a)$/u;

function isValue(text: string): boolean {
  return text.length <= 30 && VALUE.test(text);
}
