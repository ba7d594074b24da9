import { html, nothing, type TemplateResult } from 'lit';
import { cssColour } from '../look/css-colour.ts';
import type { Names } from './names.ts';
import type { MarkdownNode } from './parse-markdown.ts';

/** Draws what Discord writes as `<…>` (people, channels, roles, commands, times) and emoji; null for anything else. */
export function renderMention(node: MarkdownNode, names: Names): TemplateResult | null {
  const id = typeof node.id === 'string' ? node.id : '';
  switch (node.type) {
    case 'user':
      return html`<discord-mention type="user">${names.member(id) ?? 'unknown-user'}</discord-mention>`;
    case 'role':
      return renderRole(id, names);
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
      return renderCustomEmoji(typeof node.name === 'string' ? node.name : 'emoji');
    case 'twemoji':
      return html`<span class="emoji">${typeof node.name === 'string' ? node.name : ''}</span>`;
    case 'guildNavigation':
      return html`<discord-mention type="channels-and-roles">${String(node.navigation)}</discord-mention>`;
    default:
      return null;
  }
}

function renderRole(id: string, names: Names): TemplateResult {
  const role = names.role(id);
  const color = role === null || role.color === 0 ? nothing : cssColour(role.color);
  return html`<discord-mention type="role" color=${color}>${role?.name ?? 'unknown-role'}</discord-mention>`;
}

/** Pictures of custom emoji lie on Discord's servers; the page asks nobody and shows their name. */
function renderCustomEmoji(name: string): TemplateResult {
  return html`<span class="emoji-name" title="Custom emoji: its picture lies on Discord’s servers"
    >:${name}:</span
  >`;
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
