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
  const proxied = (picture: { url: string }) => {
    const url = findUpload(attachments, picture.url)?.url ?? picture.url;
    return { url, proxy_url: url, width: 0, height: 0 };
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
  }));
}

/** A file that an embed shows is not listed beside it again. */
export function withoutEmbedded(
  attachments: readonly APIAttachment[],
  embeds: readonly APIEmbed[],
): APIAttachment[] {
  const shown = new Set(embeds.flatMap(({ image, thumbnail }) => [image?.url, thumbnail?.url]));
  return attachments.filter(({ url }) => !shown.has(url));
}
