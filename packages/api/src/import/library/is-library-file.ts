/** Whether a file says in its front matter that it follows our own format; whether it does so correctly, reading it will tell. */
export function isLibraryFile(text: string): boolean {
  const frontMatter = /^---[ \t]*\n((?:[^\n]*\n){0,400}?)---[ \t]*(?:\n|$)/.exec(text)?.[1];
  return frontMatter !== undefined && /^kind:\s*["']?(?:briefing|faq)["']?\s*$/m.test(frontMatter);
}
