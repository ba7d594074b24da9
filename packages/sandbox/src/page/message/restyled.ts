import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { css } from 'lit';

/** The package's message frame in the page's colours, narrower on a phone. */
export class ChatFrame extends DiscordMessage {
  static override styles = css`
    ${DiscordMessage.styles}
    :host {
      background: none !important;
      color: var(--text) !important;
      font-family: var(--font);
      font-size: 1rem;
      margin: 0;
    }
    :host .discord-message-timestamp,
    :host .discord-message-edited {
      color: var(--faint) !important;
      white-space: nowrap;
    }
    .discord-message-content {
      line-height: 1.375;
      min-width: 0;
    }
    :host([message-body-only]) .discord-message-content {
      padding-top: 0;
    }
    .discord-author-avatar img {
      cursor: default;
    }
    @media (max-width: 719px) {
      :host {
        padding-left: 10px;
        padding-right: 10px;
      }
      .discord-author-avatar {
        margin-right: 12px;
      }
      .discord-message-timestamp.discord-message-body-only-indent {
        flex: none;
        margin: 0;
        width: 52px;
      }
    }
  `;
}

/** The package's line "… used /command", readable in both themes and cut off where it is too long. */
export class ChatOrigin extends DiscordCommand {
  static override styles = [
    ...DiscordCommand.styles,
    css`
      :host {
        font-family: var(--font);
        padding-right: 8px;
      }
      :host .discord-replied-message-username {
        color: var(--text);
        opacity: 1;
      }
      :host .discord-replied-message-username:hover {
        cursor: default;
        text-decoration: none;
      }
      :host .discord-slash-command-name,
      :host .discord-slash-command-name:hover {
        background: color-mix(in srgb, var(--brand) 24%, transparent);
        color: var(--brand-text) !important;
        min-width: 0;
        overflow: hidden;
      }
      .discord-slash-command-name span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      @media (max-width: 719px) {
        :host {
          margin-left: 52px;
        }
      }
    `,
  ];
}

/** The package's line above a reply, readable in both themes. */
export class ChatReply extends DiscordReply {
  static override styles = css`
    ${DiscordReply.styles}
    :host {
      color: var(--muted) !important;
      font-family: var(--font);
      padding-right: 8px;
    }
    :host .discord-replied-message-username {
      color: var(--text) !important;
      cursor: default;
      opacity: 1;
      text-decoration: none;
    }
    :host .discord-replied-message-content,
    :host .discord-replied-message-content:hover {
      color: inherit !important;
      cursor: default;
    }
  `;
}

/** The package's embed in the page's colours. */
export class ChatEmbed extends DiscordEmbed {
  static override styles = css`
    ${DiscordEmbed.styles}
    :host {
      color: var(--text) !important;
    }
    :host .discord-embed-wrapper {
      background: var(--card) !important;
      border-color: var(--card-line) !important;
    }
    :host .discord-left-border {
      background: var(--accent, var(--card-line)) !important;
    }
  `;
}
