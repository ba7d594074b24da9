/** Refuses operations that are too large to be a client's, before anything of them runs. */
import { EnvelopArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, NoSchemaIntrospectionCustomRule, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { hideSuggestions } from './hide-suggestions.ts';
import { useTextLimits } from './limit-text.ts';
import { documentLimits } from './limits.ts';

// `object`: armor's plugins are typed against another version of envelop.
export function useDocumentLimits({ production }: { production: boolean }): object[] {
  const { maxDepth, maxAliases, maxDirectives } = documentLimits;
  const { plugins } = new EnvelopArmor({
    // Without flattening each fragment would count as two levels of its own.
    maxDepth: { n: maxDepth, flattenFragments: true, ...reporting },
    maxAliases: { n: maxAliases, ...reporting },
    maxDirectives: { n: maxDirectives, ...reporting },
    // Its parser goes as deep as the text does.
    maxTokens: { enabled: false },
    // Cost is counted by the schema's own complexity, which knows page sizes.
    costLimit: { enabled: false },
    // It knows those of fields only.
    blockFieldSuggestion: { enabled: false },
  }).protect();
  const limits = [useTextLimits(), ...plugins];
  return production ? [...limits, noIntrospection, hideSuggestions] : limits;
}

/** "Query depth limit of 12 exceeded, found 61." is no syntax error, and clients are told a code. */
const reporting = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) => {
      const words = `${message.replace(/^Syntax Error: /, '')} Ask for less at once.`;
      context?.reportError(
        new GraphQLError(words, { extensions: { code: 'INVALID_INPUT', http: { status: 400 } } }),
      );
    },
  ],
};

const noIntrospection: Plugin = {
  onValidate: ({ addValidationRule }) => addValidationRule(NoSchemaIntrospectionCustomRule),
};
