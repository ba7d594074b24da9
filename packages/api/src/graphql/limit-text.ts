/**
 * Refuses the text of an operation that is too long or nested too deeply, before it is parsed. Parsers go as deep as the text does, and what
 * overflows their stack is no error of GraphQL's; this reads one token after the other.
 */
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { GraphQLContext } from './context.ts';
import { tooLarge } from './exceeded.ts';
import { documentLimits } from './limits.ts';
import { costExtension } from './meter-cost.ts';

/** What a text would cost that is not run; null: it has no price. */
export type PriceText = (text: string, params: GraphQLParams) => number | null;

export function useTextLimits(priceText: PriceText): Plugin<GraphQLContext> {
  return {
    onParse({ params: { source }, context }) {
      const text = typeof source === 'string' ? source : source.body;
      const refusal = refuseText(text, () => priceText(text, context.params));
      if (refusal !== null) throw refusal;
    },
  };
}

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

const MOST_PRICED_TOKENS = 5 * documentLimits.maxTokens;

/** Null: it may be parsed. What is no GraphQL at all is for the parser to name. */
function refuseText(text: string, price: () => number | null): GraphQLError | null {
  const { maxTokens, maxNesting } = documentLimits;
  const { tokens, nesting } = measure(text);
  if (nesting > maxNesting) {
    return tooLarge(
      `This operation is too large: it opens ${nesting} brackets inside each other, and ${maxNesting} is the limit. Split it into several.`,
      { measure: 'NESTING', requested: nesting, limit: maxNesting },
    );
  }
  if (tokens <= maxTokens) return null;
  // Nested no deeper than what is run, so that it can be read; of what is much too long that would cost more than refusing it.
  const cost = tokens <= MOST_PRICED_TOKENS ? price() : null;
  return tooLarge(
    `This operation is too large: it has ${tokens} tokens, and ${maxTokens} is the limit. Split it into several.`,
    { measure: 'TOKENS', requested: tokens, limit: maxTokens },
    cost === null ? {} : { cost: costExtension(cost) },
  );
}

/** Up to what is no token. */
function measure(text: string): { tokens: number; nesting: number } {
  const lexer = new Lexer(new Source(text));
  let [tokens, open, nesting] = [0, 0, 0];
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
      tokens += 1;
      open += OPENING.has(kind) ? 1 : CLOSING.has(kind) ? -1 : 0;
      nesting = Math.max(nesting, open);
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return { tokens, nesting };
}
