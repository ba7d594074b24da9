import { isBareName } from './author-names.ts';
import { compilePattern } from '../text/compile-pattern.ts';

const SIGN = /^(?:about|über|zur|zum|à|sobre|acerca|об|про|关于|作者)/i;
const AUTHOR_BOX = compilePattern(
  /^(?:about (?:the |our |this )?(?:authors?|writers?|reporters?|contributors?|columnist)|(?:über (?:den|die)|zur|zum) (?:autor(?:in)?(?:en)?|verfasser(?:in)?)|à propos (?:de l['’]auteure?|des auteur(?:e)?s|de l['’]autrice)|(?:sobre|acerca de) (?:el|la|los|las) autor(?:a|es|as)?|sobre [oa]s? autor(?:a|es|as)?|об автор(?:е|ах)|про автор(?:а|ів)|关于作者|作者简介)(?:\s*[:：]|(?!\p{L}))(?=\s|$)/iu,
);
const MAX_LINE = 1_000;

/** "About the author", alone or with what it says: who writes is told, nothing of the article. */
export function beginsAuthorBox(text: string): boolean {
  return text.length <= MAX_LINE && SIGN.test(text) && AUTHOR_BOX.test(text);
}

/** Nothing but the words that head such a box. */
export function isAuthorHeading(text: string): boolean {
  return beginsAuthorBox(text) && text.replace(AUTHOR_BOX, '').trim() === '';
}

const IS_SOMEBODY =
  /^\s+(?:is|was|ist|est|es|é|è)\s+(?:an?|the|one|ein(?:e)?|une?|la|el|le|un[ao]?|um|uma|il)\s/iu;

/** "Ann Lee is a writer and …", right below the name of the author. */
export function beginsBio(text: string, name: string): boolean {
  return (
    isBareName(name) && text.startsWith(name) && IS_SOMEBODY.test(text.slice(name.length, name.length + 20))
  );
}
