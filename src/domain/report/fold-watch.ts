import type { FactOf } from "./facts.ts";
import { firstReached, withCopy, withTellings } from "./fold-parts.ts";
import type { Report } from "./state.ts";

export type WatchFact = FactOf<"watching" | "wondered" | "persists" | "ended" | "joined">;

/** The end is one of the report's answers from then on; what would have matured after it never does. */
const ended = (report: Report, fact: FactOf<"ended">): Report => ({
  ...report,
  ended: fact,
  watch: fact.watch,
  alsoConsider: fact.alsoConsider,
  answers: report.watching === null ? report.answers : { ...report.answers, [report.watching.fact]: fact.endedAt },
});

/** What two people wait for is waited for once, until the earlier of the two. */
const bothWatch = (report: Report, fact: FactOf<"joined">): Report["watch"] => {
  const applies = new Set([...report.clauses, ...fact.clauses].map(({ id }) => id));
  const sooner = [...report.watch, ...fact.watch].sort((a, b) => a.maturesAt - b.maturesAt);
  return sooner.filter(({ id }, index) => !applies.has(id) && sooner.findIndex((each) => each.id === id) === index);
};

/** Nothing that the first reporter wrote gives way: the second fills in what was missing. */
const joined = (report: Report, fact: FactOf<"joined">): Report => ({
  ...report,
  joined: [...report.joined, fact],
  briefing: { ...fact.briefing, ...report.briefing },
  briefingOwed: report.briefingOwed || fact.briefingOwed,
  clauses: [...report.clauses, ...fact.clauses],
  watch: bothWatch(report, fact),
  tellings: withTellings(report, fact.tellings),
});

/** Whether it goes on, and who else said so. */
export const afterWatch = (report: Report, fact: WatchFact): Report => {
  switch (fact.kind) {
    case "watching":
      return { ...report, watching: fact };
    case "wondered": {
      const asked = { ...report, wondered: [...report.wondered, fact] };
      return fact.copy === null ? asked : withCopy(asked, fact.copy, fact.at);
    }
    case "persists":
      return { ...firstReached(report, fact.by, fact.at), persists: [...report.persists, fact] };
    case "ended":
      return ended(firstReached(report, fact.by, fact.at), fact);
    case "joined":
      return joined(report, fact);
  }
};
