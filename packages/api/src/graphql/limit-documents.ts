/** Refuses operations that are too large to be a client's, before anything of them runs. */
import { EnvelopArmor } from '@escape.tech/graphql-armor';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { documentLimits } from './limits.ts';

// `object`: armor's plugins are typed against another version of envelop.
export function useDocumentLimits({ production }: { production: boolean }): object[] {
  const { maxDepth, maxAliases, maxTokens, maxDirectives } = documentLimits;
  const { plugins } = new EnvelopArmor({
    // Without flattening each fragment would count as two levels of its own.
    maxDepth: { n: maxDepth, flattenFragments: true },
    maxAliases: { n: maxAliases },
    maxTokens: { n: maxTokens },
    maxDirectives: { n: maxDirectives },
    // Cost is counted by the schema's own complexity, which knows page sizes.
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: production },
  }).protect();
  return production ? [...plugins, noIntrospection] : plugins;
}

const noIntrospection: Plugin = {
  onValidate: ({ addValidationRule }) => addValidationRule(NoSchemaIntrospectionCustomRule),
};
