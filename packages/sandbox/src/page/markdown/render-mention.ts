import { html, type TemplateResult } from 'lit';
import type { Names } from './names.ts';
import type { MarkdownNode } from './parse-markdown.ts';

/** Draws what Discord writes as `<…>` (people, channels, roles, commands, times) and emoji; null for anything else. */
export function renderMention(node: MarkdownNode, names: Names): TemplateResult | null {
  const id = typeof node.id === 'string' ? node.id : '';
  switch (node.type) {
    case 'user':
      return html`<discord-mention type="user">${names.member(id) ?? 'unknown-user'}</discord-mention>`;
    case 'role':
      return html`<discord-mention type="role">role</discord-mention>`;
    case 'everyone':
    case 'here':
      return html`<discord-mention type="role">${node.type}</discord-mention>`;
    case 'channel':
      return renderChannel(id, names);
    case 'slashCommand':
      return renderCommand(node.fullName, names);
    case 'timestamp':
      return html`<chat-time
        .seconds=${Number(node.timestamp)}
        .look=${typeof node.format === 'string' ? node.format : 'f'}
        .clockOffset=${names.clockOffset}
      ></chat-time>`;
    case 'emoji':
      return html`<span class="emoji-name">:${typeof node.name === 'string' ? node.name : 'emoji'}:</span>`;
    case 'twemoji':
      return html`<span class="emoji">${typeof node.name === 'string' ? node.name : ''}</span>`;
    case 'guildNavigation':
      return html`<discord-mention type="channels-and-roles">${String(node.navigation)}</discord-mention>`;
    default:
      return null;
  }
}

function renderChannel(id: string, names: Names): TemplateResult {
  const channel = names.channel(id);
  if (channel === null) return html`<span class="mention">#No access</span>`;
  return html`<button type="button" class="mention" @click=${() => names.openChannel(id)}>
    #${channel.name}
  </button>`;
}

function renderCommand(fullName: unknown, names: Names): TemplateResult {
  const name = typeof fullName === 'string' ? fullName : '';
  return html`<button type="button" class="mention" @click=${() => names.startCommand(name)}>
    /${name}
  </button>`;
}
