import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fuzzService } from "../support/fuzz-service.ts";

const activities = 2_000;

it(`takes no harm from ${String(activities)} malformed activities`, async () => {
  const folder = await mkdtemp(join(tmpdir(), "watchful-fuzz-"));
  const run = await fuzzService(join(folder, "watchful.db"), activities, 20261122);
  expect(run.faults).toEqual([]);
  expect(run.usedMb).toBeLessThan(16);
  expect(run.grownMb).toBeLessThan(128);
  // So that it cannot pass because everything was turned away at the first line.
  expect(run.statuses["200"]).toBeGreaterThan(activities / 10);
  expect(run.statuses["400"]).toBeGreaterThan(activities / 10);
  await rm(folder, { recursive: true });
}, 120_000);
