import { ComponentType } from 'discord-api-types/v10';
import type { APIEmbed, APIMessageComponent } from 'discord-api-types/v10';
import type { MessageBody } from '../world/message-body.ts';
import { walkComponents } from '../world/walk-components.ts';
import { problem, type Problem, type Rule } from './problem.ts';

type Path = (string | number)[];

const WEB = ['http', 'https'];
const WEB_AND_UPLOADS = [...WEB, 'attachment'];
const UPLOADS = ['attachment'];

/** Which kinds of addresses stand where. */
export const URL_RULES: readonly Rule<MessageBody>[] = [
  {
    name: 'embed-url-scheme',
    source: 'https://docs.discord.com/developers/resources/message#embed-object-embed-structure',
    check: ({ embeds }) => (embeds ?? []).flatMap((embed, index) => embedProblems(embed, ['embeds', index])),
  },
  {
    name: 'component-media-scheme',
    source: 'https://docs.discord.com/developers/components/reference#unfurled-media-item',
    check: ({ components }) =>
      walkComponents(components ?? []).flatMap(({ component, path }) => mediaProblems(component, path)),
  },
];

function embedProblems(embed: APIEmbed, path: Path): Problem[] {
  const { url, author, footer, image, thumbnail, video } = embed;
  // Discord takes an empty address for none.
  const check = (place: Path, address: string | null | undefined, schemes: readonly string[]): Problem[] =>
    (address ?? '') === '' ? [] : schemeProblems([...path, ...place], address ?? '', schemes);
  return [
    ...check(['url'], url, WEB),
    ...check(['author', 'url'], author?.url, WEB),
    ...check(['author', 'icon_url'], author?.icon_url, WEB_AND_UPLOADS),
    ...check(['footer', 'icon_url'], footer?.icon_url, WEB_AND_UPLOADS),
    ...check(['image', 'url'], image?.url, WEB_AND_UPLOADS),
    ...check(['thumbnail', 'url'], thumbnail?.url, WEB_AND_UPLOADS),
    ...check(['video', 'url'], video?.url, WEB_AND_UPLOADS),
  ];
}

function mediaProblems(component: APIMessageComponent, path: Path): Problem[] {
  if (component.type === ComponentType.File) {
    return schemeProblems([...path, 'file', 'url'], component.file.url, UPLOADS);
  }
  if (component.type === ComponentType.Thumbnail) {
    return schemeProblems([...path, 'media', 'url'], component.media.url, WEB_AND_UPLOADS);
  }
  if (component.type !== ComponentType.MediaGallery) return [];
  return component.items.flatMap(({ media }, index) =>
    schemeProblems([...path, 'items', index, 'media', 'url'], media.url, WEB_AND_UPLOADS),
  );
}

/** What is no address at all has none of the schemes. */
function schemeProblems(path: Path, url: string, schemes: readonly string[]): Problem[] {
  const [scheme = ''] = url.toLowerCase().split('://', 1);
  if (url.includes('://') && schemes.includes(scheme)) return [];
  const choices = schemes.map((name) => `'${name}'`).join(', ');
  return [problem(path, 'URL_TYPE_INVALID_SCHEME', `Scheme must be one of (${choices}).`)];
}
