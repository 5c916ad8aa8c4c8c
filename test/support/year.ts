import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atLondon, addDays } from "../../src/time/london.ts";
import { startWatchful } from "./watchful.ts";
import { Count } from "./year-count.ts";
import { Life } from "./year-life.ts";
import { makeLeaves, type YearRun, type YearTotals } from "./year-model.ts";
import { createStaffOracle, makeStaff, numbersFrom, rosterOf } from "./year-staff.ts";

/**
 * A made-up service, its clock driven day by day through the real bot and a pretended Teams, while its managers act, go on
 * leave and have cases moved; every morning held against a count that recomputes everything and asks an oracle who owes it.
 */
export const runYear = async (run: YearRun): Promise<YearTotals> => {
  const folder = mkdtempSync(join(tmpdir(), "year-"));
  const random = numbersFrom(run.seed);
  const staff = makeStaff(run);
  const roster = join(folder, "roster.csv");
  writeFileSync(roster, rosterOf(staff));
  const house = await startWatchful(atLondon(addDays(run.from, -1), "18:00"), {
    roster,
    rota: join(folder, "none.csv"),
  });
  try {
    const leaves = makeLeaves(staff, run, random);
    const count = new Count(run, house, staff, createStaffOracle(staff, leaves));
    const life = new Life(run, house, staff, random, count);
    await life.begin(leaves);
    for (let n = 0; n < run.days; n += 1) {
      const date = addDays(run.from, n);
      await house.at(atLondon(date, "00:00"));
      if (count.isWorkingDay(date)) await life.act(await count.morning(date), date);
      await count.goTo(atLondon(date, "17:00") + 1_000);
      if (n % 7 === 6) run.say?.(`${date}: ${JSON.stringify(count.totals())}`);
    }
    return count.totals();
  } finally {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
