import { documentPolicy } from "../../src/rules/document.ts";
import { loadSmall } from "./support/small-policy.ts";

const cases = `caseFacts:
  status:
    type: choice
    asks: Status
    options: [{ value: cp, label: On a plan }, { value: closed, label: Closed }]
  statusSince: { type: date, asks: Status since }
  planStart: { type: date, asks: Plan began }
  lastVisit: { type: date, asks: Last visit }
  complexCase: { type: yes-no, asks: Is it complex?, assume: false }
happenings:
  visit-done: { title: The child was visited, keeps: lastVisit }
  case-moved: { title: "The case moved, with its papers" }
  case-closed: { title: The case was closed }
  discussion-held: { title: A discussion was held }
`;

const clauses = `clauses:
  - id: D-1
    title: Visit every child
    words: Visit every child every four weeks
    source: Row 1
    kind: duty
    owedBy: service-manager
    duty:
      when: { not: { status: closed } }
      from: [statusSince, planStart]
      clock: { everyWeeks: 4 }
      metBy: visit-done
  - id: D-2
    title: Visit after a move
    words: Visit within a day of a move
    source: Row 2
    kind: duty
    owedBy: service-manager
    duty: { on: [case-moved, discussion-held], clock: { withinDays: 1 }, metBy: visit-done, endedBy: case-closed }
  - id: D-3
    title: Look at it at once
    words: Look at it
    source: Row 3
    kind: duty
    owedBy: service-manager
    duty: { on: case-moved, clock: { noLimit: true } }
  - id: D-4
    title: Who comes
    words: Who comes
    source: Row 4
    kind: meeting
    meeting:
      of: discussion-held
      when: { complexCase: true }
      chair: [director, service-manager]
      invites: [{ agency: police }, { agency: fostering, when: { status: cp } }]
      quorum: [police]
      form: teams
      withoutMeeting: { authorisedBy: director }
      agenda: [Share what is known, Decide]
      asks: [Does anybody need an interpreter?]
  - id: D-5
    title: What the record holds
    words: What the record holds
    source: Row 5
    kind: content
    handledBy: The record
    holds:
      records: [discussion-held]
      when: { status: cp }
      headings: [{ id: worry, title: Worries, under: Discussion }, { id: outcome, title: Outcome }]
      actions: true
      noTimescales: [ongoing, TBC]
`;

const loaded = loadSmall(
  { "small/1-clauses.yaml": () => clauses },
  {
    "common/cases.yaml": cases,
    "common/meetings.yaml": "agencies: { police: Police, fostering: Fostering service }\n",
  },
);
const [policy] = loaded.policies;
const page = policy ? documentPolicy(policy, loaded) : "";
const cells = (id: string): readonly string[] =>
  (page.split("\n").find((line) => line.startsWith(`| **${id}**`)) ?? "").split("|").map((cell) => cell.trim());

describe("a policy's page on duties, meetings and records", () => {
  test("a duty that comes again: on what, what meets it, and from when it counts", () => {
    expect(cells("D-1").slice(3, 6)).toEqual([
      "Each case: not “Status” *Closed*<br>Met by: The child was visited",
      "every 4 weeks, counted from when it was last done; before the first time, from the latest of “Status since”, “Plan began”",
      "Service Manager",
    ]);
  });

  test("a duty that something starts: what starts it, what meets it, what ends it", () => {
    expect(cells("D-2").slice(3, 5)).toEqual([
      "The case moved, with its papers; or A discussion was held<br>Met by: The child was visited<br>Ended by: The case was closed",
      "within 1 day, counted from when it happened",
    ]);
  });

  test("a duty without a limit says so", () => {
    expect(cells("D-3")[4]).toBe("no limit stated");
  });

  test("a meeting: who chairs, who comes and when, without whom it is not the meeting", () => {
    expect(cells("D-4")[6]?.split("<br>")).toEqual([
      "Holds when “Is it complex?” yes",
      "Chair: Director or Service Manager",
      "Comes: Police; Fostering service, when “Status” *On a plan*",
      "Not without: Police",
      "In Teams where possible",
      "Without a meeting: authorised by Director",
      "Agenda: Share what is known; Decide",
      "Asked: Does anybody need an interpreter?",
    ]);
  });

  test("a record: its headings, its actions, and what is no timescale", () => {
    expect(cells("D-5")[6]?.split("<br>")).toEqual([
      "Holds when “Status” *On a plan*",
      "Headings: Discussion: Worries; Outcome",
      "Actions: what, who and by when",
      "No timescale: ongoing, TBC",
    ]);
  });

  test("who owes it stands where no clause is reported", () => {
    expect(page).toContain("| clock | owed by | told |");
  });
});
