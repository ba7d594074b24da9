// Discord draws up to thirty emoji large when there is nothing beside them.
const mostLargeEmoji = 30;
const emoji = /\p{RGI_Emoji}/gv;

export function isOnlyEmoji(text: string): boolean {
  const count = text.match(emoji)?.length ?? 0;
  return count > 0 && count <= mostLargeEmoji && text.replaceAll(emoji, '').trim() === '';
}
