/** Briefings and FAQ entries as Markdown with front matter: what `read-library-file.ts` reads back. */
import { stringify } from 'yaml';
import type { Dated } from '../../briefings/document.ts';
import { sectionNodes } from './library-nodes.ts';
import type { LibraryBriefing, LibraryFaqEntry } from './read-library-file.ts';
import { toMarkdown } from '../markdown/to-markdown.ts';

export function writeBriefing({ slug, document, provenance }: Omit<LibraryBriefing, 'kind'>): string {
  // Which briefing it is a translation of, no file says.
  const { title, sections, sources, claims, events, scenarios, translatedRevision: _, ...facts } = document;
  const frontMatter = {
    kind: 'briefing',
    slug,
    ...facts,
    ...provenance,
    sources: sources.map(({ number: _number, publishedOn, ...source }) => ({
      ...source,
      publishedOn: shortDate(publishedOn),
    })),
    claims: claims.map(({ statedOn, ...claim }) => ({ ...claim, statedOn: shortDate(statedOn) })),
    events: events.map(({ date, ...event }) => ({ ...event, date: shortDate(date) })),
    scenarios: scenarios.map(({ horizon, ...scenario }) => ({ ...scenario, horizon: shortDate(horizon) })),
  };
  return `${writeFrontMatter(frontMatter, REQUIRED)}\n${toMarkdown(sectionNodes({ title, sections, claims }))}\n`;
}

export function writeFaqEntry({ question, answer, ...facts }: LibraryFaqEntry): string {
  const title = toMarkdown([{ type: 'heading', depth: 1, children: [{ type: 'text', value: question }] }]);
  return `${writeFrontMatter(facts, REQUIRED_OF_ENTRY)}\n${title}\n\n${answer}\n`;
}

function shortDate(dated: Dated | null): string | null {
  return dated?.value ?? null;
}

/** Keys that a reader of the file looks for, even where they have their default. */
const REQUIRED: ReadonlySet<string> = new Set(['kind', 'slug', 'language', 'createdBy', 'verbatim', 'state']);
const REQUIRED_OF_ENTRY: ReadonlySet<string> = new Set(['kind', 'slug', 'language']);

function writeFrontMatter(value: object, required: ReadonlySet<string>): string {
  return `---\n${stringify(withoutDefaults(value, required), { lineWidth: 0, aliasDuplicateObjects: false })}---\n`;
}

/** What is null, empty or false is left out: that is what a missing key means. */
function withoutDefaults(value: unknown, required: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((entry) => withoutDefaults(entry, required));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => key !== 'origin' && key !== 'origins')
    .map(([key, entry]): [string, unknown] => [key, withoutDefaults(entry, required)])
    .filter(([key, entry]) => required.has(key) || !isDefault(key, entry));
  return Object.fromEntries(entries);
}

const DEFAULTS: Readonly<Record<string, unknown>> = {
  pinned: false,
  obsolete: false,
  generatedBy: 'HUMAN',
  titleIsProposed: false,
};

function isDefault(key: string, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'object') return Object.keys(value).length === 0;
  return key in DEFAULTS && DEFAULTS[key] === value;
}
