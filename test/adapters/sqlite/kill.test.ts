import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killRound, noPromises } from "../../support/kill-store.ts";

const rounds = 50;

describe("a store whose writer is killed", () => {
  it(`keeps all it promised, ${String(rounds)} times over`, async () => {
    const folder = await mkdtemp(join(tmpdir(), "watchful-kill-"));
    const promises = noPromises();
    for (let round = 1; round <= rounds; round += 1)
      expect(await killRound(join(folder, "watchful.db"), round, promises)).toEqual([]);
    // So that it cannot pass because nothing was ever written.
    expect(promises.versions.size).toBeGreaterThan(rounds);
    await rm(folder, { recursive: true });
  }, 120_000);
});
