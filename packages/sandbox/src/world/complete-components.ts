import { ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';
import type {
  APIAttachment,
  APIFileComponent,
  APIMessageComponent,
  APIMessageTopLevelComponent,
  APIUnfurledMediaItem,
} from 'discord-api-types/v10';
import { findUpload } from './attachments.ts';
import type { Snowflakes } from './snowflakes.ts';
import { walkComponents } from './walk-components.ts';
import { withoutNulls } from './without-nulls.ts';

/** The components of a request as Discord answers them: numbered, defaults filled in, media unfurled. */
export function completeComponents(
  components: readonly APIMessageTopLevelComponent[],
  snowflakes: Snowflakes,
  attachments: readonly APIAttachment[] = [],
): APIMessageTopLevelComponent[] {
  const copy = withoutNulls(structuredClone([...components]));
  const taken = new Set(walkComponents(copy).map(({ component }) => component.id ?? 0));
  let number = 0;
  for (const { component } of walkComponents(copy)) {
    complete(component, attachments, (media) => unfurl(media, snowflakes, attachments));
    if (component.id !== undefined && component.id !== 0) continue;
    do number += 1;
    while (taken.has(number));
    component.id = number;
  }
  return copy;
}

/** Changes the copy in place; the defaults are those of https://docs.discord.com/developers/components/reference */
function complete(
  component: APIMessageComponent,
  attachments: readonly APIAttachment[],
  resolve: (media: APIUnfurledMediaItem) => APIUnfurledMediaItem,
): void {
  switch (component.type) {
    case ComponentType.Container:
      component.accent_color ??= null;
      component.spoiler ??= false;
      break;
    case ComponentType.Separator:
      component.divider ??= true;
      component.spacing ??= SeparatorSpacingSize.Small;
      break;
    case ComponentType.Thumbnail:
      component.description ??= null;
      component.spoiler ??= false;
      component.media = resolve(component.media);
      break;
    case ComponentType.MediaGallery:
      for (const item of component.items) {
        item.description ??= null;
        item.spoiler ??= false;
        item.media = resolve(item.media);
      }
      break;
    case ComponentType.File:
      component.spoiler ??= false;
      nameFile(component, findUpload(attachments, component.file.url));
      component.file = resolve(component.file);
      break;
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      component.min_values ??= 1;
      component.max_values ??= 1;
      break;
    case ComponentType.ActionRow:
    case ComponentType.Button:
    case ComponentType.Section:
    case ComponentType.TextDisplay:
      break;
  }
}

/** Discord reads name and size from the upload, whatever the request says. */
function nameFile(component: APIFileComponent, upload: APIAttachment | null): void {
  component.name = upload?.filename ?? component.file.url.replace(/^.*\//, '');
  component.size = upload?.size ?? 0;
}

function unfurl(
  media: APIUnfurledMediaItem,
  snowflakes: Snowflakes,
  attachments: readonly APIAttachment[],
): APIUnfurledMediaItem {
  const upload = findUpload(attachments, media.url);
  const url = upload?.url ?? media.url;
  // discord-api-types does not know the id that Discord's specification asks for.
  const unfurled: APIUnfurledMediaItem & { id: string } = {
    id: snowflakes.next(),
    url,
    proxy_url: url,
    width: 0,
    height: 0,
    ...(upload?.content_type !== undefined && { content_type: upload.content_type }),
    ...(upload !== null && { attachment_id: upload.id }),
  };
  return unfurled;
}
