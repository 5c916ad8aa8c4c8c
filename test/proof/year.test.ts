import { runYear } from "../support/year.ts";

/**
 * Weeks of a small made-up service round Easter and the night on which the clocks go forward: what every manager was told,
 * held each morning against a recount of everything by an oracle. The whole year of 2,500 children: node scripts/year.ts
 */
it("tells every duty in time, to whoever held the post that day, in one digest a morning, and nothing twice", async () => {
  const run = { children: 150, workers: 14, managers: 5, from: "2026-03-26", days: 28, seed: 42 };
  const totals = await runYear(run);
  expect(totals.faults).toEqual([]);
  expect(totals).toMatchObject({
    workingMornings: 18,
    digests: totals.digestsExpected,
    rows: totals.rowsExpected,
    interruptions: totals.interruptionsExpected,
    toldTooLate: 0,
  });
  // So that it cannot pass because there was nothing to tell.
  for (const much of [totals.digests, totals.rows, totals.interruptions, totals.escalated, totals.acts])
    expect(much).toBeGreaterThan(10);
}, 240_000);
