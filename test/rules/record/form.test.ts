import { readPolicyFiles } from "../../../src/adapters/files/policies.ts";
import { checkRecord } from "../../../src/rules/record/check.ts";
import {
  circumstancesOf,
  heardRecord,
  needsRecord,
  recordForm,
  recordMeeting,
} from "../../../src/rules/record/form.ts";
import type { RecordForm, Written } from "../../../src/rules/record/types.ts";
import { loadPolicies } from "../../../src/rules/policy/load.ts";
import { composeRulebook } from "../../../src/rules/rulebook.ts";
import { atLondon } from "../../../src/time/london.ts";

const loaded = loadPolicies(readPolicyFiles("policies"));
const council = loaded.councils[0];
if (council === undefined) throw new Error("Ambershire's council file is not there.");
const book = composeRulebook(loaded, council);
const asOf = atLondon("2026-11-24", "10:00");

const form = (happening: string, facts = {}): RecordForm => {
  const found = recordForm(book, happening, facts, asOf);
  if (found === null) throw new Error(`No record of ${happening} is asked for.`);
  return found;
};
const titles = (one: RecordForm) =>
  one.headings.map(({ under, title }) => (under === null ? title : `${under}: ${title}`));

it("asks supervision for the headings of WQ-7.3a and b, in the document's order", () => {
  expect(titles(form("supervision-held", { teamKind: "safeguarding" }))).toEqual([
    "Significant events since the last supervision",
    "Key decisions made",
    "Evidence of reflective challenge",
    "Risk assessment tool R1",
    "Is the help leading to a positive change for the child?",
    "Is the pace of change appropriate for the child?",
  ]);
});

test.each(["family_safeguarding", "adolescent"])("asks a %s team for the practitioners' input (PS-16)", (teamKind) => {
  expect(titles(form("supervision-held", { teamKind }))).toContain(
    "Input from every practitioner who works with the family",
  );
});

it("asks oversight for the four headings of MO-04, and names the care plan", () => {
  expect(titles(form("oversight-recorded"))).toEqual([
    "Purpose",
    "Purpose: The child's care plan, and what drives it forward",
    "Discussion: What we are worried about",
    "Discussion: What is working well",
    "Discussion: What needs to change",
    "Outcome",
  ]);
});

it("adds what a late supervision asks for (MO-T05), and what drift does (MO-T12)", () => {
  expect(titles(form("oversight-on-late-supervision")).slice(6)).toEqual([
    "How any risk is being managed",
    "How drift or delay with the plan is addressed",
    "What is arranged for the child to be seen within timescales",
  ]);
  expect(form("oversight-on-drift").headings.filter(({ carries }) => carries)).toHaveLength(1);
});

it("lists the twenty circumstances, each with a happening of its own that never is the routine one", () => {
  const all = circumstancesOf(book, "oversight-recorded", asOf);
  expect(all.map(({ clause }) => clause)).toEqual(
    Array.from({ length: 20 }, (_, n) => `MO-T${String(n + 1).padStart(2, "0")}`),
  );
  expect(new Set(all.map(({ happening }) => happening)).size).toBe(20);
  expect(all.map(({ happening }) => happening)).not.toContain("oversight-recorded");
  expect(circumstancesOf(book, "oversight-on-drift", asOf)).toEqual(all);
  expect(circumstancesOf(book, "supervision-held", asOf)).toEqual([]);
});

test.each([
  [["supervision-held"], null, "supervision-held"],
  // PS-14: a record that is to be in the case system is that of a supervision.
  [["supervision-recorded"], "supervision-held", "supervision-held"],
  [["oversight-recorded"], null, "oversight-recorded"],
  // MO-T01 is met by either; the record for the transfer is offered.
  [["oversight-on-transfer", "oversight-recorded"], "case-transferred", "oversight-on-transfer"],
  // PS-11 is met by many: the one for what was decided is offered.
  [["oversight-on-direction", "oversight-on-proceedings"], "proceedings-decided", "oversight-on-proceedings"],
  [["oversight-on-direction", "oversight-on-proceedings"], "decision-made", "oversight-on-direction"],
  [["stage-one-complaint-answered"], "stage-one-complaint-received", "stage-one-complaint-answered"],
  [["visit-done"], null, null],
  [[], null, null],
])("what meets %j and was started by %s is told by a record of %s", (metBy, startedBy, happening) => {
  expect(recordMeeting(book, { metBy, startedBy }, asOf)).toBe(happening);
});

it("knows which happenings need a record, and confirms a supervision by its record on file", () => {
  expect(needsRecord(book, "supervision-held", asOf)).toBe(true);
  expect(needsRecord(book, "visit-done", asOf)).toBe(false);
  expect(form("supervision-held").confirmedBy).toBe("supervision-recorded");
  expect(form("oversight-recorded").confirmedBy).toBeNull();
});

test.each([
  ["supervision", "supervision-held"],
  [" Management  Oversight ", "oversight-recorded"],
  ["oversight", "oversight-recorded"],
  ["transfer", null],
])("%s in chat asks for %s", (text, happening) => {
  expect(heardRecord(book, text)).toBe(happening);
});

describe("a record that was written", () => {
  const supervision = form("supervision-held");
  const whole: Written = {
    headings: Object.fromEntries(supervision.headings.map(({ id }) => [id, "Written."])),
    actions: [{ what: "Visit", who: "Daniel Okonkwo", by: "Friday" }],
    carried: 0,
  };
  const check = (change: Partial<Written>, of = supervision) =>
    checkRecord(of, { ...whole, ...change }, asOf, book.calendar);
  const refusals = (change: Partial<Written>, of = supervision) => {
    const checked = check(change, of);
    return checked.outcome === "refused" ? checked.refusals : [];
  };
  const actions = (by: string, what = "Visit", who = "Daniel Okonkwo") => ({ actions: [{ what, who, by }] });

  it("is taken with its dates read", () => {
    expect(check({})).toEqual({
      outcome: "taken",
      headings: whole.headings,
      actions: [{ what: "Visit", who: "Daniel Okonkwo", by: "2026-11-27" }],
    });
  });

  test.each(["ongoing", "On-going", "ongoing – weekly", "ongoing until 4 December", "as & when"])(
    "%s is refused under MO-03, in a supervision as in oversight",
    (by) => {
      for (const one of [supervision, form("oversight-recorded")])
        expect(refusals(actions(by), one)).toContainEqual(
          expect.objectContaining({ at: { action: 1, part: "by" }, clause: "MO-03" }),
        );
    },
  );

  test.each([
    ["no date", "", "Write by when"],
    ["a date that is past", "yesterday", "in the past"],
    ["what is no date", "after the panel", "can't be read as a date"],
    ["a year typed wrong", "4 December 2062", "more than three years ahead"],
    ["a date beyond the calendar", "within 999 working days", "more than three years ahead"],
  ])("%s is refused with what to write instead", (_says, by, why) => {
    expect(refusals(actions(by)).map((one) => one.why)).toEqual([expect.stringContaining(why)]);
  });

  it("names each thing that is missing, all at once, with its clause", () => {
    const found = refusals({ headings: { keyDecisions: "  " }, ...actions("Friday", " ", "") });
    expect(found.filter(({ at }) => "heading" in at).map(({ clause }) => clause)).toEqual([
      ...["WQ-7.3a", "WQ-7.3a", "WQ-7.3a"],
      ...["WQ-7.3b", "WQ-7.3b", "WQ-7.3b"],
    ]);
    expect(found.filter(({ at }) => "action" in at).map(({ why }) => why)).toEqual([
      "Write what is to be done.",
      "Write who does it: a name or a post.",
    ]);
  });

  it("needs an action, new or carried forward from an earlier record", () => {
    const none = { actions: [{ what: "", who: " ", by: "" }] };
    expect(refusals(none)).toEqual([
      { at: { actions: true }, why: "Write at least one action: what, who, and by when.", clause: "MO-03" },
    ]);
    expect(refusals({ ...none, carried: 1 })).toEqual([]);
  });
});
