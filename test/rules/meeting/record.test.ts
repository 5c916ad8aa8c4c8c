import { checkMeetingRecord, meetingRecordForm, type MeetingWritten } from "../../../src/rules/meeting/record.ts";
import type { RecordForm } from "../../../src/rules/record/types.ts";
import { plainRulebook } from "../../../src/rules/rulebook.ts";
import { ambershire, at, loaded } from "./support.ts";

const friday = at("2026-05-01T17:30");
const formOf = (of: string, rulebook = ambershire): RecordForm => {
  const form = meetingRecordForm(rulebook, of, { status: "cp" }, friday);
  if (!form) throw new Error(`No record of ${of} is asked for.`);
  return form;
};
const form = formOf("strategy-discussion-held");
const full: MeetingWritten = {
  headings: Object.fromEntries(form.headings.map(({ id, title }) => [id, `About: ${title}`])),
  actions: [{ what: "Visit the child", who: "Jo", by: "Tuesday" }],
  attended: ["Police, referral desk"],
  section47: true,
};
const wanting = (written: MeetingWritten): readonly string[] => {
  const checked = checkMeetingRecord(form, written, friday, ambershire);
  return checked.outcome === "taken" ? [] : checked.refusals.map(({ why, clause }) => `${clause ?? "-"}: ${why}`);
};

describe("what the record of a strategy meeting must hold", () => {
  test("each heading of WQ-10.3 to 10.7 and PS-06, by the clause that asks for it", () => {
    const byClause = Map.groupBy(form.headings, ({ clause }) => clause);
    expect([...byClause].map(([clause, headings]) => `${clause} ${String(headings.length)}`)).toEqual([
      "PS-06 2",
      "WQ-10.3 1",
      "WQ-10.4 8",
      "WQ-10.5 2",
      "WQ-10.6 1",
      "WQ-10.7 2",
    ]);
  });

  test("the complex meeting's is the same, and a council with PS alone asks for what PS-06 asks", () => {
    expect(formOf("complex-strategy-meeting-held").headings).toEqual(form.headings);
    const standard = formOf("strategy-discussion-held", plainRulebook(loaded, "oversight-and-decisions"));
    expect(standard.headings.map(({ clause }) => clause)).toEqual(["PS-06", "PS-06"]);
  });

  test.each<[string, MeetingWritten, readonly string[]]>([
    ["everything", full, []],
    [
      "no analysis of the risk",
      { ...full, headings: { ...full.headings, riskAnalysis: "  " } },
      ['WQ-10.4: Write something under "Analysis of the risk to the child".'],
    ],
    ["nobody there", { ...full, attended: [" "] }, ["-: Name who was there."]],
    ["section 47 not decided", { ...full, section47: null }, ["-: Say whether section 47 enquiries start."]],
    [
      "an action without a name",
      { ...full, actions: [{ what: "Visit", who: "", by: "Tuesday" }] },
      ["-: Write who does it: a name or a post."],
    ],
  ])("%s", (_says, written, refusals) => {
    expect(wanting(written)).toEqual(refusals);
  });

  test("everything that is wanting is said at once", () => {
    expect(wanting({ headings: {}, actions: [], attended: [], section47: null })).toHaveLength(16 + 2);
  });

  test("taken, its actions have dates and its words no space about them", () => {
    expect(checkMeetingRecord(form, { ...full, attended: [" Police "] }, friday, ambershire)).toMatchObject({
      outcome: "taken",
      actions: [{ what: "Visit the child", who: "Jo", by: "2026-05-05" }],
      attended: ["Police"],
      section47: true,
    });
  });
});
