import { ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';
import type {
  APIMessageComponent,
  APIMessageTopLevelComponent,
  APIUnfurledMediaItem,
} from 'discord-api-types/v10';
import type { Snowflakes } from './snowflakes.ts';
import { walkComponents } from './walk-components.ts';
import { withoutNulls } from './without-nulls.ts';

/** The components of a request as Discord answers them: numbered, defaults filled in, media unfurled. */
export function completeComponents(
  components: readonly APIMessageTopLevelComponent[],
  snowflakes: Snowflakes,
): APIMessageTopLevelComponent[] {
  const copy = withoutNulls(structuredClone([...components]));
  const taken = new Set(walkComponents(copy).map(({ component }) => component.id ?? 0));
  let number = 0;
  for (const { component } of walkComponents(copy)) {
    complete(component, snowflakes);
    if (component.id !== undefined && component.id !== 0) continue;
    do number += 1;
    while (taken.has(number));
    component.id = number;
  }
  return copy;
}

/** Changes the copy in place; the defaults are those of https://docs.discord.com/developers/components/reference */
function complete(component: APIMessageComponent, snowflakes: Snowflakes): void {
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
      component.media = unfurl(component.media, snowflakes);
      break;
    case ComponentType.MediaGallery:
      for (const item of component.items) {
        item.description ??= null;
        item.spoiler ??= false;
        item.media = unfurl(item.media, snowflakes);
      }
      break;
    case ComponentType.File:
      component.spoiler ??= false;
      component.file = unfurl(component.file, snowflakes);
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

function unfurl(media: APIUnfurledMediaItem, snowflakes: Snowflakes): APIUnfurledMediaItem {
  // discord-api-types does not know the id that Discord's specification asks for.
  const unfurled: APIUnfurledMediaItem & { id: string } = {
    id: snowflakes.next(),
    url: media.url,
    proxy_url: media.url,
    width: 0,
    height: 0,
  };
  return unfurled;
}
