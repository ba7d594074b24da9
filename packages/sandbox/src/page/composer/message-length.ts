// Discord's limit for members without a subscription.
const longestMessage = 2_000;
// From here on Discord's client counts down.
const countedFrom = 1_800;

/** How many characters may still be written; null while that is far away. */
export function charactersLeft(text: string): number | null {
  return text.length < countedFrom ? null : longestMessage - text.length;
}

/** Why a text is too long to be sent; null when it is not. */
export function describeExcess(text: string): string | null {
  if (text.length <= longestMessage) return null;
  return `A message has at most ${longestMessage} characters; this one has ${text.length}.`;
}
