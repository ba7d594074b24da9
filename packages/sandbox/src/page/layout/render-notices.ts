import { html, nothing, type TemplateResult } from 'lit';
import type { StateResponse } from '../../people/protocol.ts';
import { icons } from '../look/icons.ts';
import type { Names } from '../markdown/names.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import type { Notice, SessionState } from '../session/session-state.ts';

/** What is to be known above the messages: the connection, the bot, and what came of the last act. */
export function renderNotices(
  { connection, staleness, notice }: SessionState,
  bot: StateResponse['bot'],
  names: Names,
  close: () => void,
): TemplateResult {
  const isSaid = connection === 'LOST' && notice?.isLost === true;
  return html`${renderConnection(connection, staleness, bot)}
  ${notice === null || isSaid ? nothing : renderNotice(notice, names, close)}`;
}

function renderConnection(
  connection: SessionState['connection'],
  staleness: string | null,
  bot: StateResponse['bot'],
): TemplateResult | typeof nothing {
  if (connection === 'LOST') {
    return html`<p class="notice bad" role="alert">The sandbox does not answer. Trying again…</p>`;
  }
  if (staleness !== null) {
    return html`<p class="notice bad" role="alert">
      Servers and channels may be out of date: ${staleness} Trying again…
    </p>`;
  }
  if (connection === 'LIVE' && !bot.online) {
    return html`<p class="notice" role="status">
      ${bot.name} is offline. It answers as soon as it is connected to this sandbox.
    </p>`;
  }
  return nothing;
}

function renderNotice(notice: Notice, names: Names, close: () => void): TemplateResult {
  const text = notice.isMarkdown === true ? renderMarkdown(notice.text, names) : notice.text;
  return html`<div class="notice ${notice.isError ? 'bad' : ''}" role="alert">
    <span class="markdown">${text}</span>
    <button type="button" class="close" aria-label="Close this note" @click=${close}>${icons.close}</button>
  </div>`;
}
