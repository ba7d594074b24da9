import { css } from 'lit';

/** How Discord's Markdown looks; for every component that draws some. */
export const markdownStyle = css`
  .markdown {
    line-height: 1.375;
    overflow-wrap: anywhere;
  }
  .markdown h3,
  .markdown h4,
  .markdown h5 {
    color: var(--strong);
    font-weight: 700;
    line-height: 1.375;
    margin: 16px 0 6px;
  }
  .markdown h3:first-child,
  .markdown h4:first-child,
  .markdown h5:first-child {
    margin-top: 4px;
  }
  .markdown .h1 {
    font-size: 1.5rem;
  }
  .markdown .h2 {
    font-size: 1.25rem;
  }
  .markdown .h3 {
    font-size: 1rem;
  }
  .markdown strong {
    font-weight: 700;
  }
  .markdown .subtext {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .markdown ul,
  .markdown ol {
    margin: 4px 0;
    padding-left: 1.5em;
  }
  .markdown li {
    margin: 2px 0;
  }
  /* Underlined, as Discord does on request: colour alone does not tell a link from the text around it. */
  .markdown a {
    color: var(--link);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }
  .markdown a:hover,
  .markdown a:focus-visible {
    text-decoration-thickness: 2px;
  }
  .markdown code {
    background: var(--code);
    border-radius: 4px;
    font: 0.85em/1.3 var(--mono);
    padding: 0.15em 0.3em;
  }
  .markdown pre {
    background: var(--code);
    border: 1px solid var(--card-line);
    border-radius: 4px;
    margin: 6px 0;
    max-width: 100%;
    overflow-x: auto;
    padding: 8px;
  }
  .markdown pre code {
    background: none;
    padding: 0;
    white-space: pre;
  }
  .markdown blockquote {
    border-left: 4px solid var(--card-line);
    border-radius: 4px;
    margin: 4px 0;
    padding-left: 12px;
  }
  .markdown .mention {
    background: color-mix(in srgb, var(--brand) 28%, transparent);
    border: 0;
    border-radius: 3px;
    color: var(--brand-text);
    cursor: pointer;
    font: inherit;
    font-weight: 500;
    padding: 0 2px;
  }
  .markdown .mention:hover {
    background: var(--brand);
    color: #fff;
  }
  .markdown discord-mention {
    cursor: default;
  }
  .markdown .emoji {
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif;
  }
`;
