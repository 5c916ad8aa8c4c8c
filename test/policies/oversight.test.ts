import { join } from "node:path";
import { readPolicyFiles } from "../../src/adapters/files/policies.ts";
import type { Case } from "../../src/domain/case/case.ts";
import { duties } from "../../src/rules/duty/duties.ts";
import { sayInstant } from "../../src/rules/engine/instants.ts";
import type { Clause } from "../../src/rules/policy/clause.ts";
import { loadPolicies } from "../../src/rules/policy/load.ts";
import { plainRulebook } from "../../src/rules/rulebook.ts";
import { at } from "../rules/support/rulebook.ts";

/** Every row of the two documents, in their order. */
// prettier-ignore
const rows = {
  "oversight-and-decisions": [
    "PS-00", "PS-01", "PS-02", "PS-03", "PS-04", "PS-05", "PS-06", "PS-07", "PS-08", "PS-09",
    "PS-10", "PS-11", "PS-12", "PS-13", "PS-14", "PS-15", "PS-16", "PS-17", "PS-18", "PS-19",
  ],
  "management-oversight": [
    "MO-01", "MO-02", "MO-03", "MO-04",
    "MO-T01", "MO-T02", "MO-T03", "MO-T04", "MO-T05", "MO-T06", "MO-T07", "MO-T08", "MO-T09", "MO-T10",
    "MO-T11", "MO-T12", "MO-T13", "MO-T14", "MO-T15", "MO-T16", "MO-T17", "MO-T18", "MO-T19", "MO-T20",
    "MO-F1", "MO-F2", "MO-F3", "MO-Q1",
  ],
} as const;

const loaded = loadPolicies(readPolicyFiles(join(process.cwd(), "policies")));
const both = plainRulebook({
  ...loaded,
  policies: loaded.policies.filter(({ id }) => Object.keys(rows).includes(id)),
});
const { clauses } = both;
const clause = (id: string): Clause => {
  const found = clauses.find((each) => each.id === id);
  if (!found) throw new Error(`There is no clause ${id}.`);
  return found;
};

describe.each(Object.entries(rows))("%s", (policy, ids) => {
  const own = clauses.filter((each) => each.policy === policy);

  test("every row of the document is a clause, in its order, and nothing else is", () => {
    expect(own.map(({ id }) => id)).toEqual(ids);
  });

  test("every clause with a limit has at least two examples", () => {
    const limited = own.filter(({ duty }) => duty !== undefined && !("noLimit" in (duty.clock ?? {})));
    expect(limited.length).toBeGreaterThan(4);
    expect(limited.filter(({ examples }) => examples.length < 2).map(({ id }) => id)).toEqual([]);
  });

  test("every duty has an example, and says what meets it and who owes it", () => {
    const owed = own.filter(({ duty }) => duty !== undefined);
    expect(
      owed
        .filter(
          ({ duty, examples, owedBy }) => examples.length === 0 || owedBy.length === 0 || duty?.metBy === undefined,
        )
        .map(({ id }) => id),
    ).toEqual([]);
  });

  test("every clause says where the product shows it", () => {
    expect(own.filter(({ handledBy }) => handledBy === undefined).map(({ id }) => id)).toEqual([]);
  });
});

test("the one length without a unit is marked, with the reading that was chosen", () => {
  expect(clauses.filter(({ unit }) => unit === "assumed").map(({ id }) => id)).toEqual(["MO-T01"]);
  expect(clause("MO-T01").houseRule).toMatch(/calendar days/);
});

describe("what is owed on a case", () => {
  const on = (facts: Case["facts"], happened: readonly (readonly [string, string, Case["facts"]?])[] = []): Case => ({
    ref: "AMB-1042",
    facts,
    happened: happened.map(([happening, when, own], index) => ({
      id: String(index),
      happening,
      on: at(when),
      dateOnly: false,
      facts: own ?? {},
      by: null,
    })),
    standing: [],
  });
  const owed = (one: Case, asOf: string): readonly string[] =>
    duties(both, [one], at(asOf)).map(
      (duty) => `${duty.clause} ${duty.dueAt === null ? "at once" : sayInstant(duty.dueAt)} ${duty.state}`,
    );
  const recent = { lastSupervision: "2026-03-30", lastOversight: "2026-03-30" };

  test.each([
    ["a child on a plan: eight weeks and four", { status: "cp" }, ["MO-F1", "PS-13"]],
    ["in an agreed long-term placement: twelve", { status: "cla", longTermPlacement: true }, ["MO-F1", "PS-15"]],
    ["in a matched one: six weeks of oversight", { status: "cla", longTermMatched: true }, ["MO-F3", "PS-13"]],
    ["in a matched, agreed one", { status: "cla", longTermMatched: true, longTermPlacement: true }, ["MO-F3", "PS-15"]],
    ["open to review in the disability team", { status: "cin", cwdReview: true }, ["MO-F2", "PS-13"]],
    ["the same with short breaks", { status: "cin", cwdReview: true, shortBreaks: true }, ["MO-F2", "PS-15"]],
    ["the same on a plan", { status: "cp", cwdReview: true, shortBreaks: true }, ["MO-F1", "PS-15"]],
    ["a closed case", { status: "closed", longTermMatched: true, longTermPlacement: true }, []],
  ])("the longer interval takes the shorter one's place: %s", (_says, facts, ids) => {
    const found = duties(both, [on({ ...facts, ...recent })], at("2026-03-31T09:00"));
    expect(found.map((duty) => duty.clause).toSorted()).toEqual(ids);
  });

  test("supervision that becomes overdue asks for oversight by itself (MO-T05)", () => {
    const one = on({ status: "cp", lastSupervision: "2026-02-02", lastOversight: "2026-03-30" });
    expect(owed(one, "2026-03-30T23:59:59")).not.toContain("MO-T05 at once today");
    expect(owed(one, "2026-03-31T00:00")).toEqual([
      "PS-13 2026-03-30T23:59:59 overdue",
      "MO-T05 at once today",
      "MO-F1 2026-04-27T23:59:59 later",
    ]);
  });

  test("a complex case has its discussion within 24 hours and its meeting within five working days (PS-01, PS-09)", () => {
    const facts = {
      suspectedAt: at("2026-04-02T10:00"),
      complexCase: true,
      requestReceivedAt: at("2026-04-02T16:00"),
    };
    const needed = ["strategy-discussion-needed", "2026-04-02T10:30", facts] as const;
    const chased = (one: Case): readonly string[] =>
      owed(one, "2026-04-04T09:00").filter((line) => /^(PS-01|PS-09|PS-11|MO-T13) /.test(line));
    expect(chased(on({ status: "cp", ...recent }, [needed]))).toEqual([
      "PS-01 2026-04-03T10:00 overdue",
      "PS-09 2026-04-13T17:00 later",
    ]);
    const held = ["strategy-discussion-held", "2026-04-03T09:00"] as const;
    expect(chased(on({ status: "cp", ...recent }, [needed, held]))).toEqual([
      "MO-T13 at once today",
      "PS-11 2026-04-07T17:00 soon",
      "PS-09 2026-04-13T17:00 later",
    ]);
  });

  test("supervision is recorded within two working days, and a caseload's is recorded already (PS-14)", () => {
    const said = on({ status: "cp", ...recent }, [["supervision-held", "2026-04-02T15:00"]]);
    expect(owed(said, "2026-04-02T16:00")).toContain("PS-14 2026-04-08T17:00 soon");
    const kept = on({ status: "cp", lastSupervision: "2026-04-02", lastOversight: "2026-04-02" });
    expect(owed(kept, "2026-04-30T16:00").filter((line) => line.startsWith("PS-14"))).toEqual([]);
  });

  test("one record answers one circumstance, and starts no four weeks anew (MO-F1)", () => {
    const one = on({ status: "cp", ...recent }, [
      ["need-to-know-sent", "2026-04-01T10:00"],
      ["missing-episode", "2026-04-01T11:00"],
      ["oversight-on-need-to-know", "2026-04-01T12:00"],
    ]);
    expect(owed(one, "2026-04-01T13:00")).toEqual([
      "MO-T10 at once today",
      "MO-F1 2026-04-27T23:59:59 later",
      "PS-13 2026-05-25T23:59:59 later",
    ]);
  });
});

describe("what a record holds", () => {
  const circumstances = clauses
    .flatMap(({ duty }) => [duty?.metBy ?? []].flat())
    .filter((id) => /^oversight-/.test(id));

  test("the headings and the timescales hold for every record of oversight that meets a duty (MO-03, MO-04)", () => {
    const all = [...new Set([...circumstances, "oversight-on-other-occasion"])].toSorted();
    expect(clause("MO-03").holds?.records.toSorted()).toEqual([...all, "supervision-held"]);
    expect(clause("MO-04").holds?.records.toSorted()).toEqual(all);
  });

  test("each circumstance has a record of its own", () => {
    const own = clauses
      .filter(({ id }) => id.startsWith("MO-T"))
      .flatMap(({ duty }) => [duty?.metBy ?? []].flat().slice(0, 1));
    expect(own).toHaveLength(19);
    expect(new Set(own).size).toBe(19);
    expect(own).not.toContain("oversight-recorded");
  });

  test("the headings of MO-04 stand in the document's order", () => {
    expect(clause("MO-04").holds?.headings.map(({ title, under }) => [under ?? title, title])).toEqual([
      ["Purpose", "Purpose"],
      ["Purpose", "The child's care plan, and what drives it forward"],
      ["Discussion", "What we are worried about"],
      ["Discussion", "What is working well"],
      ["Discussion", "What needs to change"],
      ["Outcome", "Outcome"],
    ]);
    expect(clause("MO-04").holds?.actions).toBe(true);
  });

  test.each(["ongoing", "TBC", "continuous", "as and when", "as required", "TBD", "when possible", "ASAP"])(
    "%s is no timescale (MO-03)",
    (wording) => {
      expect(clause("MO-03").holds?.noTimescales).toContain(wording);
    },
  );

  test.each([
    ["MO-T05", ["riskManaged", "driftAddressed", "childSeen"]],
    ["MO-T14", ["moveRationale"]],
    ["MO-T15", ["legalRationale"]],
    ["PS-16", ["practitionersInput"]],
    ["PS-19", ["copySent", "learning"]],
  ])("%s asks for what its words ask for", (id, headings) => {
    expect(clause(id).holds?.headings.map((heading) => heading.id)).toEqual(headings);
  });

  test("no two headings of one policy have the same id", () => {
    for (const policy of Object.keys(rows)) {
      const ids = clauses.flatMap((each) => (each.policy === policy ? (each.holds?.headings ?? []) : []));
      expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
    }
  });
});

test("a strategy meeting is put together from its clauses: who chairs, who comes, without whom it is none", () => {
  const about = (held: string): readonly Clause[] =>
    clauses.filter(({ meeting }) => [meeting?.of ?? []].flat().includes(held));
  const chairs = (held: string) => about(held).flatMap(({ meeting }) => meeting?.chair ?? []);
  expect(chairs("strategy-discussion-held")).toEqual(["team-manager"]);
  expect(chairs("complex-strategy-meeting-held")).toEqual(["head-of-safeguarding"]);
  for (const held of ["strategy-discussion-held", "complex-strategy-meeting-held"]) {
    const parts = about(held).flatMap(({ meeting }) => meeting ?? []);
    expect(parts.flatMap(({ invites = [] }) => invites)).toEqual([
      { agency: "police" },
      { agency: "health" },
      { agency: "education" },
      { agency: "referring-agency" },
      { agency: "fostering", when: { status: "cla" } },
    ]);
    expect(parts.flatMap(({ quorum = [] }) => quorum)).toEqual(["police", "health", "education"]);
    expect(parts.flatMap(({ form = [] }) => form)).toEqual(["teams"]);
    expect(parts.flatMap(({ withoutMeeting = [] }) => withoutMeeting)).toEqual([{ authorisedBy: "team-manager" }]);
  }
});
