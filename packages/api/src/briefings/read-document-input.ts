/** A document as GraphQL inputs hold it, brought into the shape that `checkDocument` checks: nothing is judged here. */

interface DocumentInput {
  sections: readonly {
    heading?: string | null | undefined;
    blocks: readonly ({
      priority?: number | null | undefined;
      shortForm?: string | null | undefined;
      maxChars?: number | null | undefined;
      content: BlockContent;
    } & object)[];
  }[];
  sources?: readonly ({ publishedOn?: string | null | undefined } & object)[] | null | undefined;
  claims?: readonly ({ statedOn?: string | null | undefined } & object)[] | null | undefined;
  events?: readonly ({ date?: string | null | undefined } & object)[] | null | undefined;
  scenarios?: readonly ({ horizon?: string | null | undefined } & object)[] | null | undefined;
  prompts?: readonly ({ opensThread: boolean } & object)[] | null | undefined;
}

interface BlockContent {
  paragraph?: string | null | undefined;
  points?:
    | readonly { label?: string | null | undefined; text: string; depth?: number | null | undefined }[]
    | null
    | undefined;
  table?: object | null | undefined;
  quotedClaimId?: string | null | undefined;
  exchange?:
    | {
        interviewer?: string | null | undefined;
        guest?: string | null | undefined;
        question: string;
        answer: string;
      }
    | null
    | undefined;
}

export function readDocumentInput(input: DocumentInput): unknown {
  const { sections, sources, claims, events, scenarios, prompts, ...rest } = input;
  return {
    ...withoutNulls(rest),
    sections: sections.map(({ heading = null, blocks, ...section }) => ({
      ...withoutNulls(section),
      heading,
      blocks: blocks.map(({ priority, shortForm, maxChars, content, ...block }) => ({
        ...withoutNulls(block),
        hints: { priority: priority ?? 3, shortForm: shortForm ?? null, maxChars: maxChars ?? null },
        ...blockContent(content),
      })),
    })),
    sources: (sources ?? []).map(({ publishedOn, ...source }, index) => ({
      ...withoutNulls(source),
      number: index + 1,
      publishedOn: dated(publishedOn),
    })),
    claims: (claims ?? []).map(({ statedOn, ...claim }) => ({
      ...withoutNulls(claim),
      statedOn: dated(statedOn),
    })),
    events: (events ?? []).map(({ date, ...event }) => ({ ...withoutNulls(event), date: dated(date) })),
    scenarios: (scenarios ?? []).map(({ horizon, ...scenario }) => ({
      ...withoutNulls(scenario),
      horizon: dated(horizon),
    })),
    prompts: (prompts ?? []).map(({ opensThread, ...prompt }) => ({
      ...withoutNulls(prompt),
      ...(opensThread && { opensThread }),
    })),
  };
}

function blockContent({ paragraph, points, table, quotedClaimId, exchange }: BlockContent): object {
  if (typeof paragraph === 'string') return { type: 'PARAGRAPH', text: paragraph };
  if (points) {
    return {
      type: 'POINTS',
      items: points.map(({ label = null, text, depth }) => ({ label, text, ...(depth && { depth }) })),
    };
  }
  if (table) return { type: 'TABLE', ...deepWithoutNulls(table) };
  if (exchange) {
    const { interviewer = null, guest = null, question, answer } = exchange;
    return { type: 'EXCHANGE', interviewer, guest, question, answer };
  }
  return { type: 'QUOTE', claimId: quotedClaimId };
}

/** The precision is read from the shape. */
function dated(value: string | null | undefined): object | null {
  if (value === null || value === undefined) return null;
  const precision = { 4: 'YEAR', 7: 'MONTH' }[value.length] ?? 'DAY';
  return { value, precision };
}

/** What is null takes its default, as what is left out does. */
function withoutNulls(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function deepWithoutNulls(fields: object): object {
  const cleaned = Object.entries(withoutNulls(fields)).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? value.map((item: unknown) => (isFields(item) ? withoutNulls(item) : item)) : value,
  ]);
  return Object.fromEntries(cleaned);
}

function isFields(item: unknown): item is object {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}
