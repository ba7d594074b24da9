import { html, type TemplateResult } from 'lit';

interface ListItem {
  depth: number;
  ordered: boolean;
  start: number;
  content: unknown;
}

/** Nests the parser's flat items by their depth. */
export function renderList(
  items: unknown,
  renderContent: (content: unknown) => TemplateResult,
): TemplateResult {
  return html`${renderLevel(toItems(items), renderContent)}`;
}

function renderLevel(
  items: readonly ListItem[],
  renderContent: (content: unknown) => TemplateResult,
): TemplateResult[] {
  const lists: TemplateResult[] = [];
  let rest = items;
  for (let first = rest[0]; first !== undefined; first = rest[0]) {
    const { depth, ordered, start } = first;
    const end = rest.findIndex((item) => item.depth <= depth && item.ordered !== ordered);
    const own = end === -1 ? rest : rest.slice(0, end);
    const entries = groupByParent(own, depth).map(
      ([item, below]) => html`<li>${renderContent(item.content)}${renderLevel(below, renderContent)}</li>`,
    );
    lists.push(
      ordered
        ? html`<ol start=${start}>
            ${entries}
          </ol>`
        : html`<ul>
            ${entries}
          </ul>`,
    );
    rest = rest.slice(own.length);
  }
  return lists;
}

function groupByParent(items: readonly ListItem[], depth: number): [ListItem, ListItem[]][] {
  const groups: [ListItem, ListItem[]][] = [];
  for (const item of items) {
    const current = groups.at(-1);
    if (current === undefined || item.depth <= depth) groups.push([item, []]);
    else current[1].push(item);
  }
  return groups;
}

function toItems(items: unknown): ListItem[] {
  return Array.isArray(items) ? items.filter(isItem) : [];
}

function isItem(value: unknown): value is ListItem {
  return typeof value === 'object' && value !== null && 'depth' in value && 'ordered' in value;
}
