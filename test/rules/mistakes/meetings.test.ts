import { faultsIn, loadSmall } from "../support/small-policy.ts";

const cases = `caseFacts:
  status: { type: choice, asks: Status, options: [{ value: cp, label: On a plan }, { value: cla, label: In care }] }
happenings:
  discussion-held: { title: A discussion was held }
`;
const agencies = "agencies: { police: Police, health: Health }\n";

const clause = (meeting: string): string => `clauses:
  - id: M-1
    title: Who comes
    words: Who comes
    source: Row 1
    kind: meeting
    meeting: ${meeting}
`;

const faultsOf = (meeting: string, file = agencies): readonly string[] =>
  faultsIn(
    loadSmall(
      { "small/1-clauses.yaml": () => clause(meeting) },
      { "common/cases.yaml": cases, "common/meetings.yaml": file },
    ),
  );

describe("an author's mistakes in what a clause says about a meeting", () => {
  test("a meeting without a mistake", () => {
    expect(
      faultsOf(
        "{ of: [discussion-held], chair: director, invites: [{ agency: police, when: { status: cla } }], quorum: [health] }",
      ),
    ).toEqual([]);
  });

  test.each([
    [
      "a happening that nothing declares",
      "{ of: discussion-hold }",
      "small/1-clauses.yaml:7:20: discussion-hold is not a known happening: write discussion-held",
    ],
    [
      "a happening in a list",
      "{ of: [discussion-held, talk] }",
      "small/1-clauses.yaml:7:38: talk is not a known happening: write discussion-held",
    ],
    ["no happening at all", "{ chair: director }", "small/1-clauses.yaml:7:14: of is missing: write of: …"],
    [
      "an agency with a slip",
      "{ of: discussion-held, invites: [{ agency: polise }] }",
      "small/1-clauses.yaml:7:57: polise is not a known agency: write police",
    ],
    [
      "an agency that must be there and is none",
      "{ of: discussion-held, quorum: [police, heath] }",
      "small/1-clauses.yaml:7:54: heath is not a known agency: write health",
    ],
    [
      "a chair who is no post",
      "{ of: discussion-held, chair: directer }",
      "small/1-clauses.yaml:7:44: directer is not a known post: write director",
    ],
    [
      "somebody who cannot authorise it",
      "{ of: discussion-held, withoutMeeting: { authorisedBy: boss } }",
      "small/1-clauses.yaml:7:69: boss is not a known post: write assistant-director, director or service-manager",
    ],
    [
      "a fact that no case has",
      "{ of: discussion-held, when: { state: cla } }",
      "small/1-clauses.yaml:7:45: state is not a known fact: write status",
    ],
    [
      "a value that the fact does not have",
      "{ of: discussion-held, invites: [{ agency: police, when: { status: lac } }] }",
      "small/1-clauses.yaml:7:81: lac is not a value of status: write cp or cla",
    ],
    [
      "a form that there is not",
      "{ of: discussion-held, form: zoom }",
      "small/1-clauses.yaml:7:43: zoom is not a value of form: write teams",
    ],
  ])("%s", (_says, meeting, fault) => {
    expect(faultsOf(meeting)).toEqual([fault]);
  });

  test("an agency of our own that nothing declares", () => {
    expect(faultsOf("{ of: discussion-held }", `${agencies}ours: [polite]\n`)).toEqual([
      "common/meetings.yaml:2:8: polite is not a known agency: write police",
    ]);
  });

  test("an agency's name that is not written like one", () => {
    expect(faultsOf("{ of: discussion-held }", "agencies: { Police: Police }\n")).toEqual([
      "common/meetings.yaml:1:21: Police cannot be a name here: an agency is written in kebab case, like referring-agency",
    ]);
  });
});

describe("an author's mistakes in what a clause says about a record", () => {
  const record = (holds: string): string =>
    clause("{ of: discussion-held }")
      .replace("kind: meeting", "kind: content\n    handledBy: The record")
      .replace("meeting: { of: discussion-held }", `holds: ${holds}`);

  test.each([
    [
      "a fact that no case has",
      "{ records: [discussion-held], when: { state: cla } }",
      "small/1-clauses.yaml:8:50: state is not a known fact: write status",
    ],
    [
      "a value that the fact does not have",
      "{ records: [discussion-held], when: { status: care } }",
      "small/1-clauses.yaml:8:58: care is not a value of status: write cp or cla",
    ],
  ])("%s", (_says, holds, fault) => {
    expect(
      faultsIn(loadSmall({ "small/1-clauses.yaml": () => record(holds) }, { "common/cases.yaml": cases })),
    ).toEqual([fault]);
  });
});
