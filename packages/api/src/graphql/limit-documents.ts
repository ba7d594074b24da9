/** Refuses operations that are too large to be a client's, before anything of them runs. */
import { EnvelopArmor } from '@escape.tech/graphql-armor';
import { NoSchemaIntrospectionCustomRule, type GraphQLError, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Measure } from '../domain-errors.ts';
import { tooLarge } from './exceeded.ts';
import { hideSuggestions } from './hide-suggestions.ts';
import { useTextLimits, type PriceText } from './limit-text.ts';
import { documentLimits } from './limits.ts';

// `object`: armor's plugins are typed against another version of envelop.
export function useDocumentLimits({
  production,
  priceText,
}: {
  production: boolean;
  priceText: PriceText;
}): object[] {
  const { maxDepth, maxAliases, maxDirectives } = documentLimits;
  const { plugins } = new EnvelopArmor({
    // Without flattening each fragment would count as two levels of its own.
    maxDepth: { n: maxDepth, flattenFragments: true, ...reporting },
    // Left to itself it does not count those of `__typename`.
    maxAliases: { n: maxAliases, allowList: [], ...reporting },
    maxDirectives: { n: maxDirectives, ...reporting },
    // Its parser goes as deep as the text does.
    maxTokens: { enabled: false },
    // Cost is counted by the schema's own complexity, which knows page sizes.
    costLimit: { enabled: false },
    // It knows those of fields only.
    blockFieldSuggestion: { enabled: false },
  }).protect();
  const limits = [useTextLimits(priceText), ...plugins];
  return production ? [...limits, noIntrospection, hideSuggestions] : limits;
}

/** They say "Syntax Error: Query depth limit of 12 exceeded, found 61.", which is none; clients are told a code and the numbers. */
const reporting = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) =>
      context?.reportError(inOurWords(message)),
  ],
};

const MEASURES: Readonly<Record<string, Measure>> = {
  Aliases: 'ALIASES',
  Directives: 'DIRECTIVES',
  'Query depth': 'DEPTH',
};

function inOurWords(message: string): GraphQLError {
  const [, name = '', limit, found] =
    /^Syntax Error: (.+) limit of (\d+) exceeded, found (\d+)/.exec(message) ?? [];
  const measure = MEASURES[name] ?? 'DEPTH';
  return tooLarge(
    `This operation is too large: of ${measure.toLowerCase()} it has ${found}, and ${limit} is the limit. Ask for less at once.`,
    { measure, requested: Number(found), limit: Number(limit) },
  );
}

const noIntrospection: Plugin = {
  onValidate: ({ addValidationRule }) => addValidationRule(NoSchemaIntrospectionCustomRule),
};
