import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killService } from "../support/kill-service.ts";

const kills = 50;

describe("the service, killed while people report", () => {
  it(`loses nothing that was answered, ${String(kills)} times over`, async () => {
    const folder = await mkdtemp(join(tmpdir(), "watchful-kill-"));
    const run = await killService({ store: join(folder, "watchful.db"), kills });
    expect(run.faults).toEqual([]);
    // So that it cannot pass because nothing was ever under way.
    expect(run.reports).toBeGreaterThan(kills / 2);
    expect(run.acknowledgements).toBeGreaterThan(0);
    expect(run.cut).toBeGreaterThan(kills / 2);
    expect(run.inFlight).toBeGreaterThan(kills / 2);
    await rm(folder, { recursive: true });
  }, 240_000);
});
