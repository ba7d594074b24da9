import type { Root } from 'mdast';
import { comparableText } from '../text/comparable-text.ts';
import { textOf } from '../text/tree-text.ts';

/** More, and a page says something beside what it is called. */
const MAX_MESSAGE = 400;

const NEEDS_SCRIPTS =
  /(?:enable|activate|turn on|requires?|needs?|without) (?:your )?java ?script|java ?script (?:is|to be) (?:required|disabled|not enabled|turned off|enabled)|javascript (?:aktivieren|einschalten)|(?:activer|activez) (?:le )?javascript|(?:active|habilite|activar|habilitar) (?:el )?javascript|включит[еь] (?:поддержку )?javascript/iu;

const ERROR_NAME =
  /^(?:(?:error |http )?(?:4\d\d|50\d)(?: error)?)?(?: ?(?:(?:the )?page (?:was |could |can )?(?:not (?:be )?found|does not exist|isn t available|is not available)|not found|forbidden|access denied|unauthorized|bad gateway|gateway time ?out|service (?:temporarily )?unavailable|internal server error|bad request|too many requests|just a moment|attention required(?: cloudflare)?|seite nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|страница не найдена))?$/u;

/** Nothing but a message that there is no page to show, or none without scripts. */
export function isEmptyPage({ children }: Root, title: string | null): boolean {
  const texts = children.map(textOf).filter((text) => text !== '');
  if (texts.reduce((sum, text) => sum + text.length, 0) > MAX_MESSAGE) return false;
  if (texts.some((text) => NEEDS_SCRIPTS.test(text))) return true;
  const names = [title ?? '', ...texts.slice(0, 1)].map(comparableText);
  return names.some((name) => name !== '' && ERROR_NAME.test(name));
}
