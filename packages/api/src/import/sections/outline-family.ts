/** Who stands within whom in an outline, which is a list in reading order. */
import type { OutlineSection } from './extract-outline.ts';

export function isWithin(section: OutlineSection, ancestor: OutlineSection): boolean {
  for (let above = section.parent; above !== null; above = above.parent) {
    if (above === ancestor) return true;
  }
  return false;
}

/** A section and those within it: they follow it in reading order. */
export function familyAt(outline: readonly OutlineSection[], index: number): OutlineSection[] {
  const ancestor = outline[index];
  if (ancestor === undefined) return [];
  let end = index + 1;
  for (let next = outline[end]; next !== undefined && isWithin(next, ancestor); next = outline[end]) end += 1;
  return outline.slice(index, end);
}

/** A section whose parent became a pair stands alone. */
export function adopt(sections: readonly OutlineSection[]): OutlineSection[] {
  const kept = new Set(sections);
  for (const section of sections) {
    while (section.parent !== null && !kept.has(section.parent)) section.parent = section.parent.parent;
  }
  return [...sections];
}
