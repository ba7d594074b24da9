import {
  ComponentType,
  SeparatorSpacingSize,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
} from 'discord-api-types/payloads/v10';
import { html, type TemplateResult } from 'lit';
import { cssColour } from '../look/css-colour.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import type { MessageContext } from './message-context.ts';
import { renderButton } from './render-button.ts';
import { renderFile, renderGallery, renderMedia, withCover } from './render-media.ts';
import { renderSelect } from './render-select.ts';

type AnyComponent =
  | APIMessageTopLevelComponent
  | APIComponentInContainer
  | APISectionComponent['accessory']
  | Extract<APIMessageTopLevelComponent, { type: ComponentType.ActionRow }>['components'][number];

/** Draws the components of a message, of the first generation and of the second ("Components V2"). */
export function renderComponents(
  components: readonly AnyComponent[],
  context: MessageContext,
): TemplateResult[] {
  return components.map((component) => renderComponent(component, context));
}

function renderComponent(component: AnyComponent, context: MessageContext): TemplateResult {
  switch (component.type) {
    case ComponentType.ActionRow:
      return html`<div class="row">${renderComponents(component.components, context)}</div>`;
    case ComponentType.Button:
      return renderButton(component, context);
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return renderSelect(component, context);
    case ComponentType.TextDisplay:
      return html`<div class="markdown">${renderMarkdown(component.content, context.names)}</div>`;
    case ComponentType.Section:
      return renderSection(component, context);
    case ComponentType.Thumbnail:
      return html`<div class="thumbnail">${renderMedia(component, context)}</div>`;
    case ComponentType.MediaGallery:
      return renderGallery(component, context);
    case ComponentType.File:
      return renderFile(component, context);
    case ComponentType.Separator:
      return html`<hr
        class=${component.spacing === SeparatorSpacingSize.Large ? 'large' : 'small'}
        ?data-empty=${component.divider === false}
      />`;
    case ComponentType.Container:
      return renderContainer(component, context);
    default:
      // The bot may send what Discord has added since: say so rather than show nothing.
      return html`<p class="unknown">A component of a type this page does not draw.</p>`;
  }
}

function renderSection(section: APISectionComponent, context: MessageContext): TemplateResult {
  return html`<div class="section">
    <div class="section-text">${renderComponents(section.components, context)}</div>
    <div class="accessory">${renderComponent(section.accessory, context)}</div>
  </div>`;
}

function renderContainer(container: APIContainerComponent, context: MessageContext): TemplateResult {
  const accent = container.accent_color ?? null;
  // Set as a property: the page's content policy allows no style written into markup.
  const style = accent === null ? '' : `--accent: ${cssColour(accent)}`;
  const body = html`<div class="container-body">${renderComponents(container.components, context)}</div>`;
  return html`<div class="container" ?data-accent=${accent !== null} .style=${style}>
    ${container.spoiler === true ? withCover(body) : body}
  </div>`;
}
