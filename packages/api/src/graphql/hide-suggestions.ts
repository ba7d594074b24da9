import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** "Did you mean" would tell the names of a schema that is not shown otherwise. */
export const hideSuggestions: Plugin = {
  onResultProcess({ result }) {
    for (const each of [result].flat()) {
      if (Symbol.asyncIterator in each) continue;
      for (const error of errorsOf(each)) error.message = error.message.replace(SUGGESTION, '');
    }
  },
};

const SUGGESTION = /\s*Did you mean [^?]{1,500}\?/g;

function errorsOf({ errors }: ExecutionResult): NonNullable<ExecutionResult['errors']> {
  return errors ?? [];
}
