import type { Table } from 'mdast';
import type { Origin } from '../../briefings/document.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { capitalize } from './extract-prompts.ts';
import { extractTable } from './extract-table.ts';
import { originOf } from '../text/tree-text.ts';

export interface ExtractedStakeholder {
  name: string;
  interests: string[];
  leverage: string[];
  redLines: string[];
  origin: Origin;
}

const NAME_COLUMN = compilePattern(
  /^(?:key )?(?:stakeholders?|actors?|players?|part(?:y|ies)|sides?|akteur(?:e|in|innen)?|beteiligte|acteurs?|parties? prenantes?|actor(?:es)?|partes? interesadas?|участники?|сторон[аы]|стейкхолдеры?|各方|利益相关方)(?!\p{L})/iu,
);
/** These name what else a table may be about: only beside a column of nothing but wishes. */
const ANY_NAME =
  /^(?:countr(?:y|ies)|states?|nations?|groups?|organi[sz]ations?|who|land|länder|staat(?:en)?|gruppen?|wer|pays|états?|groupes?|qui|país(?:es)?|estados?|grupos?|quién(?:es)?|стран[аы]|государств[оа]|групп[аы]|кто)$/iu;
const WISHES =
  /^(?:(?:main |key |stated )?(?:positions?|concerns?|interests?|demands?|stakes?|aims?|priorities)|(?:what (?:they|it) )?wants?|position(?:en)?|haltung(?:en)?|interessen?|forderung(?:en)?|anliegen|ziele?|intérêts?|demandes?|revendications?|objectifs?|priorités?|posturas?|posici(?:ón|ones)|inter(?:és|eses)|demandas?|objetivos?|prioridad(?:es)?|позици[яи]|интересы?|требовани[ея]|цел[ьи]|приоритеты?)$/iu;
const WORDS = compilePattern(/\p{L}{2}\S*\s+\S*\p{L}{2}/u);
const COLUMNS = {
  interests:
    /interest|priorit|goal|concern|objecti[fv]|objetivo|position|posici[oó]n|postura|stakes?\b|wants?\b|wish|demand|revendication|interess|intérêt|interés|intereses|prioridad|haltung|forderung|anliegen|^ziel|интерес|позици|требовани|приоритет|цел|利益|目标/iu,
  leverage: /leverage|influence|means|power|hebel|einfluss|levier|palanca|рычаг|влияни|筹码/iu,
  redLines: /red lines?|limits?|non-negotiable|rote linie|lignes? rouges?|líneas? rojas?|красн|红线|底线/iu,
} as const;

/** A table of stakeholders and what they want. */
export function extractStakeholders(table: Table): ExtractedStakeholder[] {
  const { columns, rows } = extractTable(table);
  const labels = columns.map(({ label }) => label);
  if (!namesStakeholders(labels) && !(hasWishes(labels) && rows.every(wishesInWords))) return [];
  const places = placesIn(labels);
  const stakeholders = rows.flatMap((row, index) => {
    const name = capitalize(row[0] ?? '');
    const node = table.children[index + 1];
    const cells = (place: number): string[] => splitCell(row[place] ?? '');
    return name === '' || name.length > 500
      ? []
      : [
          {
            name,
            interests: cells(places.interests),
            leverage: cells(places.leverage),
            redLines: cells(places.redLines),
            origin: originOf(node ?? table),
          },
        ];
  });
  return joinSame(stakeholders);
}

/** Whether these are the columns of a table of stakeholders. */
export function namesStakeholders(labels: readonly string[]): boolean {
  return NAME_COLUMN.test(labels[0] ?? '') && Object.values(placesIn(labels)).some((place) => place > 0);
}

function hasWishes([name = '', wish = '']: readonly string[]): boolean {
  return ANY_NAME.test(name) && WISHES.test(wish);
}

/** "3rd" is a position, too. */
function wishesInWords([, wish = '']: readonly string[]): boolean {
  return WORDS.test(wish);
}

function placesIn(labels: readonly string[]): Record<keyof typeof COLUMNS, number> {
  const column = (pattern: RegExp): number =>
    labels.findIndex((label, index) => index > 0 && pattern.test(label));
  return {
    interests: column(COLUMNS.interests),
    leverage: column(COLUMNS.leverage),
    redLines: column(COLUMNS.redLines),
  };
}

/** One who fills several rows is one. */
function joinSame(stakeholders: readonly ExtractedStakeholder[]): ExtractedStakeholder[] {
  const byName = new Map<string, ExtractedStakeholder>();
  for (const each of stakeholders) {
    const known = byName.get(each.name);
    byName.set(
      each.name,
      known === undefined
        ? each
        : {
            name: each.name,
            interests: union(known.interests, each.interests),
            leverage: union(known.leverage, each.leverage),
            redLines: union(known.redLines, each.redLines),
            origin: { start: known.origin.start, end: Math.max(known.origin.end, each.origin.end) },
          },
    );
  }
  return [...byName.values()];
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}

// A part longer than this is a clause of a sentence.
const MAX_PART = 60;

/** "Security,Trade": a cell is a list, unless it is a sentence. */
function splitCell(cell: string): string[] {
  if (cell === '') return [];
  const parts = cell
    .split(cell.includes(';') ? /;/ : /,|、|，/)
    .map((part) => part.trim())
    .filter(Boolean);
  const isSentence = /[.!?。]$/.test(cell) || parts.some((part) => part.length > MAX_PART);
  return isSentence ? [cell] : parts;
}
