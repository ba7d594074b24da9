import { AttachmentFlags } from 'discord-api-types/payloads/v10';
import type {
  APIAttachment,
  APIFileComponent,
  APIMediaGalleryComponent,
  APIUnfurledMediaItem,
} from 'discord-api-types/payloads/v10';
import { html, type TemplateResult } from 'lit';
import { icons } from '../look/icons.ts';
import { hostOf, localMedia, safeLink } from '../markdown/safe-url.ts';
import type { MessageContext } from './message-context.ts';

interface Media {
  media: APIUnfurledMediaItem;
  description?: string | null;
  spoiler?: boolean;
}

export function renderGallery(gallery: APIMediaGalleryComponent, context: MessageContext): TemplateResult {
  return html`<div class="gallery" data-count=${Math.min(gallery.items.length, 5)}>
    ${gallery.items.map((item) => html`<div class="tile">${renderMedia(item, context)}</div>`)}
  </div>`;
}

export function renderMedia(item: Media, context: MessageContext): TemplateResult {
  const picture = renderPicture(item.media.url, item.description ?? '', context);
  return item.spoiler === true ? withCover(picture) : picture;
}

/** A picture of this machine, or a note with a link where it would have come from another one. */
export function renderPicture(url: string, alt: string, context: MessageContext): TemplateResult {
  const source = localMedia(resolveAttachment(url, context.attachments), context.pageUrl);
  if (source !== null && DRAWING.test(source)) return renderDrawing(source);
  if (source !== null) return html`<img src=${source} alt=${alt} loading="lazy" />`;
  const href = safeLink(url);
  const note = html`${icons.picture}<span
      >${alt || 'Picture'} <small>from ${hostOf(url)}, not loaded</small></span
    >`;
  if (href === null) return html`<span class="foreign">${note}</span>`;
  return html`<a class="foreign" href=${href} target="_blank" rel="noopener noreferrer" title=${href}
    >${note}</a
  >`;
}

/** The sandbox serves these as downloads only: they are programs, too. */
const DRAWING = /\.svg$/i;

function renderDrawing(source: string): TemplateResult {
  const name = decodeURIComponent(source.replace(/^.*\//, ''));
  return html`<a class="foreign" href=${source} download=${name}
    >${icons.picture}<span>${name} is a drawing <small>in SVG, which Discord does not show</small></span></a
  >`;
}

export function renderFile(file: APIFileComponent, context: MessageContext): TemplateResult {
  const attachment = attachmentOf(file.file.url, context.attachments);
  const card = renderFileCard(
    file.name ?? attachment?.filename ?? file.file.url.replace(/^.*\//, ''),
    file.size ?? attachment?.size,
    localMedia(resolveAttachment(file.file.url, context.attachments), context.pageUrl),
  );
  return file.spoiler === true ? withCover(card) : card;
}

export function renderAttachments(context: MessageContext): TemplateResult[] {
  return context.attachments.map((attachment) => {
    const drawn = renderAttachment(attachment, context);
    return isSpoiler(attachment) ? withCover(drawn) : drawn;
  });
}

function renderAttachment(attachment: APIAttachment, context: MessageContext): TemplateResult {
  const { content_type: contentType = '', filename, size, url, description } = attachment;
  if (!PICTURES.test(contentType)) return renderFileCard(filename, size, localMedia(url, context.pageUrl));
  return html`<div class="attachment">${renderPicture(url, description ?? filename, context)}</div>`;
}

/** What Discord's client shows as a picture; a drawing in SVG is a file to it. */
const PICTURES = /^image\/(png|jpeg|gif|webp)/;

/** Clients mark it by the name; an edit changes the flag only. */
function isSpoiler({ filename, flags }: APIAttachment): boolean {
  return ((flags ?? 0) & AttachmentFlags.IsSpoiler) !== 0 || filename.startsWith('SPOILER_');
}

/** Hides something behind a button until the reader wants to see it. */
export function withCover(content: TemplateResult): TemplateResult {
  return html`<details class="cover">
    <summary>Spoiler</summary>
    ${content}
  </details>`;
}

function renderFileCard(name: string, size: number | undefined, href: string | null): TemplateResult {
  const title =
    href === null ? html`<span>${name}</span>` : html`<a href=${href} download=${name}>${name}</a>`;
  return html`<div class="file">
    ${icons.file}
    <div>${title}${size === undefined ? '' : html`<small>${sizeText(size)}</small>`}</div>
  </div>`;
}

function resolveAttachment(url: string, attachments: readonly APIAttachment[]): string {
  return attachmentOf(url, attachments)?.url ?? url;
}

function attachmentOf(url: string, attachments: readonly APIAttachment[]): APIAttachment | undefined {
  if (!url.startsWith('attachment://')) return undefined;
  const name = url.slice('attachment://'.length);
  return attachments.find(({ filename }) => filename === name);
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
