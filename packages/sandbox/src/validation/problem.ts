/** One thing that is wrong with a body. */
export interface Problem {
  path: (string | number)[];
  /** Discord's code of the kind of mistake, such as BASE_TYPE_MAX_LENGTH. */
  code: string;
  message: string;
}

export function problem(path: (string | number)[], code: string, message: string): Problem {
  return { path, code, message };
}

/** Discord counts code points. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** A documented rule that Discord's published specification leaves out. */
export interface Rule<Body> {
  /** kebab-case; tests and the log name it. */
  name: string;
  /** Where the rule is written down. */
  source: string;
  check(body: Body): Problem[];
  /** Discord answers some broken rules with a 500 instead of a 400. */
  status?: 500;
}

export interface BrokenRule {
  rule: string;
  source: string;
  status: 400 | 500;
  problems: Problem[];
}

export interface Violation {
  at: Date;
  /** `response`: the sandbox itself said something that Discord's specification does not know. */
  direction: 'request' | 'response';
  /** GATEWAY for its payloads. */
  method: string;
  /** The path of a request, the event or opcode of a payload. */
  path: string;
  /** Name of the broken rule, `specification`, or `payload-types` for the gateway. */
  rule: string;
  source: string;
  /** "embeds.0.title: Must be 256 or fewer in length." */
  problems: string[];
}

export function describeProblem(problem: Problem): string {
  return problem.path.length === 0 ? problem.message : `${problem.path.join('.')}: ${problem.message}`;
}

export function breakRules<Body>(rules: readonly Rule<Body>[], body: Body): BrokenRule[] {
  return rules.flatMap((rule) => {
    const problems = rule.check(body);
    if (problems.length === 0) return [];
    return [{ rule: rule.name, source: rule.source, status: rule.status ?? 400, problems }];
  });
}
