import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import type { Speaker } from '../validation/check-payload.ts';
import { describeProblem, type BrokenRule, type Problem, type Violation } from '../validation/problem.ts';

/** What was wrong so far. A test ends with both lists empty. */
export interface Judgements {
  readonly violations: readonly Violation[];
  readonly unhandledRoutes: readonly string[];
  recordBroken(request: { method: string; path: string }, broken: readonly BrokenRule[]): void;
  /** The sandbox's own answer does not fit Discord's specification. */
  recordResponse(request: { method: string; path: string }, problems: readonly Problem[]): void;
  /** A payload of the gateway does not fit its type. */
  recordPayload(speaker: Speaker, name: string, problems: readonly Problem[]): void;
  recordUnhandled(what: string): void;
}

/** A runaway bot shall not fill the memory. */
const KEPT = 1_000;

export const SPECIFICATION_SOURCE = 'https://github.com/discord/discord-api-spec';
const PAYLOAD_SOURCE = 'https://github.com/discordjs/discord-api-types';

/** `onJudged` is told of everything that is new. */
export function createJudgements(clock: Clock, logger: Logger, onJudged: () => void): Judgements {
  const violations: Violation[] = [];
  const unhandled = new Set<string>();

  function record(violation: Omit<Violation, 'at'>): void {
    violations.push({ at: clock.deadline(), ...violation });
    if (violations.length > KEPT) violations.shift();
    logger.warn({ violation }, 'A body does not fit what Discord documents');
    onJudged();
  }

  return {
    violations,
    get unhandledRoutes() {
      return [...unhandled];
    },
    recordBroken(request, broken) {
      for (const { rule, source, problems } of broken) {
        record({ direction: 'request', ...request, rule, source, problems: problems.map(describeProblem) });
      }
    },
    recordResponse(request, problems) {
      if (problems.length === 0) return;
      record({
        direction: 'response',
        ...request,
        rule: 'specification',
        source: SPECIFICATION_SOURCE,
        problems: problems.map(describeProblem),
      });
    },
    recordPayload(speaker, name, problems) {
      if (problems.length === 0) return;
      record({
        direction: speaker === 'SaidByBots' ? 'request' : 'response',
        method: 'GATEWAY',
        path: name,
        rule: 'payload-types',
        source: PAYLOAD_SOURCE,
        problems: problems.map(describeProblem),
      });
    },
    recordUnhandled(what) {
      if (unhandled.has(what) || unhandled.size >= KEPT) return;
      unhandled.add(what);
      logger.warn({ route: what }, 'The sandbox does not imitate this');
      onJudged();
    },
  };
}
