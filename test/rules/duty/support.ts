import type { Case, Standing } from "../../../src/domain/case/case.ts";
import type { FactValue } from "../../../src/domain/report/facts.ts";
import { duties } from "../../../src/rules/duty/duties.ts";
import type { Duty } from "../../../src/rules/duty/types.ts";
import { sayInstant } from "../../../src/rules/engine/instants.ts";
import type { Loaded } from "../../../src/rules/policy/clause.ts";
import { plainRulebook } from "../../../src/rules/rulebook.ts";
import type { Rulebook } from "../../../src/rules/rulebook.ts";
import { londonDate } from "../../../src/time/london.ts";
import { at } from "../support/rulebook.ts";
import { faultsIn, loadSmall } from "../support/small-policy.ts";

/** A small vocabulary of its own, so that these tests do not move when a council's text does. */
const cases = `caseFacts:
  status: { type: choice, asks: Status, options: [{ value: cin, label: CIN }, { value: cp, label: CP }, { value: cla, label: CLA }, { value: closed, label: Closed }] }
  kind: { type: choice, asks: Kind, options: [{ value: easy, label: Easy }, { value: hard, label: Hard }] }
  dateOfBirth: { type: date, asks: Born }
  age: { type: number, derived: age, asks: Age }
  allocated: { type: yes-no, derived: allocated, asks: Has a worker }
  worker: { type: text, asks: Worker }
  long: { type: yes-no, asks: Agreed long, assume: false }
  risk: { type: yes-no, asks: At risk, assume: true }
  lastSupervision: { type: date, asks: Supervised }
  lastVisit: { type: date, asks: Visited }
  lastObservation: { type: date, asks: Observed }
  transferredOn: { type: date, asks: Transferred }
  statusSince: { type: date, asks: Since }
  planStart: { type: date, asks: Plan }
  placementStart: { type: date, asks: Placed }
  firstReviewOn: { type: date, asks: First review }
  suspectedAt: { type: instant, asks: Suspected }
  orderEnds: { type: date, asks: Order ends }
happenings:
  supervised: { title: Supervised, keeps: lastSupervision }
  recorded: { title: Recorded }
  visited: { title: Visited, keeps: lastVisit }
  observed: { title: Observed, keeps: lastObservation }
  transferred: { title: Transferred, keeps: transferredOn }
  needed: { title: Needed, facts: [suspectedAt, risk] }
  held: { title: Held }
  closed: { title: Closed }
  shift: { title: A shift was worked }
  collated: { title: Collated }
  late: { title: Supervision is late, byItself: { overdue: [supervised] } }
  unallocated: { title: No worker, byItself: { holds: { status: cp, allocated: false }, since: [statusSince] }, reports: press }
`;

export const loadDuties = (clauses: string): Loaded => {
  const text = `clauses:\n${clauses.replace(/^\n/, "")}`;
  return loadSmall({ "small/1-clauses.yaml": () => text }, { "common/cases.yaml": cases });
};

/** A clause with this duty, in YAML's short form. */
export const duty = (id: string, body: string, more = ""): string =>
  `  - { id: ${id}, title: About ${id}, words: Words, source: Row, kind: duty, owedBy: service-manager, ${more} duty: { ${body} } }\n`;

export const rulebookOf = (clauses: string): Rulebook => {
  const loaded = loadDuties(clauses);
  if (loaded.faults.length > 0) throw new Error(faultsIn(loaded).join("\n"));
  return plainRulebook(loaded);
};

/** "supervised 2026-04-01T10:00" */
export const happened = (
  ...lines: readonly (string | readonly [string, Readonly<Record<string, FactValue>>])[]
): Case["happened"] =>
  lines.map((line, index) => {
    const [text, facts] = typeof line === "string" ? [line, {}] : line;
    const [happening = "", on = ""] = text.split(" ");
    return { id: `h${String(index)}`, happening, on: at(on), dateOnly: on.length === 10, facts, by: null };
  });

export const aCase = (
  facts: Case["facts"],
  events: Case["happened"] = [],
  ref = "AMB-1",
  standing: readonly Standing[] = [],
): Case => ({ ref, facts, happened: events, standing });

/** "D-1 AMB-1 overdue by 2026-03-30T23:59:59, last 2026-02-02" */
export const said = ({ clause, caseRef, state, dueAt, lastDone, stage }: Duty): string =>
  `${clause} ${caseRef ?? "post"} ${state} by ${sayInstant(dueAt)}` +
  (lastDone === null ? "" : `, last ${londonDate(lastDone)}`) +
  (stage === null ? "" : ` (${stage})`);

export const owed = (clauses: string, all: readonly Case[], asOf: string): readonly string[] =>
  duties(rulebookOf(clauses), all, at(asOf)).map(said);

export type Row = readonly [says: string, clauses: string, one: Case, asOf: string, expected: readonly string[]];

/** Runs each row as a test of its own. */
export const holds = (rows: readonly Row[]): void => {
  test.each(rows)("%s", (_says, clauses, one, asOf, expected) => {
    expect(owed(clauses, [one], asOf)).toEqual(expected);
  });
};
