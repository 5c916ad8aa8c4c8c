import type { Instant } from "../../domain/instants.ts";
import type { Applied, TellOwed, Watched } from "../types.ts";
import type { Clause } from "../policy/clause.ts";
import type { AlsoConsiderSource, TellSource } from "../policy/schema.ts";
import { clauseOutcome, holdsOrOpen, instantFrom } from "./limb.ts";
import type { Occasion } from "./limb.ts";
import { run } from "./timing.ts";
import type { Hours, Timing } from "./timing.ts";

export type AlsoConsider = { readonly what: string; readonly dueAt: Instant | null };

/** What a clause makes of an event. `ended`: what its clock waited for came to an end first. */
export type ClauseOutcome =
  | { readonly outcome: "no" }
  | { readonly outcome: "unanswered"; readonly facts: readonly string[] }
  | { readonly outcome: "applies"; readonly applied: Applied; readonly alsoConsider: readonly AlsoConsider[] }
  | { readonly outcome: "watch"; readonly watched: Watched; readonly alsoConsider: readonly AlsoConsider[] }
  | { readonly outcome: "ended"; readonly alsoConsider: readonly AlsoConsider[] };

/** Pure. Throws `OutsideCalendar` when a deadline would fall beyond the calendar's years. */
export const assessClause = (clause: Clause, occasion: Occasion, hours: Hours): ClauseOutcome => {
  const result = clauseOutcome(clause, occasion, hours);
  if (result.outcome === "no" || result.outcome === "unanswered") return result;
  const alsoConsider = considered(clause, result.anchor, occasion, hours);
  if (result.outcome === "ended") return { outcome: "ended", alsoConsider };
  const said = describe(clause, result.timing, occasion);
  if (result.outcome === "watch")
    return { outcome: "watch", watched: { ...said, maturesAt: result.timing.maturesAt }, alsoConsider };
  const tell = tellsOwed(result.timing, said.phone, occasion.asOf);
  return { outcome: "applies", applied: { ...said, tell }, alsoConsider };
};

const describe = (clause: Clause, { maturesAt, dueAt }: Timing, { read }: Occasion): Omit<Applied, "tell"> => ({
  id: clause.id,
  policy: clause.policy,
  title: clause.title,
  words: clause.words,
  maturesAt,
  dueAt,
  houseRule: clause.houseRule ?? null,
  phone: clause.phone !== undefined && (clause.phone === true || holdsOrOpen(clause.phone, read)),
  briefing: clause.briefing === "full",
});

/** Each post told, and beside the first one the telephone call where the clause asks for it. */
export const tellsOwed = ({ tells }: Timing, phone: boolean, asOf: Instant): readonly TellOwed[] => {
  const owed = tells.map(({ tell, dueAt }) => ({
    post: tell.post,
    how: tell.how,
    leaveAt: leaveAt(tell, dueAt, asOf),
    dueAt,
  }));
  const [first, ...others] = owed;
  if (!phone || first === undefined) return owed;
  return [first, { post: first.post, how: "phone", leaveAt: asOf, dueAt: first.dueAt }, ...others];
};

const leaveAt = (tell: TellSource, dueAt: Instant | null, asOf: Instant): Instant =>
  tell.leaves === "when-due" ? Math.max(asOf, dueAt ?? asOf) : asOf;

const considered = (
  clause: Clause,
  anchor: Instant | null,
  { read }: Occasion,
  hours: Hours,
): readonly AlsoConsider[] =>
  clause.alsoConsider
    .filter(({ when }) => holdsOrOpen(when, read))
    .map((item) => ({
      what: item.what,
      dueAt: consideredBy(item, item.from === undefined ? anchor : instantFrom(read(item.from)), hours),
    }));

const consideredBy = (item: AlsoConsiderSource, from: Instant | null, hours: Hours): Instant | null =>
  item.clock === undefined || from === null ? null : run(item.clock, from, item.statutory, hours).dueAt;
