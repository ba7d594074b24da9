import { SimpleMarkdown, rulesExtended } from 'discord-markdown-parser';

/** A node of the parser's tree. Its fields depend on its type, so each is checked where it is read. */
export interface MarkdownNode {
  type: string;
  [field: string]: unknown;
}

type Rule = (typeof rulesExtended)[string];

const itemLine = /^( *)([-*]|\d{1,9}\.) +(.*)$/;

// The parser has no lists, Discord's Markdown does:
// https://support.discord.com/hc/en-us/articles/210298617
const listRule: Rule = {
  order: SimpleMarkdown.defaultRules.heading.order - 0.2,
  match(source, state, previous) {
    if (state['inList'] === true || !isLineStart(previous)) return null;
    return /^(?: *(?:[-*]|\d{1,9}\.) +[^\n]+(?:\n|$))+/.exec(source);
  },
  parse(capture, parse, state) {
    const lines = (capture[0] ?? '').split('\n').filter((line) => line.trim() !== '');
    const items = lines.map((line) => {
      const [, indent = '', marker = '-', text = ''] = itemLine.exec(line) ?? [];
      return {
        depth: Math.floor(indent.length / 2),
        ordered: /\d/.test(marker),
        start: Number.parseInt(marker, 10) || 1,
        content: parse(text, { ...state, inList: true }),
      };
    });
    return { type: 'list', items };
  },
};

// The parser's own rules miss headings and small print that follow a quote or a list directly.
const lineRules = {
  heading: atLineStart(rulesExtended['heading'], /^(#{1,3}) +([^\n]+?)(\n|$)/),
  subtext: atLineStart(rulesExtended['subtext'], /^-# +([^\n]+?)(\n|$)/),
};

const parser = SimpleMarkdown.parserFor({ ...rulesExtended, ...lineRules, list: listRule });

/** Reads Discord's Markdown. Text the parser cannot digest comes back as it is: it must still be readable. */
export function parseMarkdown(source: string): MarkdownNode[] {
  try {
    return parser(source, { inline: true });
  } catch {
    return [{ type: 'text', content: source }];
  }
}

function atLineStart(rule: Rule | undefined, pattern: RegExp): Rule {
  if (rule === undefined) throw new Error('The Markdown parser has lost a rule');
  return {
    ...rule,
    match: (source, _state, previous) => (isLineStart(previous) ? pattern.exec(source) : null),
  };
}

function isLineStart(previous: string | undefined): boolean {
  return previous === undefined || previous === '' || previous.endsWith('\n');
}
