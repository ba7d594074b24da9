/** What went wrong, and what to do next, in plain sentences. */
import type { ControlsPart, MessageBody, Part } from './message.ts';
import { COLOURS } from './colours.ts';
import { fitMessage } from './fit-message.ts';

/** The sentences are Discord Markdown: text from outside in them is already escaped. */
export function problemMessage(
  sentences: readonly string[],
  controls: readonly ControlsPart[] = [],
): MessageBody {
  return plainMessage(COLOURS.problem, sentences, controls);
}

/** A short word that something was done. */
export function noticeMessage(
  sentences: readonly string[],
  controls: readonly ControlsPart[] = [],
): MessageBody {
  return plainMessage(COLOURS.plain, sentences, controls);
}

function plainMessage(
  accent: number,
  sentences: readonly string[],
  controls: readonly ControlsPart[],
): MessageBody {
  const parts: Part[] = [
    ...sentences.map((text, index): Part => ({
      kind: 'text',
      text,
      ...(index === 0 ? {} : { priority: 1 }),
    })),
    ...controls,
  ];
  return fitMessage(parts, { accent, more: ({ dropped }) => `-# +${dropped} more` }).body;
}
