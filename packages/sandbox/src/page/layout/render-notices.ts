import { html, nothing, type TemplateResult } from 'lit';
import type { SandboxGuild, StateResponse } from '../../people/protocol.ts';
import { icons } from '../look/icons.ts';
import type { Names } from '../markdown/names.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import { currentGuild, type Notice, type SessionState } from '../session/session-state.ts';

/** What is to be known above the messages: the connection, the bot, and what came of the last act. */
export function renderNotices(
  state: SessionState,
  bot: StateResponse['bot'],
  names: Names,
  close: () => void,
): TemplateResult {
  const { connection, staleness, notice } = state;
  const isSaid = connection === 'LOST' && notice?.isLost === true;
  return html`${renderConnection(connection, staleness, bot)}
  ${connection === 'LIVE' ? renderServer(currentGuild(state), bot.name) : nothing}
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

function renderServer(guild: SandboxGuild | null, botName: string): TemplateResult | typeof nothing {
  if (guild === null || (guild.hasBot && !guild.isOut)) return nothing;
  const text = guild.isOut
    ? `An outage keeps ${botName} from this server. A moderator ends it in the server settings.`
    : `${botName} is not on this server. A moderator brings it back in the server settings.`;
  return html`<p class="notice" role="status">${text}</p>`;
}

function renderNotice(notice: Notice, names: Names, close: () => void): TemplateResult {
  const text = notice.isMarkdown === true ? renderMarkdown(notice.text, names) : notice.text;
  return html`<div class="notice ${notice.isError ? 'bad' : ''}" role="alert">
    <span class="markdown">${text}</span>
    <button type="button" class="close" aria-label="Close this note" @click=${close}>${icons.close}</button>
  </div>`;
}
