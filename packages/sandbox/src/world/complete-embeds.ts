import { EmbedType } from 'discord-api-types/v10';
import type { APIAttachment, APIEmbed } from 'discord-api-types/v10';
import { findUpload } from './attachments.ts';
import { discordTimestamp } from './discord-timestamp.ts';
import { withoutNulls } from './without-nulls.ts';

/** Embeds as Discord answers them: always "rich", fields with `inline`, pictures with a proxy address. */
export function completeEmbeds(
  embeds: readonly APIEmbed[],
  attachments: readonly APIAttachment[] = [],
): APIEmbed[] {
  const resolve = (url: string) => findUpload(attachments, url)?.url ?? url;
  const proxied = (picture: { url: string }) => {
    const url = resolve(picture.url);
    return { url, proxy_url: url, width: 0, height: 0 };
  };
  const withIcon = <Part extends { icon_url?: string }>(part: Part): Part => {
    if (part.icon_url === undefined) return part;
    const url = resolve(part.icon_url);
    return { ...part, icon_url: url, proxy_icon_url: url };
  };
  return withoutNulls(structuredClone([...embeds])).map((embed) => ({
    ...embed,
    type: EmbedType.Rich,
    ...(embed.timestamp !== undefined && { timestamp: discordTimestamp(new Date(embed.timestamp)) }),
    ...(embed.fields !== undefined && {
      fields: embed.fields.map((field) => ({ ...field, inline: field.inline ?? false })),
    }),
    ...(embed.image !== undefined && { image: proxied(embed.image) }),
    ...(embed.thumbnail !== undefined && { thumbnail: proxied(embed.thumbnail) }),
    ...(embed.author !== undefined && { author: withIcon(embed.author) }),
    ...(embed.footer !== undefined && { footer: withIcon(embed.footer) }),
  }));
}

/** The uploads that embeds name by `attachment://`. */
export function embeddedIds(embeds: readonly APIEmbed[], attachments: readonly APIAttachment[]): string[] {
  const named = embeds.flatMap(({ image, thumbnail, author, footer }) => [
    image?.url,
    thumbnail?.url,
    author?.icon_url,
    footer?.icon_url,
  ]);
  return named.flatMap((url) => findUpload(attachments, url ?? '')?.id ?? []);
}
