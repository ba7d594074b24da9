import type { ArticleDraft } from '../draft-article.ts';

/** How much of what was found in a document. */
export interface PieceCounts {
  /** With a heading: neither the introduction nor the FAQ. */
  sections: number;
  /** Points with a label. */
  points: number;
  tables: number;
  tableRows: number;
  faq: number;
  faqCandidates: number;
  exchanges: number;
  /** Verbatim quotations. */
  quotes: number;
  /** Everything attributed, quotations included. */
  claims: number;
  events: number;
  stakeholders: number;
  scenarios: number;
  prompts: number;
  topics: number;
  sources: number;
}

export function countPieces({
  document,
  faq,
  faqCandidates,
}: Pick<ArticleDraft, 'document' | 'faq' | 'faqCandidates'>): PieceCounts {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const tables = blocks.filter((block) => block.type === 'TABLE');
  const points = blocks.flatMap((block) => (block.type === 'POINTS' ? block.items : []));
  return {
    sections: document.sections.filter(({ heading }) => heading !== null).length,
    points: points.filter(({ label }) => label !== null).length,
    tables: tables.length,
    tableRows: tables.reduce((sum, { rows }) => sum + rows.length, 0),
    faq: faq.length,
    faqCandidates: faqCandidates.length,
    exchanges: blocks.filter(({ type }) => type === 'EXCHANGE').length,
    quotes: document.claims.filter(({ verbatim }) => verbatim).length,
    claims: document.claims.length,
    events: document.events.length,
    stakeholders: document.stakeholders.length,
    scenarios: document.scenarios.length,
    prompts: document.prompts.length,
    topics: document.topics.length,
    sources: document.sources.length,
  };
}
