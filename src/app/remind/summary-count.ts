import type { KeptCase } from "../../domain/case/fold.ts";
import type { Instant } from "../../domain/instants.ts";
import type {
  SummaryCell,
  SummaryFact,
  SummaryGapCount,
  SummaryOldest,
  summaryGaps,
} from "../../domain/remind/summary-facts.ts";
import type { Vocabulary } from "../../domain/vocabulary.ts";
import { dutiesOf } from "../../rules/duty/duties.ts";
import type { Duty } from "../../rules/duty/types.ts";
import { OutsideCalendar } from "../../time/calendar.ts";
import { every } from "../audit/every.ts";
import { heldCase } from "../cases/kept.ts";
import type { RemindDeps } from "./deps.ts";
import { caseStateOf } from "./found.ts";
import { leadersOf } from "./team.ts";

type Gap = (typeof summaryGaps)[number];
type Made = Extract<SummaryFact, { kind: "made" }>;
export type Counted = Pick<Made, "cases" | "beyond" | "cells" | "oldest" | "gaps">;

type Deps = Pick<RemindDeps, "records" | "rulebook" | "directory">;

/** Of each team so many are kept by reference: the oldest overdue, the first of a gap. */
const keptByName = 10;

/** The kind of a duty by what meets it; null for one of no kind. */
const kindOf = ({ dutyKinds = {} }: Vocabulary, metBy: readonly string[]): string | null =>
  Object.entries(dutyKinds).find(([, kind]) => kind.metBy.some((name) => metBy.includes(name)))?.[0] ?? null;

interface Team {
  readonly name: string | null;
  readonly cells: Map<string | null, { standing: number; overdue: number }>;
  oldest: SummaryOldest[];
  readonly gaps: Map<Gap, { count: number; refs: string[] }>;
}

const text = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

const remembered = <K, V>(known: Map<K, V>, key: K, make: () => V): V => {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
};

const addDuty = (team: Team, caseRef: string, { clause, dueAt, state }: Duty, kind: string | null): void => {
  if (dueAt === null) return;
  const cell = remembered(team.cells, kind, () => ({ standing: 0, overdue: 0 }));
  cell.standing += 1;
  if (state !== "overdue") return;
  cell.overdue += 1;
  const last = team.oldest.at(-1);
  if (last !== undefined && team.oldest.length >= keptByName && last.dueAt <= dueAt) return;
  team.oldest.push({ team: team.name, caseRef, clause, dueAt });
  team.oldest.sort((a, b) => a.dueAt - b.dueAt);
  team.oldest = team.oldest.slice(0, keptByName);
};

const addGap = (team: Team, caseRef: string, gap: Gap): void => {
  const found = remembered(team.gaps, gap, () => ({ count: 0, refs: [] }));
  found.count += 1;
  if (found.refs.length < keptByName) found.refs.push(caseRef);
};

/** Whom nobody on the staff list manages, and teams that nobody leads: each asked once. */
const untold = ({ directory }: Deps) => {
  const workers = new Map<string, boolean>();
  const teams = new Map<string, boolean>();
  const managed = (id: string): boolean => {
    const manager = directory.person(id)?.manager ?? null;
    return manager !== null && directory.person(manager) !== undefined;
  };
  return (worker: string | null, team: string | null): boolean => {
    if (worker !== null) return !remembered(workers, worker, () => managed(worker));
    return team === null || !remembered(teams, team, () => leadersOf(directory, team).length > 0);
  };
};

/** The duties of a case, or null when a date on it is beyond the calendar. */
const derived = ({ rulebook }: Deps, now: KeptCase, asOf: Instant): readonly Duty[] | null => {
  try {
    return dutiesOf(rulebook, now, asOf);
  } catch (error) {
    if (error instanceof OutsideCalendar) return null;
    throw error;
  }
};

const inOrder = <T>(teams: readonly Team[], of: (team: Team) => readonly T[]): T[] => teams.flatMap(of);

const put = (teams: readonly Team[]): Pick<Counted, "cells" | "oldest" | "gaps"> => ({
  cells: inOrder(teams, ({ name, cells }): SummaryCell[] =>
    [...cells].map(([kind, counts]) => ({ team: name, kind, ...counts })),
  ),
  oldest: inOrder(teams, ({ oldest }) => oldest),
  gaps: inOrder(teams, ({ name, gaps }): SummaryGapCount[] =>
    [...gaps].map(([gap, found]) => ({ team: name, gap, ...found })),
  ),
});

/**
 * How the duties on all open cases stand at `asOf`, by team and kind. One pass over what exists, a page in memory at a time.
 * A case without a team counts for the team of its worker. Duties on workers and of posts are no case's, and not counted.
 */
export const countDuties = async (deps: Deps, asOf: Instant): Promise<Counted> => {
  const { vocabulary } = deps.rulebook;
  const teams = new Map<string, Team>();
  const kinds = new Map<string, string | null>();
  const isUntold = untold(deps);
  let [cases, beyond] = [0, 0];
  for await (const stored of every(deps.records, "case")) {
    const now = heldCase(stored).state;
    if (caseStateOf(now) === "closed") continue;
    const duties = derived(deps, now, asOf);
    cases += 1;
    if (duties === null) beyond += 1;
    const worker = text(now.facts["worker"]);
    const name = text(now.facts["team"]) ?? (worker === null ? null : (deps.directory.person(worker)?.team ?? null));
    const fresh = (): Team => ({ name, cells: new Map(), oldest: [], gaps: new Map() });
    const team = remembered(teams, name?.toLowerCase() ?? "", fresh);
    for (const duty of duties ?? []) {
      const kind = remembered(kinds, duty.clause, () => kindOf(vocabulary, duty.metBy));
      addDuty(team, now.ref, duty, kind);
    }
    if (worker === null) addGap(team, now.ref, "unallocated");
    if (isUntold(worker, name)) addGap(team, now.ref, "nobody");
  }
  return { cases, beyond, ...put([...teams.values()]) };
};
