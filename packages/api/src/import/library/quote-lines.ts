import type { Claim } from '../../briefings/document.ts';

export type Quoted = Pick<Claim, 'text' | 'speaker' | 'speakerRole'>;

/** What stands above the mark of a quote block, so that people who read the file need not look the claim up: the words, and whose they are. */
export function quoteLines({ text, speaker, speakerRole }: Quoted): string[] {
  const who = [speaker, speakerRole].filter((part) => part !== null).join(', ');
  return [text, who === '' ? '' : `— ${who}`].map(oneLine).filter((line) => line !== '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
