import { decideCase, type CaseCommand } from "../../domain/case/decide.ts";
import type { Instant } from "../../domain/instants.ts";
import type { CaseDeps } from "./deps.ts";
import { commitOf, noCase, readCase, withEntries, type HeldCase } from "./kept.ts";

/**
 * The case after a command, or null when that says nothing new. Duties that were overdue under the facts before stand
 * (CLOCKS.md, "Recomputing"). May throw `OutsideCalendar`.
 */
export const after = (
  now: HeldCase,
  command: CaseCommand,
  { rules }: Pick<CaseDeps, "rules">,
  at: Instant,
): HeldCase | null => {
  const isNew = now.version === 0;
  const entries = decideCase(now.state, command, at, isNew);
  if (entries.length === 0) return null;
  const next = withEntries(now, entries);
  // Built by decision and chained once more, so that version counts commits and not entries.
  if (isNew || next.state.facts === now.state.facts) return next;
  const standing = rules
    .standingAfter(now.state, next.state.facts, at)
    .map((one) => ({ ...one, metBy: [...one.metBy] }));
  if (JSON.stringify(standing) === JSON.stringify(now.state.standing)) return next;
  return { ...withEntries(next, [{ kind: "stood", at, standing }]), version: next.version };
};

/** What people do is attended to at once: reminders end, digests are drawn anew. A caseload is looked at when something falls due. */
const isAct = ({ kind }: CaseCommand): boolean => kind === "happen" || kind === "work" || kind === "decideLeft";

const patience = 50;

export type Changed =
  | { readonly outcome: "changed"; readonly now: HeldCase }
  /** It was known already, or it does not apply any more. */
  | { readonly outcome: "unchanged"; readonly now: HeldCase }
  | { readonly outcome: "unknown" };

/** Changes one case whatever others do meanwhile. Durable once it resolves. `unknown` unless it is there, or `make` says to begin it. */
export const changeCase = async (
  deps: Pick<CaseDeps, "records" | "rules">,
  ref: string,
  command: CaseCommand,
  at: Instant,
  make: "make" | "only-known" = "only-known",
): Promise<Changed> => {
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const now = (await readCase(deps.records, ref)) ?? (make === "make" ? noCase(ref, at) : undefined);
    if (now === undefined) return { outcome: "unknown" };
    const next = after(now, command, deps, at);
    if (next === null) return { outcome: "unchanged", now };
    const write = commitOf(next, deps.rules, at);
    if ((await deps.records.commit(isAct(command) ? { ...write, dueAt: at } : write)) === "committed")
      return { outcome: "changed", now: next };
  }
  throw new Error(`Case ${ref} changed ${String(patience)} times while it was being written. Try again.`);
};
