/** "Ferry company: wants to keep its monopoly", in a list below "Stakeholders". */
import type { List } from 'mdast';
import { compilePattern } from '../text/compile-pattern.ts';
import { extractPoints } from './extract-points.ts';
import type { OutlineSection } from './extract-outline.ts';
import { capitalize } from './extract-prompts.ts';
import type { ExtractedStakeholder } from './extract-stakeholders.ts';
import { originOf } from '../text/tree-text.ts';

const HEADING =
  /^(?:the\s+)?(?:(?:key|main|major)\s+)?(?:stakeholders?|actors|players|parties|who wants what|what (?:they|the parties|each side) wants?|akteure|beteiligte|interessengruppen|wer will was|acteurs|parties prenantes|qui veut quoi|actores|partes interesadas|quién quiere qué|участники|стороны|кто чего хочет|各方|利益相关方)(?:\s+(?:and|und|et|y|и)\s+.{3,40})?:?$/iu;
const WISH = compilePattern(
  /^(?:(?:mainly|above all|still|also)\s+)?(?:wants?|seeks?|hopes?|demands?|needs?|opposes?|supports?|aims?|insists?|calls? for|fears?|prefers?|pushes|would like|wish(?:es)?|will|wollen|möchten?|fordern?|fordert|verlang(?:t|en)|veu(?:t|lent)|demandent?|exigent?|souhait(?:e|ent)|quieren?|busca(?:n)?|exigen?|piden?|хочет|хотят|требу(?:ет|ют)|希望|要求|想要)(?!\p{Ll})/iu,
);

/** Nothing from a list that says who they are, and not what they want. */
export function listStakeholders({ heading, nodes }: OutlineSection): ExtractedStakeholder[] {
  if (heading === null || heading.length > 80 || !HEADING.test(heading)) return [];
  return nodes.flatMap((node) => (node.type === 'list' ? readList(node) : []));
}

function readList(list: List): ExtractedStakeholder[] {
  const wishes = list.children.flatMap((item) => {
    const [point, ...below] = extractPoints({ ...list, children: [item] });
    if (point?.label === null || point === undefined || below.length > 0 || !WISH.test(point.text)) return [];
    const { label, text } = point;
    return [
      {
        name: capitalize(label),
        interests: [text],
        leverage: [],
        redLines: [],
        origin: originOf(item),
      },
    ];
  });
  return wishes.length >= 2 && wishes.length === list.children.length ? wishes : [];
}
