/** Valid content for tests, with the facts that matter to one of them replaced. */
import type { BriefingDocumentInput } from '@communique/api/briefings/document';
import { publishBriefing } from '@communique/api/briefings/publish-briefing';
import { saveDraft, type DraftInput } from '@communique/api/briefings/save-draft';
import { publishEntry } from '@communique/api/faq/publish-entry';
import { saveEntry, type EntryInput } from '@communique/api/faq/save-entry';
import type { TestApi } from './api.ts';

/** One section with a paragraph, one source, one topic. */
export function aDocument(changes: Partial<BriefingDocumentInput> = {}): BriefingDocumentInput {
  return {
    title: 'Talks in Riyadh',
    language: 'en',
    summary: {
      headline: 'First talks since 2022',
      short: 'Delegations met in Riyadh.',
      keyPoints: ['They met.'],
    },
    topics: [{ slug: 'diplomacy', name: 'Diplomacy' }],
    sources: [{ number: 1, publisher: 'Example News', reliability: 'C' }],
    sections: [
      {
        id: 'background',
        heading: 'Background',
        kind: 'BACKGROUND',
        blocks: [
          { type: 'PARAGRAPH', id: 'p1', text: 'The delegations spoke for four hours.', citations: [1] },
        ],
      },
    ],
    ...changes,
  };
}

/** A document in which every type of the schema occurs. */
export function aFullDocument(): BriefingDocumentInput {
  return aDocument({
    importance: 4,
    contentWarnings: ['War'],
    sources: [
      {
        number: 1,
        publisher: 'Example News',
        country: 'GB',
        owner: 'Example plc',
        ownerKind: 'PRIVATE',
        title: 'They met',
        url: 'https://example.org/met',
        archivedUrl: 'https://archive.example.org/met',
        author: 'A. Writer',
        publishedOn: { value: '2025-02-18', precision: 'DAY' },
        paywalled: false,
        reliability: 'B',
      },
      { number: 2 },
    ],
    claims: [
      {
        id: 'claim-1',
        verbatim: true,
        text: 'We agreed to speak again.',
        speaker: 'A Minister',
        speakerRole: 'Foreign Minister',
        statedOn: { value: '2025-02', precision: 'MONTH' },
        reportedBy: ['Example News'],
        status: 'CORROBORATED',
        credibility: 2,
        citations: [2, 1],
        gradings: [
          {
            status: 'CORROBORATED',
            credibility: 2,
            gradedBy: 'An Editor',
            gradedAt: '2025-02-18T10:00:00Z',
            reason: 'Two reports agree.',
          },
        ],
      },
    ],
    sections: [
      {
        id: 'introduction',
        heading: null,
        kind: 'OVERVIEW',
        blocks: [
          {
            type: 'PARAGRAPH',
            id: 'p1',
            text: 'They met.',
            citations: [1],
            hints: { priority: 1, shortForm: 'Met.' },
          },
        ],
      },
      {
        id: 'issues',
        heading: 'Key issues',
        kind: 'KEY_ISSUES',
        blocks: [
          {
            type: 'POINTS',
            id: 'l1',
            items: [
              { label: 'Energy:', text: 'prices.' },
              { label: null, text: 'Trade.' },
            ],
          },
          {
            type: 'TABLE',
            id: 't1',
            caption: 'Trade',
            columns: [{ label: 'Year' }, { label: 'Amount', unit: 'USD', align: 'END' }],
            rows: [
              ['2024', '10'],
              ['2025', ''],
            ],
          },
        ],
      },
      {
        id: 'voices',
        heading: 'Voices',
        kind: 'EXPERT_VIEW',
        parentId: 'issues',
        blocks: [
          { type: 'QUOTE', id: 'q1', claimId: 'claim-1' },
          {
            type: 'EXCHANGE',
            id: 'x1',
            interviewer: 'Host',
            guest: null,
            question: 'Why now?',
            answer: 'Because.',
          },
        ],
      },
    ],
    stakeholders: [
      {
        id: 'russia',
        name: 'Russia',
        interests: ['Sanctions'],
        leverage: ['Gas'],
        redLines: ['NATO'],
        citations: [1],
      },
    ],
    events: [
      {
        id: 'riyadh',
        title: 'Talks',
        date: { value: '2025', precision: 'YEAR' },
        place: 'Riyadh',
        participants: ['US', 'Russia'],
        state: 'HAPPENED',
        citations: [1],
      },
    ],
    scenarios: [
      {
        id: 'deal',
        title: 'A deal',
        likelihood: 'plausible',
        indicators: ['A summit'],
        horizon: { value: '2026', precision: 'YEAR' },
        outcome: { text: 'None yet.', recordedAt: '2025-03-01T00:00:00Z' },
      },
    ],
    perspectives: [{ id: 'kyiv', holder: 'Kyiv', view: 'Nothing without us.', citations: [1] }],
    prompts: [{ id: 'prompt-1', text: 'Should they have met?' }],
  });
}

export interface BriefingWish extends Partial<Omit<DraftInput, 'document'>> {
  document?: Partial<BriefingDocumentInput>;
}

export async function drafted({ db, act }: TestApi, slug: string, { document, ...wish }: BriefingWish = {}) {
  return saveDraft(
    db,
    {
      communityId: 'library',
      slug,
      document: aDocument(document),
      provenance: { createdBy: 'An Editor', reviewedBy: null, importedFrom: null },
      ...wish,
    },
    act(),
  );
}

export async function published(api: TestApi, slug: string, wish: BriefingWish = {}) {
  const draft = await drafted(api, slug, wish);
  await publishBriefing(api.db, { communityId: wish.communityId ?? 'library', slug: draft.slug }, api.act());
  return draft;
}

export function anEntry(changes: Partial<EntryInput> = {}): EntryInput {
  return {
    communityId: 'library',
    // A community asks nothing twice.
    question: changes.slug === undefined ? 'Who met in Riyadh?' : `Who met in Riyadh (${changes.slug})?`,
    answer: 'Delegations of **two** countries.',
    language: 'en',
    topics: [{ slug: 'diplomacy', name: 'Diplomacy' }],
    ...changes,
  };
}

export async function publishedEntry({ db, act }: TestApi, changes: Partial<EntryInput> = {}) {
  const { communityId, ...rest } = anEntry(changes);
  const saved = await saveEntry(db, { ...rest, communityId }, act());
  await publishEntry(db, { communityId, slug: saved.slug }, act());
  return saved;
}

/** Every row of every table but the ones that are derived by SQLite itself: to show that nothing was left behind. */
export function tableCounts({ db }: Pick<TestApi, 'db'>): Record<string, number> {
  const names = db.orm
    .all<{ name: string }>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`,
    )
    .map(({ name }) => name);
  return Object.fromEntries(
    names.map((name) => [name, db.orm.get<{ n: number }>(`select count(*) as n from "${name}"`)?.n ?? 0]),
  );
}
