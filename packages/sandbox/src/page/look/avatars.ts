import { firstLetter } from './first-letter.ts';

// The picture components would otherwise load Discord's default avatars from its network.
const colours = ['#eb6f4a', '#3ba58b', '#b55fd0', '#d9a01e', '#4a90e2', '#e0557f', '#5f9e3a'];

/** A round picture with the first letter of a name, as a data URI. */
export function letterAvatar(name: string): string {
  const letter = firstLetter(name).toUpperCase() || '?';
  return svgUri(
    `<rect width="80" height="80" fill="${colourOf(name)}"/><text x="40" y="54" font-family="Noto Sans,Helvetica,Arial,sans-serif" font-size="40" font-weight="600" text-anchor="middle" fill="#fff">${escapeXml(letter)}</text>`,
  );
}

/** The bot's picture: a sheet with a headline, on Discord's blurple. */
export function botAvatar(): string {
  return svgUri(
    '<rect width="80" height="80" fill="#5865f2"/><rect x="21" y="17" width="38" height="46" rx="5" fill="#fff"/><path d="M28 26h24v6H28zM28 38h24v3H28zM28 45h24v3H28zM28 52h15v3H28z" fill="#5865f2"/>',
  );
}

function colourOf(name: string): string {
  let hash = 0;
  for (const character of name) hash = (hash * 5 + (character.codePointAt(0) ?? 0)) % 9973;
  return colours[hash % colours.length] ?? '#5865f2';
}

function svgUri(body: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80">${body}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 63};`);
}
