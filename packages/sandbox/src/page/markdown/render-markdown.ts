import { html, nothing, type TemplateResult } from 'lit';
import type { Names } from './names.ts';
import { parseMarkdown, type MarkdownNode } from './parse-markdown.ts';
import { renderList } from './render-list.ts';
import { renderMention } from './render-mention.ts';
import { safeLink } from './safe-url.ts';

type Rendered = TemplateResult | string | typeof nothing;

// These stand on lines of their own already: a line break after them would show as an empty line.
const blocks = new Set(['codeBlock', 'heading']);

/** Draws Discord's Markdown. Text only ever becomes text nodes, so nothing in a message can become markup. */
export function renderMarkdown(source: string, names: Names): TemplateResult {
  return html`${renderNodes(parseMarkdown(source), names)}`;
}

function renderNodes(nodes: readonly MarkdownNode[], names: Names): Rendered[] {
  return nodes.map((node, index) => {
    const previous = nodes[index - 1];
    if (node.type === 'br' && previous !== undefined && blocks.has(previous.type)) return nothing;
    return renderNode(node, names);
  });
}

function renderNode(node: MarkdownNode, names: Names): Rendered {
  const inner = (): Rendered[] => renderNodes(childrenOf(node.content), names);
  switch (node.type) {
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'em':
      return html`<em>${inner()}</em>`;
    case 'underline':
      return html`<u>${inner()}</u>`;
    case 'strikethrough':
      return html`<s>${inner()}</s>`;
    case 'spoiler':
      return html`<chat-spoiler>${inner()}</chat-spoiler>`;
    case 'inlineCode':
      return html`<code>${textOf(node.content)}</code>`;
    case 'codeBlock':
      return html`<pre tabindex="0"><code>${textOf(node.content)}</code></pre>`;
    case 'blockQuote':
      return html`<blockquote>${inner()}</blockquote>`;
    case 'subtext':
      return html`<div class="subtext">${inner()}</div>`;
    case 'heading':
      return renderHeading(node.level, inner());
    case 'list':
      return renderList(node.items, (content) => html`${renderNodes(childrenOf(content), names)}`);
    case 'link':
    case 'url':
    case 'autolink':
      return renderLink(node.target, inner());
    case 'br':
      return html`<br />`;
    default:
      return renderMention(node, names) ?? textOf(node.content);
  }
}

function renderHeading(level: unknown, content: Rendered[]): TemplateResult {
  if (level === 1) return html`<h3 class="h1">${content}</h3>`;
  if (level === 2) return html`<h4 class="h2">${content}</h4>`;
  return html`<h5 class="h3">${content}</h5>`;
}

function renderLink(target: unknown, content: Rendered[]): TemplateResult {
  const href = safeLink(target);
  if (href === null) return html`${content}`;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer" title=${href}>${content}</a>`;
}

function childrenOf(content: unknown): MarkdownNode[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((child: unknown) => (isNode(child) ? [child] : childrenOf(child)));
}

function isNode(value: unknown): value is MarkdownNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : '';
}
