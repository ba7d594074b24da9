import type { APIEmbed, APIEmbedField } from 'discord-api-types/payloads/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import { cssColour } from '../look/css-colour.ts';
import { formatMessageTime } from '../markdown/format-timestamp.ts';
import { localMedia, safeLink } from '../markdown/safe-url.ts';
import type { MessageContext } from './message-context.ts';
import { renderPicture } from './render-media.ts';

/**
 * Draws an embed in the component package's frame. Author and title are ours: they hold Markdown, and the
 * package would fetch a picture from Discord's network for every long number in them.
 */
export function renderEmbed(embed: APIEmbed, context: MessageContext): TemplateResult {
  const style = embed.color === undefined ? '' : `--accent: ${cssColour(embed.color)}`;
  const now = new Date(Date.now() + context.names.clockOffset);
  const time = embed.timestamp === undefined ? '' : formatMessageTime(new Date(embed.timestamp), now);
  return html`<chat-embed slot="embeds" .style=${style}>
    <discord-embed-description slot="description">
      <div class="embed-top">
        <div>
          ${renderAuthor(embed, context)} ${renderTitle(embed, context)}
          ${embed.description === undefined ? nothing : renderText(embed.description, context)}
        </div>
        ${
          embed.thumbnail === undefined
            ? nothing
            : html`<div class="embed-thumbnail">${renderPicture(embed.thumbnail.url, '', context)}</div>`
        }
      </div>
    </discord-embed-description>
    ${renderFields(embed.fields ?? [], context)}
    ${
      embed.image === undefined
        ? nothing
        : html`<div slot="fields" class="embed-picture">${renderPicture(embed.image.url, '', context)}</div>`
    }
    ${
      embed.footer === undefined && time === ''
        ? nothing
        : html`<discord-embed-footer slot="footer"
            >${renderIcon(embed.footer?.icon_url, context)}${[embed.footer?.text, time].filter(Boolean).join(' • ')}</discord-embed-footer
          >`
    }
  </chat-embed>`;
}

function renderAuthor({ author }: APIEmbed, context: MessageContext): TemplateResult | typeof nothing {
  return author === undefined
    ? nothing
    : html`<div class="embed-author">
        ${renderIcon(author.icon_url, context)}${linked(author.name, author.url)}
      </div>`;
}

/** An icon of another machine is left out: it says nothing that the name beside it does not. */
function renderIcon(url: string | undefined, context: MessageContext): TemplateResult | typeof nothing {
  const source = localMedia(url, context.pageUrl);
  return source === null ? nothing : html`<img class="embed-icon" src=${source} alt="" loading="lazy" />`;
}

function renderTitle(embed: APIEmbed, context: MessageContext): TemplateResult | typeof nothing {
  return embed.title === undefined
    ? nothing
    : html`<div class="embed-title markdown">
        ${linked(renderMarkdown(embed.title, context.names), embed.url)}
      </div>`;
}

function linked(content: TemplateResult | string, url: string | undefined): TemplateResult {
  const href = safeLink(url);
  if (href === null) return html`${content}`;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer">${content}</a>`;
}

function renderFields(
  fields: readonly APIEmbedField[],
  context: MessageContext,
): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  let inlineBefore = 0;
  const drawn = fields.map((field) => {
    inlineBefore = field.inline === true ? (inlineBefore % 3) + 1 : 0;
    return html`<discord-embed-field
      ?inline=${field.inline === true}
      inline-index=${ifDefined(inlineBefore === 0 ? undefined : inlineBefore)}
    >
      <div class="embed-field-title markdown">${renderMarkdown(field.name, context.names)}</div>
      ${renderText(field.value, context)}
    </discord-embed-field>`;
  });
  return html`<discord-embed-fields slot="fields">${drawn}</discord-embed-fields>`;
}

function renderText(text: string, context: MessageContext): TemplateResult {
  return html`<div class="markdown">${renderMarkdown(text, context.names)}</div>`;
}
