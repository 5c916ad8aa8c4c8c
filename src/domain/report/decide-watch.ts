import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import { facts, late, unclear, type Decision } from "./decision.ts";
import type { Reported } from "./facts.ts";
import { wonders, type Report } from "./report.ts";

/** What may be said of an event that is watched until it ends. */
export type WatchCommand = { readonly by: PersonId } & (
  | { readonly do: "persist" }
  /**
   * `endedAt`: as read; null when it could not be. `stands`: ids of the clauses that apply or will, the end notwithstanding.
   * `alsoConsider`: with the dates that count from the end.
   */
  | {
      readonly do: "end";
      readonly endedAt: Instant | null;
      readonly stands: readonly string[];
      readonly alsoConsider: Readonly<Reported["alsoConsider"]>;
    }
);

const notWatched = "This report is not about something that ends, so there was nothing to record.";

const persist = (report: Report, by: PersonId, at: Instant): Decision => {
  const before = report.persists.at(-1);
  return before === undefined || wonders(report) ? facts({ kind: "persists", at, by }) : late(before, "answered for");
};

const end = (report: Report, since: Instant, command: Extract<WatchCommand, { do: "end" }>, at: Instant): Decision => {
  const { by, endedAt, stands } = command;
  if (endedAt === null) return unclear("I couldn't read that as a date and time. Try: today 4.15pm.");
  if (endedAt > at) return unclear("That time hasn't come yet. When was it?");
  if (endedAt < since) return unclear("That is before it began. When was it?");
  const watch = report.watch.filter(({ id }) => stands.includes(id));
  return facts({ kind: "ended", at, by, endedAt, watch, alsoConsider: [...command.alsoConsider] });
};

/** What comes of an answer to "is it still so?", asked or not. The permissions were asked before. */
export const onWatch = (report: Report, command: WatchCommand, asOf: Instant): Decision => {
  const { watching, ended } = report;
  if (watching === null) return unclear(notWatched);
  if (ended !== null) return late(ended, "recorded the end of");
  switch (command.do) {
    case "persist":
      return persist(report, command.by, asOf);
    case "end":
      return end(report, watching.since, command, asOf);
  }
};
