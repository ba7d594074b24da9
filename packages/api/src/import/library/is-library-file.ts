import { measureFrontMatter } from '../front-matter/measure-front-matter.ts';

/** Whether a file says in its front matter that it follows our own format; whether it does so correctly, reading it will tell. */
export function isLibraryFile(text: string): boolean {
  const { length, fence } = measureFrontMatter(text);
  return fence === '---' && KIND.test(text.slice(0, length));
}

const KIND = /^kind:\s*["']?(?:briefing|faq)["']?\s*$/m;
