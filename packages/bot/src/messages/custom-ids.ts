/** What buttons and menus carry: ids, and what a reader just asked; at most 100 characters, written and read here and nowhere else. */
import { truncate } from '@communique/shared/text';
import { CUSTOM_ID } from '../discord/limits.ts';

export const BRIEFING_VIEWS = [
  'overview',
  'sources',
  'claims',
  'timeline',
  'faq',
  'actors',
  'scenarios',
] as const;
export type BriefingView = (typeof BRIEFING_VIEWS)[number];

/** What a reader can report a mistake in. */
export type ReportSubject = 'briefing' | 'faq';

export type CustomId =
  /** A view of a briefing, its page counted from 0. */
  | { kind: 'briefing'; slug: string; view: BriefingView; page: number }
  /** The menu of sections; what is chosen is a section's id or `page:<n>` of the menu itself. */
  | { kind: 'sections'; slug: string }
  /** A section by its key; page 0 is the condensed view, 1 and up are the pages of the full text. */
  | { kind: 'section'; slug: string; key: string; page: number }
  | { kind: 'faq'; slug: string; page: number }
  /** A menu of FAQ entries; what is chosen is a slug. */
  | { kind: 'faq-menu' }
  /** The button that opens the form for a report, and the form itself. */
  | { kind: 'report'; subject: ReportSubject; slug: string }
  /** The button that opens the form for a question nobody has answered, and the form: with the beginning of the question. */
  | { kind: 'ask'; question: string }
  /** A page of the questions that wait for an answer, counted from 0. */
  | { kind: 'questions'; page: number }
  /** The button that opens the form for an answer, and the form itself. */
  | { kind: 'answer-question'; questionId: string }
  | { kind: 'dismiss-question'; questionId: string }
  | { kind: 'delivery'; deliveryId: string };

/** As much of a question as a button can carry. */
const ASKED_LENGTH = CUSTOM_ID - 2;

export type CustomIdOf<Kind extends CustomId['kind']> = Extract<CustomId, { kind: Kind }>;

export function formatCustomId(id: CustomId): string {
  const text = join(id);
  if (text.length > CUSTOM_ID) throw new RangeError(`A custom id of ${text.length} characters is too long`);
  return text;
}

function join(id: CustomId): string {
  switch (id.kind) {
    case 'briefing':
      return `b:${id.slug}:${id.view}:${id.page}`;
    case 'sections':
      return `b:${id.slug}:menu`;
    case 'section':
      return `b:${id.slug}:s:${id.key}:${id.page}`;
    case 'faq':
      return `f:${id.slug}:${id.page}`;
    case 'faq-menu':
      return 'f-menu';
    case 'report':
      return `r:${id.subject === 'briefing' ? 'b' : 'f'}:${id.slug}`;
    case 'ask':
      return `q:${truncate(id.question, ASKED_LENGTH)}`;
    case 'questions':
      return `qs:${id.page}`;
    case 'answer-question':
      return `qa:${id.questionId}`;
    case 'dismiss-question':
      return `qd:${id.questionId}`;
    case 'delivery':
      return `digest:${id.deliveryId}:more`;
  }
}

const SLUG = '([\\p{Ll}\\p{Lo}\\p{Lm}\\p{N}\\p{M}-]{1,80})';
const PAGE = '(\\d{1,3})';
const VIEW = new RegExp(`^b:${SLUG}:([a-z]+):${PAGE}$`, 'u');
const MENU = new RegExp(`^b:${SLUG}:menu$`, 'u');
const SECTION = new RegExp(`^b:${SLUG}:s:([0-9a-z]{1,7}):${PAGE}$`, 'u');
const FAQ = new RegExp(`^f:${SLUG}:${PAGE}$`, 'u');
const REPORT = new RegExp(`^r:([bf]):${SLUG}$`, 'u');
const ASK = new RegExp(`^q:(.{1,${ASKED_LENGTH}})$`, 's');
const QUESTIONS = new RegExp(`^qs:${PAGE}$`);
const QUESTION = /^q([ad]):([0-9a-f]{32})$/;
const DELIVERY = /^digest:([0-9a-f-]{36}):more$/;

/** Null for what we never wrote, or wrote in a version long gone. */
export function parseCustomId(text: string): CustomId | null {
  const section = SECTION.exec(text);
  if (section !== null)
    return { kind: 'section', slug: at(section, 1), key: at(section, 2), page: Number(at(section, 3)) };
  const view = VIEW.exec(text);
  const name = BRIEFING_VIEWS.find((known) => known === view?.[2]);
  if (view !== null && name !== undefined)
    return { kind: 'briefing', slug: at(view, 1), view: name, page: Number(at(view, 3)) };
  const menu = MENU.exec(text);
  if (menu !== null) return { kind: 'sections', slug: at(menu, 1) };
  const faq = FAQ.exec(text);
  if (faq !== null) return { kind: 'faq', slug: at(faq, 1), page: Number(at(faq, 2)) };
  if (text === 'f-menu') return { kind: 'faq-menu' };
  const report = REPORT.exec(text);
  if (report !== null)
    return { kind: 'report', subject: report[1] === 'b' ? 'briefing' : 'faq', slug: at(report, 2) };
  const ask = ASK.exec(text);
  if (ask !== null) return { kind: 'ask', question: at(ask, 1) };
  const questions = QUESTIONS.exec(text);
  if (questions !== null) return { kind: 'questions', page: Number(at(questions, 1)) };
  const question = QUESTION.exec(text);
  if (question !== null) {
    const kind = question[1] === 'a' ? 'answer-question' : 'dismiss-question';
    return { kind, questionId: at(question, 2) };
  }
  const delivery = DELIVERY.exec(text);
  return delivery === null ? null : { kind: 'delivery', deliveryId: at(delivery, 1) };
}

function at(match: RegExpExecArray, group: number): string {
  return match[group] ?? '';
}

/** Slug and section id together can be longer than a custom id: a section is named by a hash of its id (FNV-1a, 32 bits). */
export function sectionKey(sectionId: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(sectionId)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
