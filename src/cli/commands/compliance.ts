import { keptClock } from "../../adapters/clock/movable.ts";
import { systemClock } from "../../adapters/clock/system.ts";
import { every } from "../../app/audit/every.ts";
import { heldCase } from "../../app/cases/kept.ts";
import type { Records } from "../../app/ports/records.ts";
import { cameDue, outcomes, type CameDue, type Outcome, type Within } from "../../app/remind/compliance.ts";
import type { Instant } from "../../domain/instants.ts";
import { composeRulebook, type Rulebook } from "../../rules/rulebook.ts";
import { OutsideCalendar } from "../../time/calendar.ts";
import { addDays, atLondon, isLondonDate } from "../../time/london.ts";
import { exitCodes, say, Stopped } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { options } from "../options.ts";
import type { Options } from "../options.ts";
import { loadedPolicies, namedCouncil, policyNamed, rulebookFor } from "../rules.ts";
import { withStore } from "../store.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["policies", "council", "policy", "store", "from", "to"], "no-paths");
  const rulebook = rulesIn(io, given);
  const faults: string[] = [];
  const lines = await withStore(io, given, async (records) => {
    const clock = await keptClock(systemClock(), records);
    return counted(records, rulebook, withinOf(given, clock.now()), faults);
  });
  for (const line of lines) await say(io.stdout, JSON.stringify(line));
  for (const fault of faults) await say(io.stderr, fault);
  return faults.length === 0 ? exitCodes.done : exitCodes.input;
};

/** One policy, or the clauses that a council uses. */
const rulesIn = (io: Io, given: Options): Rulebook => {
  if (given.policy !== undefined) return rulebookFor(io, given);
  const loaded = loadedPolicies(io, given);
  const council = namedCouncil(io, given);
  if (council === undefined) policyNamed(loaded.policies, undefined);
  return council === undefined ? rulebookFor(io, given) : composeRulebook(loaded, council);
};

const dayIn = (name: string, text: string): string => {
  const isDate: boolean = isLondonDate(text);
  if (!isDate) throw new Stopped("usage", `${text} is not a date: write --${name} 2026-04-01.`);
  return text;
};

/** Whole London days; up to now where no end is named, and never past it. */
const withinOf = ({ from, to }: Options, now: Instant): Within => {
  const start = from === undefined ? 0 : atLondon(dayIn("from", from), "00:00");
  const end = to === undefined ? now : Math.min(now, atLondon(addDays(dayIn("to", to), 1), "00:00") - 1);
  if (end < start)
    throw new Stopped("usage", "The time ends before it begins: write --from first, and not in the future.");
  return { from: start, to: end, asOf: now };
};

type Counts = Record<Outcome, number>;
type Line = { readonly policy: string; readonly clause: string; readonly team: string | null; due: number } & Counts;

const counted = async (
  records: Records,
  rulebook: Rulebook,
  within: Within,
  faults: string[],
): Promise<readonly Line[]> => {
  const lines = new Map<string, Line>();
  for await (const stored of every(records, "case")) {
    const { state, sealed } = heldCase(stored);
    const team = typeof state.facts["team"] === "string" ? state.facts["team"] : null;
    for (const one of attempt(stored.id, faults, () =>
      cameDue(
        rulebook,
        stored.id,
        sealed.map(({ fact }) => fact),
        within,
      ),
    ))
      add(lines, rulebook, team, one);
  }
  return inOrder([...lines.values()], rulebook);
};

/** A case with a date beyond the calendar is said, and the others are counted. */
const attempt = (ref: string, faults: string[], derive: () => readonly CameDue[]): readonly CameDue[] => {
  try {
    return derive();
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    faults.push(`${ref}: ${error.message}`);
    return [];
  }
};

const none = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Counts;

const add = (lines: Map<string, Line>, { clauses }: Rulebook, team: string | null, one: CameDue): void => {
  const { clause, outcome } = one;
  const key = `${clause} ${team ?? ""}`;
  const policy = clauses.find(({ id }) => id === clause)?.policy ?? "";
  const line = lines.get(key) ?? { policy, clause, team, due: 0, ...none };
  // What was owed no more before it was done was neither kept nor missed.
  if (outcome !== "ended") line.due += 1;
  line[outcome] += 1;
  lines.set(key, line);
};

const inOrder = (lines: readonly Line[], { clauses }: Rulebook): readonly Line[] => {
  const place = new Map(clauses.map(({ id }, index) => [id, index]));
  return lines.toSorted(
    (a, b) =>
      (place.get(a.clause) ?? 0) - (place.get(b.clause) ?? 0) || (a.team ?? "").localeCompare(b.team ?? "", "en"),
  );
};
