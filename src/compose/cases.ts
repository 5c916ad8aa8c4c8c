import { dirname, join } from "node:path";
import { isThere } from "../adapters/files/policies.ts";
import type { Clock } from "../app/ports/clock.ts";
import type { Log } from "../app/ports/log.ts";
import type { Records } from "../app/ports/records.ts";
import type { CaseRules } from "../app/cases/deps.ts";
import type { Rulebook } from "../rules/rulebook.ts";

interface CasesDeps {
  readonly rulebook: Rulebook;
  readonly caseRules: CaseRules;
  readonly records: Records;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The rehearsal's first start: the made-up caseload beside the council's file, if the store has no cases yet. A load that
 * was cut short is completed by the next start, which stores only what is missing.
 */
export const loadExampleCaseload = async (deps: CasesDeps, councilFile: string): Promise<void> => {
  const path = join(dirname(councilFile), "caseload.csv");
  if (!isThere(path) || (await deps.records.read(loadedKey)) !== undefined) return;
  const { fileAt } = await import("../adapters/caseload/file.ts");
  const { readCaseload } = await import("../adapters/caseload/read.ts");
  const { importCaseload } = await import("../app/cases/import.ts");
  const caseload = await readCaseload(fileAt(path), { vocabulary: deps.rulebook.vocabulary });
  if (caseload.outcome === "refused") {
    deps.log.warn("the made-up caseload cannot be loaded");
    return;
  }
  const { stored } = await importCaseload(
    { ...deps, rules: deps.caseRules, onRefused: () => undefined },
    // Never more than an example: whoever has loaded another caseload keeps it.
    { ...caseload, whole: false },
  );
  await deps.records.commit({ ...loadedKey, expectedVersion: 0, body: { stored }, dueAt: null, keys: [] });
  deps.log.info("loaded the made-up caseload");
};

const loadedKey = { kind: "setting", id: "example-caseload" } as const;
