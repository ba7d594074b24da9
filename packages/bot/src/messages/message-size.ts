/** How much of Discord's budgets parts of a message take: an upper bound that is cheap to keep up to date. */
import { MESSAGE_LIMITS } from '../discord/limits.ts';
import type { Part } from './message.ts';

export interface Size {
  components: number;
  characters: number;
  bytes: number;
}

const CONTAINER = 1;
/** Texts next to each other are joined by at most two line feeds. */
const JOINT = 2;

export function partsSize(parts: readonly Part[]): Size {
  const sizes = parts.map(partSize);
  const texts = parts.filter(({ kind }) => kind === 'text').length;
  // Neighbouring texts share a display: there is at most one between two other parts, at both ends, and around the line that says what is missing.
  const displays = Math.min(texts, parts.length - texts + 1) + 1;
  const frame = {
    components: CONTAINER + displays,
    characters: 0,
    bytes: displays * MESSAGE_LIMITS.bytesPerTextDisplay,
  };
  return sizes.reduce((sum, size) => addSize(sum, size, 1), frame);
}

export function partSize(part: Part): Size {
  switch (part.kind) {
    case 'text':
      return textSize(part.text, 0);
    case 'card':
      // The section, its text display and its button.
      return textSize(part.text, 3);
    case 'controls':
      return { components: 1 + part.components.length, characters: 0, bytes: 0 };
    case 'divider':
      return { components: 1, characters: 0, bytes: 0 };
  }
}

function textSize(text: string, components: number): Size {
  const display = components > 0 ? MESSAGE_LIMITS.bytesPerTextDisplay : 0;
  return { components, characters: text.length + JOINT, bytes: Buffer.byteLength(text) + JOINT + display };
}

export function addSize(a: Size, b: Size, sign: 1 | -1): Size {
  return {
    components: a.components + sign * b.components,
    characters: a.characters + sign * b.characters,
    bytes: a.bytes + sign * b.bytes,
  };
}

export function isWithinBudget(size: Size): boolean {
  return (
    size.components <= MESSAGE_LIMITS.components &&
    size.characters <= MESSAGE_LIMITS.characters &&
    size.bytes <= MESSAGE_LIMITS.bytes
  );
}
