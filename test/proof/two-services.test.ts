import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTwoServices } from "../support/two-services.ts";

const kills = 8;

describe("two services on one store", () => {
  it(`lose nothing and make nothing twice, while one of them is killed ${String(kills)} times`, async () => {
    const folder = await mkdtemp(join(tmpdir(), "watchful-two-"));
    const run = await runTwoServices({ store: join(folder, "watchful.db"), kills });
    expect(run.faults).toEqual([]);
    expect(run.repeatedWhileBothLived).toBe(0);
    expect(run.duplicates).toBeLessThanOrEqual(run.inFlight);
    // So that it cannot pass because nothing was ever under way, or one of them had nothing to do.
    expect(run.reports).toBeGreaterThan(kills);
    expect(run.acknowledgements).toBeGreaterThan(0);
    expect(run.cut).toBeGreaterThan(0);
    await rm(folder, { recursive: true });
  }, 240_000);
});
