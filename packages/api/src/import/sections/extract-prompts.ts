import type { RootContent } from 'mdast';
import type { Origin } from '../../briefings/document.ts';
import { endsInQuestionMark } from '../faq/faq-headings.ts';
import { isMarked } from '../faq/faq-marks.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { splitSentences } from '../speech/split-sentences.ts';
import type { Sentence } from '../speech/split-sentences.ts';
import { cleanText, originWithin, spanOf } from '../text/tree-text.ts';

export interface ExtractedPrompt {
  text: string;
  origin: Origin;
}

export interface ExtractedPrompts {
  prompts: ExtractedPrompt[];
  /** Paragraphs that do nothing but invite to comment. */
  invitations: ReadonlySet<RootContent>;
}

const INVITATION =
  /\b(?:share|leave|tell us|post|drop|let us know)\b.{0,40}\b(?:thoughts?|opinions?|views?|comments?|ideas?|experiences?|know|think)\b|\b(?:join|continue) the (?:conversation|discussion|debate)\b|\bin the comments?\b|\bcomments? (?:section|below)\b|\bwe (?:invite|want to hear|would love to hear|['’]d love to hear)\b|\bhave your say\b|в комментариях|in den kommentaren|dans les commentaires|en los comentarios|评论区/i;
// As the last words of a paragraph: who reads it is asked.
const ASKS_READER = compilePattern(
  /(?:qu['’]en pensez-vous|que pensez-vous\b.{0,80}|was (?:meinen|denken|halten) sie\b.{0,80}|was (?:meint|denkt|haltet) ihr\b.{0,80}|qué (?:opinas?|opinan|piensas?|piensan)(?!\p{L}).{0,80}|что вы (?:об этом )?думаете.{0,80}|[你您](?:们)?(?:怎么看|怎么想|有什么看法|有何看法).{0,10})\s?[?？]$/iu,
);
// After a question, and as a sentence of its own: "Let us know.", "Schreiben Sie uns Ihre Meinung."
const ASKS_FOR_ANSWER = compilePattern(
  /^(?:please\s+)?(?:let us know|tell us|write to us|(?:e-?mail|text|message) us|send us|drop us|get in touch|leave (?:a|your) comments?|share your|(?:schreib(?:en sie|t)?|sag(?:en sie|t)?|teil(?:en sie|t)?|diskutier(?:en sie|t)?|stimm(?:en sie|t)?)\s+(?:uns|es uns|mit|ihre|eure|deine)|d[ée]ja(?:nos|d|\s+tu)|cu[ée]ntanos|cu[ée]ntenos|dinos|d[íi]ganos|escr[íi]b(?:e|a)?nos|comparte|comparta|(?:dites|donnez|écrivez|laissez|partagez|faites)(?:-nous|-le-nous|\s+(?:nous|votre|vos))|напишите|пишите|расскажите|поделитесь|оставьте|欢迎|请(?:在|留|告))(?![\p{Ll}])/iu,
);
// "Interested in our newsletter?", "Have something to add?": it offers something, and asks for no opinion.
const OFFERS = compilePattern(
  /^(?:(?:are you )?interested in|enjoyed|like(?:d)? (?:this|what)|have (?:something|anything|questions|feedback|an?|any)(?!\p{L})|got (?:something|anything|questions|an?|any)(?!\p{L})|do you have (?:something|questions|feedback)|(?:want|would you like) to (?:know more|learn more|leave|write|subscribe|support|join)|tried (?:this|it)|(?:any |more )?questions|hast du fragen|haben sie fragen|noch fragen|gefällt (?:dir|ihnen)|vous avez (?:aimé|des questions)|te gustó|¿te gustó|¿tienes (?:preguntas|dudas))/iu,
);
const MAX_ASKING = 150;
const MAX_INVITATION = 1_500;

/** "What do you think? Tell us in the comments": the questions are kept, the invitation is not part of the article. */
export function extractPrompts(nodes: readonly RootContent[]): ExtractedPrompts {
  const prompts: ExtractedPrompt[] = [];
  const invitations = new Set<RootContent>();
  for (const node of nodes) {
    if (node.type !== 'paragraph' || isMarked(node)) continue;
    const span = spanOf(node);
    if (span.text.length > MAX_INVITATION) continue;
    const sentences = splitSentences(span.text);
    const isInvitation = INVITATION.test(span.text) || asksForAnswer(sentences);
    if (!isInvitation && !ASKS_READER.test(span.text.trim().slice(-150))) continue;
    const asked = sentences
      .slice(isInvitation ? 0 : -1)
      .filter(({ text }) => endsInQuestionMark(text) && !OFFERS.test(text));
    const inviting = sentences.filter(({ text }) => isInviting(text));
    for (const { text, start, end } of asked) {
      prompts.push({ text: capitalize(cleanText(text)), origin: originWithin(span, start, end) });
    }
    // A paragraph of the article may end with an invitation.
    if (asked.length + inviting.length >= sentences.length) invitations.add(node);
  }
  return { prompts, invitations };
}

function isInviting(text: string): boolean {
  return INVITATION.test(text) || (text.length <= MAX_ASKING && ASKS_FOR_ANSWER.test(text));
}

/** Nothing but questions, and that an answer is welcome. */
function asksForAnswer(sentences: readonly Sentence[]): boolean {
  const [first] = sentences;
  if (first === undefined || sentences.length > MAX_SENTENCES || !endsInQuestionMark(first.text))
    return false;
  return (
    sentences.some(({ text }) => isInviting(text)) &&
    sentences.every(({ text }) => endsInQuestionMark(text) || isInviting(text))
  );
}

const MAX_SENTENCES = 8;

export function capitalize(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
