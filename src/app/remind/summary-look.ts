import type { Instant, LondonDate } from "../../domain/instants.ts";
import type { Person, PersonId, Post } from "../../domain/people.ts";
import type { Summary } from "../../domain/remind/summary.ts";
import { onTime, type SummaryTally, type SummaryView } from "../../domain/remind/summary-view.ts";
import { londonDate, daysBetween } from "../../time/london.ts";
import { hereFor } from "../report/line.ts";
import { oversees } from "../report/view.ts";
import type { RemindDeps } from "./deps.ts";
import { keptSummaries } from "./summary-kept.ts";
import { mondaysUntil, weekOf } from "./summary-week.ts";
import { everyoneUnder } from "./team.ts";

/** Weeks of the trend. */
const trendWeeks = 12;
const oldestShown = 10;
const noTeam = "No team";
const other = { id: "other", title: "Other duties" } as const;

const nothing: SummaryTally = { standing: 0, overdue: 0 };
const sum = (tallies: readonly SummaryTally[]): SummaryTally =>
  tallies.reduce(
    (all, { standing, overdue }) => ({ standing: all.standing + standing, overdue: all.overdue + overdue }),
    nothing,
  );

/** Of which teams somebody reads: those of everybody under them, in lower case; null: of all. */
type Scope = ReadonlySet<string> | null;

export const scopeOf = ({ directory }: Pick<RemindDeps, "directory">, whose: PersonId | null): Scope =>
  whose === null
    ? null
    : new Set(
        everyoneUnder(directory, whose).flatMap(({ team }) => (team === null ? [] : [team.trim().toLowerCase()])),
      );

export const within =
  (scope: Scope) =>
  ({ team }: { readonly team: string | null }): boolean =>
    scope === null || (team !== null && scope.has(team.toLowerCase()));

/** The summaries of these weeks that were made, by week. */
const summariesOf = async (
  { records }: Pick<RemindDeps, "records">,
  weeks: readonly string[],
): Promise<ReadonlyMap<string, Summary>> => {
  const kept = keptSummaries(records);
  const found = await Promise.all(weeks.map((week) => kept.read(week)));
  return new Map(found.flatMap((one) => (one === undefined ? [] : [[one.id, one.state] as const])));
};

const kindsOf = ({ rulebook }: RemindDeps, cells: Summary["made"]["cells"]): SummaryView["kinds"] => {
  const declared = Object.entries(rulebook.vocabulary.dutyKinds ?? {}).map(([id, { title }]) => ({ id, title }));
  return [...declared, other].flatMap(({ id, title }) => {
    const all = sum(cells.filter(({ kind }) => (kind ?? other.id) === id));
    return all.standing === 0 ? [] : [{ id, title, ...all }];
  });
};

const teamsOf = (cells: Summary["made"]["cells"]): SummaryView["teams"] =>
  [...Map.groupBy(cells, ({ team }) => team ?? noTeam)]
    .map(([team, theirs]) => ({
      team,
      ...sum(theirs),
      kinds: Object.fromEntries(theirs.map(({ kind, standing, overdue }) => [kind ?? other.id, { standing, overdue }])),
    }))
    .toSorted((a, b) => (onTime(a) ?? 101) - (onTime(b) ?? 101) || (a.team < b.team ? -1 : 1));

const oldestOf = ({ rulebook }: RemindDeps, { made }: Summary, scope: Scope): SummaryView["oldest"] =>
  made.oldest
    .filter(within(scope))
    .toSorted((a, b) => a.dueAt - b.dueAt || (a.caseRef < b.caseRef ? -1 : 1))
    .slice(0, oldestShown)
    .map(({ caseRef, clause, dueAt, team }) => ({
      ...{ caseRef, clause, team: team ?? noTeam, due: londonDate(dueAt) },
      title: rulebook.clauses.find(({ id }) => id === clause)?.title ?? clause,
      daysLate: daysBetween(londonDate(dueAt), made.on),
    }));

/** A summary as it is read by whoever leads these teams; of all teams when `whose` is null. */
export const summaryView = async (deps: RemindDeps, summary: Summary, whose: PersonId | null): Promise<SummaryView> => {
  const { made } = summary;
  const scope = scopeOf(deps, whose);
  const cells = made.cells.filter(within(scope));
  const mondays = mondaysUntil(made.on, trendWeeks);
  const before = await summariesOf(deps, mondays.map(weekOf));
  return {
    ...{ week: made.week, on: made.on, cases: made.cases, beyond: made.beyond },
    whose: whose === null ? null : (deps.directory.person(whose)?.name ?? whose),
    all: sum(cells),
    kinds: kindsOf(deps, cells),
    teams: teamsOf(cells),
    trend: mondays.map((from) => {
      const then = before.get(weekOf(from));
      const all = then === undefined ? null : sum(then.made.cells.filter(within(scope)));
      return { week: weekOf(from), from, all: all?.standing === 0 ? null : all };
    }),
    oldest: oldestOf(deps, summary, scope),
    gaps: made.gaps
      .filter(within(scope))
      .map(({ gap, team, count, refs }) => ({ gap, team: team ?? noTeam, count, refs })),
  };
};

const stillHolds = (
  { directory }: RemindDeps,
  by: PersonId,
  posts: readonly Post[],
  asOf: Instant,
): readonly Person[] =>
  directory
    .people()
    .filter((one) => one.posts.some((post) => posts.includes(post)))
    .filter(({ id }) => id === by || hereFor(directory, id, asOf) === by);

/**
 * Whose summary somebody may read now: of all teams (`whose: null`) by a post that gets it or oversees; of their own line, or
 * of that of somebody for whom they cover. Undefined: none.
 */
export const readerOf = (
  deps: RemindDeps,
  by: PersonId,
  asOf: Instant,
): { readonly whose: PersonId | null } | undefined => {
  const { posts, lines } = deps.council.houseRules.reminders.summary;
  if (oversees(deps, by) || stillHolds(deps, by, posts, asOf).length > 0) return { whose: null };
  const leads = stillHolds(deps, by, lines, asOf);
  const own = leads.find(({ id }) => id === by) ?? leads[0];
  return own === undefined ? undefined : { whose: own.id };
};

/** The last summary that was made up to this date, within the weeks of the trend; undefined: none. */
export const latestSummary = async (deps: RemindDeps, today: LondonDate): Promise<Summary | undefined> => {
  const weeks = mondaysUntil(today, trendWeeks).map(weekOf);
  const found = await summariesOf(deps, weeks);
  return weeks.map((week) => found.get(week)).findLast((one) => one !== undefined);
};
