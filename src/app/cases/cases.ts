import type { Happened } from "../../domain/case/case.ts";
import type { LeftDecision } from "../../domain/case/facts.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Page } from "../ports/records.ts";
import { changeCase } from "./change.ts";
import type { CaseDeps } from "./deps.ts";
import { heldCase, leftKey, readCase } from "./kept.ts";

export type CaseAnswer =
  | { readonly outcome: "done"; readonly now: KeptCase }
  /** It was known already: nothing was written. */
  | { readonly outcome: "known"; readonly now: KeptCase }
  | { readonly outcome: "refused"; readonly why: string };

const answer = async (changing: ReturnType<typeof changeCase>, ref: string): Promise<CaseAnswer> => {
  const changed = await changing;
  if (changed.outcome === "unknown")
    return { outcome: "refused", why: `There is no case ${ref} in the caseload. Check the reference.` };
  return { outcome: changed.outcome === "changed" ? "done" : "known", now: changed.now.state };
};

/**
 * Keeps that something happened on a case; told again with the same id it changes nothing. Durable once it resolves, and
 * the case is due anew by what its duties then are. Whether the person may is asked before, at the door.
 */
export const recordHappened = (deps: CaseDeps, ref: string, happened: Happened): Promise<CaseAnswer> =>
  answer(changeCase(deps, ref, { kind: "happen", happened }, deps.clock.now()), ref);

/** Somebody says what becomes of a case that its caseload does not list any more. */
export const decideLeft = (deps: CaseDeps, ref: string, by: PersonId, decision: LeftDecision): Promise<CaseAnswer> =>
  answer(changeCase(deps, ref, { kind: "decideLeft", by, decision }, deps.clock.now()), ref);

/** The case of a reference, in whatever letter case it is written. */
export const findCase = async ({ records }: Pick<CaseDeps, "records">, ref: string): Promise<KeptCase | undefined> =>
  (await readCase(records, ref))?.state;

/** Cases by one of their keys: `workerKey`, `teamKey`, or `leftKey` for those that wait for a decision. Ids ascend. */
export const casesBy = async (
  { records }: Pick<CaseDeps, "records">,
  key: string,
  page: Page,
): Promise<readonly KeptCase[]> => (await records.find("case", key, page)).map((stored) => heldCase(stored).state);

export const casesThatLeft = (deps: Pick<CaseDeps, "records">, page: Page): Promise<readonly KeptCase[]> =>
  casesBy(deps, leftKey, page);

/** Cases of which a duty has changed its state by `asOf`, the earliest first; found by the due index, whatever else is stored. */
export const duesPage = async (
  { records }: Pick<CaseDeps, "records">,
  asOf: Instant,
  limit: number,
): Promise<readonly KeptCase[]> => (await records.due(asOf, limit, ["case"])).map((stored) => heldCase(stored).state);
