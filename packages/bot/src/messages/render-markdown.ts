/** Markdown of our answers as Discord shows it: bold, italic, lists, quotes, code and web links; everything else becomes plain text. */
import type { ListItem, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { layOutTable } from './lay-out-table.ts';
import { codeText, escapeLine, escapeMarkdown, link, webUrl } from './markdown.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** One entry for each block of the text. */
export function renderMarkdown(markdown: string): string[] {
  const root: Root = parser.parse(markdown);
  return root.children.map((node) => block(node)).filter((text) => text.trim() !== '');
}

function block(node: RootContent): string {
  switch (node.type) {
    case 'paragraph':
      return inline(node.children);
    case 'heading':
      return `**${inline(node.children)}**`;
    case 'list':
      return node.children
        .map((item, index) => listItem(item, node.ordered === true ? `${(node.start ?? 1) + index}.` : '-'))
        .join('\n');
    case 'blockquote':
      return prefixLines(node.children.map(block).join('\n'), '> ', '> ');
    case 'code':
      return `\`\`\`\n${codeText(node.value)}\n\`\`\``;
    case 'table':
      return table(node);
    case 'footnoteDefinition':
      return `${escapeLine(`[${node.identifier}]`)} ${node.children.map(block).join('\n')}`;
    case 'html':
      return escapeMarkdown(node.value);
    case 'thematicBreak':
    case 'definition':
    case 'yaml':
      return '';
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return escapeMarkdown(plainText(node));
    case 'text':
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'inlineCode':
    case 'break':
    case 'link':
    case 'linkReference':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return phrase(node);
  }
}

function listItem(item: ListItem, mark: string): string {
  const content = item.children.map(block).join('\n');
  const box = item.checked === true ? '☑ ' : item.checked === false ? '☐ ' : '';
  return prefixLines(box + content, `${mark} `, '  ');
}

function prefixLines(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : others) + line)
    .join('\n');
}

function table(node: Table): string {
  const [head, ...rows] = node.children.map((row) => row.children.map(plainText));
  const columns = (head ?? []).map((label, index) => ({
    label,
    unit: null,
    align: ALIGNMENTS[node.align?.[index] ?? 'left'],
  }));
  return layOutTable({ columns, rows });
}

const ALIGNMENTS = { left: 'START', center: 'CENTER', right: 'END' } as const;

function inline(nodes: readonly PhrasingContent[]): string {
  return nodes.map(phrase).join('');
}

function phrase(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return escapeMarkdown(node.value);
    case 'strong':
      return `**${inline(node.children)}**`;
    case 'emphasis':
      return `*${inline(node.children)}*`;
    case 'delete':
      return `~~${inline(node.children)}~~`;
    case 'inlineCode':
      return `\`${codeText(node.value)}\``;
    case 'break':
      return '\n';
    case 'link':
      return webLink(plainText(node), node.url);
    case 'image':
      return node.alt === null || node.alt === undefined ? '' : `(picture: ${escapeLine(node.alt)})`;
    case 'footnoteReference':
      return escapeLine(`[${node.identifier}]`);
    case 'html':
    case 'linkReference':
    case 'imageReference':
      return escapeMarkdown(plainText(node));
  }
}

/** A text that is an address itself is replaced by where the link really leads. */
function webLink(text: string, address: string): string {
  const url = webUrl(address);
  if (url === undefined) return escapeLine(text);
  return /^(https?:\/\/|www\.)/i.test(text) ? `<${url}>` : link(text, address);
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  if ('children' in node) return node.children.map(plainText).join('');
  return 'alt' in node ? (node.alt ?? '') : '';
}
