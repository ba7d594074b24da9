/** "TBD", "To be written.", "…": somebody meant to answer. */
const NOTHING =
  /^[\s*_[(]*(?:tbd|tba|tbc|todo|fixme|wip|n\/?a|none yet|coming soon|(?:answer |more )?(?:to be|will be) (?:answered|announced|written|done|added|defined|determined|decided|completed)(?: (?:later|soon))?|work in progress|under construction|not (?:yet )?(?:answered|written)(?: yet)?|no answer yet|folgt(?: noch| in kürze)?|in arbeit|à (?:venir|compléter)|pendiente|próximamente|скоро|будет позже|待补充|待定|敬请期待|[?.…–—-]+)[\s*_\])]*[.!:…]*\s*$/i;

export function givesNoAnswer(answer: string): boolean {
  return answer.length <= 60 && NOTHING.test(answer);
}
