/** The first character as a reader sees it: an emoji or an accented letter stays whole. */
export function firstLetter(text: string): string {
  const [first] = new Intl.Segmenter().segment(text.trim());
  return first?.segment ?? '';
}
