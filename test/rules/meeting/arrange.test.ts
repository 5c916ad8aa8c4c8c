import { askedFact } from "../../../src/rules/meeting/asked.ts";
import { needsOf, recordDueAt } from "../../../src/rules/meeting/deadlines.ts";
import { meetingQuestions } from "../../../src/rules/meeting/questions.ts";
import type { ArrangedMeeting } from "../../../src/rules/meeting/types.ts";
import { plainRulebook } from "../../../src/rules/rulebook.ts";
import { meetingFactSchema } from "../../../src/domain/meeting/facts.ts";
import type { Answers } from "../../../src/domain/report/facts.ts";
import { ambershire, answered, asked, at, loaded, wall } from "./support.ts";

const friday = "2026-05-01T16:50";
const need = "strategy-discussion-needed";
const standards = plainRulebook(loaded, "manager-standards");

const theOne = ([meeting]: readonly ArrangedMeeting[]): ArrangedMeeting => {
  if (!meeting) throw new Error("No meeting was arranged.");
  return meeting;
};

describe("who chairs", () => {
  test.each<[string, Answers, typeof ambershire, readonly (readonly [string, readonly string[], readonly string[]])[]]>(
    [
      ["a Team Manager (PS-03)", {}, ambershire, [["strategy-discussion-held", ["team-manager"], ["PS-03"]]]],
      [
        "of a complex case, the initial discussion a Team Manager and the complex meeting the Head (PS-08)",
        { complexCase: true },
        ambershire,
        [
          ["strategy-discussion-held", ["team-manager"], ["PS-03"]],
          ["complex-strategy-meeting-held", ["head-of-safeguarding"], ["PS-08"]],
        ],
      ],
      [
        "by the standards alone, anybody with line management responsibilities (WQ-10.1g)",
        { complexCase: true },
        standards,
        [["strategy-discussion-held", ["assistant-team-manager", "team-manager"], ["WQ-10.1g"]]],
      ],
    ],
  )("%s", (_says, answers, rulebook, chairs) => {
    const { meetings } = asked(answers, friday, {}, rulebook);
    expect(meetings.map(({ of, chair: { posts, clauses } }) => [of, posts, clauses])).toEqual(chairs);
  });
});

describe("who must come", () => {
  const come = (answers: Answers, caseFacts: Answers, rulebook = ambershire): readonly string[] =>
    theOne(asked(answers, friday, { caseFacts }, rulebook).meetings).agencies.map(
      ({ agency, clauses, quorum, ours }) =>
        `${agency}: ${clauses.join(" ")}${quorum.length > 0 ? ` (not without, by ${quorum.join(" ")})` : ""}${ours ? ", ours" : ""}`,
    );
  const always = [
    "police: PS-04 WQ-10.2 (not without, by PS-04 WQ-10.2)",
    "health: PS-04 WQ-10.2 (not without, by PS-04)",
    "education: PS-04 WQ-10.2 (not without, by PS-04)",
    "referring-agency: PS-04 WQ-10.2 (not without, by WQ-10.2)",
  ];
  const ours = "social-care: WQ-10.2 (not without, by WQ-10.2), ours";
  const fostering = "fostering: PS-05";

  test.each<[string, Answers, Answers, readonly string[]]>([
    ["a child on a plan", {}, { status: "cp" }, [...always, ours]],
    ["a child in our care: fostering as well (PS-05)", {}, { status: "cla" }, [...always, fostering, ours]],
    ["a child of whom nobody said so: fostering is asked", {}, {}, [...always, fostering, ours]],
    ["what is answered counts before the caseload", { status: "cla" }, { status: "cp" }, [...always, fostering, ours]],
  ])("%s", (_says, answers, caseFacts, agencies) => {
    expect(come(answers, caseFacts)).toEqual(agencies);
  });

  test("by the standards alone: social care, police and the referring agency, school or nursery and health", () => {
    expect(come({}, { status: "cla" }, standards)).toEqual([
      "social-care: WQ-10.2 (not without, by WQ-10.2), ours",
      "police: WQ-10.2 (not without, by WQ-10.2)",
      "referring-agency: WQ-10.2 (not without, by WQ-10.2)",
      "education: WQ-10.2",
      "health: WQ-10.2",
    ]);
  });
});

describe("what is arranged beside", () => {
  const meeting = theOne(asked({}, friday).meetings);

  test("a Teams meeting, the seven tasks, and an interpreter and a disability are asked about", () => {
    expect(meeting.form).toEqual({ form: "teams", clause: "PS-02" });
    expect(meeting.withoutMeeting).toEqual({ clause: "PS-07", posts: ["team-manager"] });
    expect(meeting.agenda).toHaveLength(7);
    expect(meeting.asks.map(({ clause }) => clause)).toEqual(["WQ-10.5", "WQ-10.6"]);
  });

  test("a council whose policies say nothing about meetings arranges none", () => {
    const notices = plainRulebook(loaded, "ad-need-to-know");
    expect(asked({}, friday, {}, notices).meetings).toEqual([]);
    expect(needsOf(notices, at(friday))).toEqual([]);
  });

  test("the happening that calls for a meeting is found from the policies", () => {
    expect(needsOf(ambershire, at(friday)).map((each) => each.need)).toEqual([need]);
  });
});

describe("what is asked, in order", () => {
  const names = (answers: Answers, caseFacts: Answers, rulebook = ambershire): readonly string[] =>
    meetingQuestions(rulebook, need, answered(answers), caseFacts, at(friday)).map(({ name }) => name);
  const yesOrNo = ["seriousRisk", "penetrativeSexualAbuse", "immediateAction", "staffAllegation", "complexCase"];

  test.each<[string, Answers, Answers, readonly string[]]>([
    [
      "what the clocks count from, then what decides them, then what the caseload does not say",
      {},
      {},
      ["suspectedAt", "referralReceivedAt", ...yesOrNo, "status"],
    ],
    ["the caseload knows the status", {}, { status: "cp" }, ["suspectedAt", "referralReceivedAt", ...yesOrNo]],
    [
      "when the Head received the request, once it is complex",
      { complexCase: true },
      { status: "cp" },
      ["suspectedAt", "referralReceivedAt", "requestReceivedAt", ...yesOrNo],
    ],
  ])("%s", (_says, answers, caseFacts, expected) => {
    expect(names(answers, caseFacts)).toEqual(expected);
  });

  test("by the standards alone nobody is asked about the suspicion or the Head", () => {
    expect(names({ complexCase: true }, {}, standards)).toEqual(["referralReceivedAt", ...yesOrNo]);
  });

  test("each says which clauses look at it", () => {
    const [first] = meetingQuestions(ambershire, need, {}, {}, at(friday));
    expect(first).toMatchObject({ name: "suspectedAt", counts: true, ofCase: false, clauses: ["PS-01"] });
  });
});

describe("by when the record is with all parties", () => {
  test.each([
    ["held on the Friday before a bank holiday", "strategy-discussion-held", "2026-05-01T16:45", "2026-05-05T17:00"],
    ["held on the Thursday before Easter", "strategy-discussion-held", "2026-04-02T15:00", "2026-04-07T17:00"],
    ["ended at 23:59 on Christmas Eve", "strategy-discussion-held", "2026-12-24T23:59", "2026-12-29T17:00"],
    [
      "a complex one, on the night on which the clocks go back",
      "complex-strategy-meeting-held",
      "2026-10-25T01:30",
      "2026-10-26T17:00",
    ],
    ["something that is no meeting", "visit-done", "2026-05-01T16:45", null],
  ])("%s", (_says, of, ended, due) => {
    expect(wall(recordDueAt(ambershire, of, at(ended)))).toBe(due);
  });
});

describe("the fact with which a meeting begins", () => {
  const ask = {
    need,
    answers: answered({ suspectedAt: "2026-05-01T16:45", complexCase: true, seriousRisk: false }),
    caseFacts: { status: "cla" },
    chosen: { clause: "WQ-10.1f", reason: "Three councils have to be heard first." },
  };
  const { meetings } = asked(ask.answers, friday, { caseFacts: ask.caseFacts, chosen: ask.chosen });
  const facts = meetings.map((meeting, index) =>
    askedFact(
      ambershire,
      meeting,
      ask,
      {
        by: "sam.okafor@ambershire.example",
        ref: `SM-2026-000${String(index + 1)}`,
        caseRef: "AMB-1042",
        report: null,
        chairPost: meeting.chair.posts[0] ?? "team-manager",
        chair: "priya.nair@ambershire.example",
        arrangements: [
          { clause: "WQ-10.5", what: " An interpreter for Polish " },
          { clause: "WQ-10.6", what: "  " },
        ],
        first: index === 0,
      },
      at(friday),
    ),
  );

  test("holds what was arranged, and is a fact as the store wants it", () => {
    expect(facts).toHaveLength(2);
    for (const fact of facts) expect(meetingFactSchema.parse(fact)).toEqual(fact);
    expect(facts[0]?.deadlines.map(({ clause, chosen }) => [clause, chosen?.reason ?? null])).toEqual([
      ["PS-01", null],
      ["WQ-10.1f", "Three councils have to be heard first."],
    ]);
    expect(facts[0]?.arrangements).toEqual([{ clause: "WQ-10.5", what: "An interpreter for Polish" }]);
  });

  test("of two meetings the case is told once that they were needed, and nobody outside is asked for our own service", () => {
    expect(facts.map((fact) => fact.need)).toEqual([need, null]);
    expect(facts.map((fact) => fact.of)).toEqual(["strategy-discussion-held", "complex-strategy-meeting-held"]);
    expect(facts[0]?.required.map(({ agency }) => agency)).toEqual([
      "police",
      "health",
      "education",
      "referring-agency",
      "fostering",
    ]);
  });
});
