/** One round of load on a server. */

/** What the load saw of it. */
export interface Load {
  answers: number;
  seconds: number;
  /** Answers that were wrong or missing. */
  wrong: number;
}

export interface Measure {
  perSecond: number;
  /** Of the processor for one answer; null where the system does not say. */
  cpuMicroseconds: number | null;
}

export interface Measured {
  name: string;
  load: () => Promise<Load>;
  cpuSeconds: () => number | null;
}

// On a busy machine a server may wait for its turn longer than a short round takes.
const MOST_TRIES = 3;

/** A round in which nothing was seen has no rate and no ratio: it is repeated. */
export async function measureRound({ name, load, cpuSeconds }: Measured): Promise<Measure> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = cpuSeconds();
    const { answers, seconds, wrong } = await load();
    if (wrong > 0) throw new Error(`${name}: ${wrong} answers were wrong or missing`);
    const cpu = before === null ? null : (cpuSeconds() ?? 0) - before;
    if (answers === 0 || cpu === 0) continue;
    return { perSecond: answers / seconds, cpuMicroseconds: cpu === null ? null : (cpu / answers) * 1e6 };
  }
  throw new Error(
    `${name}: ${MOST_TRIES} rounds in which nothing was answered: this machine is too busy to measure anything on it`,
  );
}
