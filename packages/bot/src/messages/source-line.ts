import type { CitedSourceFragment } from '../api/generated/graphql.ts';
import { formatDated } from './dates.ts';
import { escapeLine, link } from './markdown.ts';

const OWNERS = { PRIVATE: 'privately owned', PUBLIC: 'public broadcaster', STATE: 'state-owned' } as const;

/** "[1] TASS, Title (linked), 18 February 2025". */
export function sourceLine(source: CitedSourceFragment): string {
  const title = source.title ?? siteName(source.url);
  const pieces = [
    source.publisher === null ? null : escapeLine(source.publisher),
    title === null ? null : link(title, source.url),
    source.author === null ? null : `by ${escapeLine(source.author)}`,
    source.publishedOn === null ? null : formatDated(source.publishedOn),
  ].filter((piece) => piece !== null);
  return `[${source.number}] ${pieces.length === 0 ? 'not named' : pieces.join(', ')}`;
}

function siteName(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}

/** The same with what it takes to judge the source. */
export function sourceEntry(source: CitedSourceFragment): string {
  const facts = [
    source.country === null ? null : countryName(source.country),
    source.ownerKind === null ? null : OWNERS[source.ownerKind],
    source.owner === null ? null : `owner: ${escapeLine(source.owner)}`,
    source.reliability === null ? null : `reliability ${source.reliability}`,
    source.paywalled === true ? 'paywalled' : null,
    source.archivedUrl === null ? null : link('archived copy', source.archivedUrl),
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? sourceLine(source) : `${sourceLine(source)}\n-# ${facts.join(' · ')}`;
}

function countryName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
  } catch {
    // Two letters that are no region: shown as they are.
    return escapeLine(code);
  }
}
