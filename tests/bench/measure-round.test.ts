import { expect, test } from 'vitest';
import { measureRound, type Load } from '../../bench/support/measure-round.ts';

const answered = { answers: 2_000, seconds: 2, wrong: 0 };
const nothing = { answers: 0, seconds: 2, wrong: 0 };

/** A server that is driven so, one round after the other, and uses so much of a processor in each. */
function serverOf(rounds: Load[], cpuPerRound: number | null = 0.5) {
  let used = 0;
  return {
    name: 'ours',
    load: async () => {
      used += cpuPerRound ?? 0;
      return rounds.shift() ?? nothing;
    },
    cpuSeconds: () => (cpuPerRound === null ? null : used),
  };
}

test('a round says how many answers came in a second and what one took of the processor', async () => {
  expect(await measureRound(serverOf([answered]))).toEqual({ perSecond: 1_000, cpuMicroseconds: 250 });
});

test('a round in which nothing was answered is no measurement: it is repeated', async () => {
  const rounds = [nothing, nothing, answered, answered];
  expect(await measureRound(serverOf(rounds))).toEqual({ perSecond: 1_000, cpuMicroseconds: 250 });
  expect(rounds).toEqual([answered]);
});

test('a server that never answers, or of whose processor nothing is seen, ends the run with the reason', async () => {
  await expect(measureRound(serverOf([]))).rejects.toThrow(/^ours: 3 rounds .* too busy/);
  await expect(measureRound(serverOf([answered, answered, answered], 0))).rejects.toThrow(/^ours: 3 rounds/);
});

test('where the system does not tell the time of the processor, it is not measured', async () => {
  expect(await measureRound(serverOf([answered], null))).toEqual({
    perSecond: 1_000,
    cpuMicroseconds: null,
  });
});

test('wrong or missing answers end the run', async () => {
  await expect(measureRound(serverOf([{ ...answered, wrong: 3 }]))).rejects.toThrow('3 answers were wrong');
});
