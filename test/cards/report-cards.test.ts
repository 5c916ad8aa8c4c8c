import { channelCard, lateCard, receiptCard, tellingCard, timelineCard } from "../../src/cards/index.ts";
import { cardLimit } from "../../src/cards/kit.ts";
import type { ReportView } from "../../src/domain/report/view.ts";
import { lintCard, nodesOf, textOf, verbsOf } from "./lint.ts";
import { acknowledged, channelView, receipt, report } from "./samples.ts";

describe("the telling", () => {
  test.each([
    ["what happened", "13yo CLA missing since fri tea time"],
    ["the case by reference", "Case AMB-1042"],
    ["the official words with their clause", "Because: “Children Missing from care for over 24 hours” (W-N2K-07)"],
    ["the deadline", "By Tuesday 7 April, 5pm"],
    ["an immediate deadline", "At once"],
    ["the reading the council chose", "**House rule:** “Known” is read as"],
    ["what the briefing still misses", "Still to come"],
    ["what will be told if nothing changes", "If nothing changes by Sunday 5 April, 4pm"],
  ])("says %s", (_, words) => {
    expect(textOf(tellingCard(report).card)).toContain(words);
  });

  test("offers what this viewer may do, and nothing else", () => {
    expect(new Set(verbsOf(tellingCard(report).card))).toEqual(
      new Set([
        "report.acknowledge",
        "report.call",
        "report.ask",
        "report.close",
        "report.open",
        "report.refresh",
        "meeting.start",
      ]),
    );
    expect(new Set(verbsOf(tellingCard({ ...report, may: ["see"] }).card))).toEqual(
      new Set(["report.open", "report.refresh", "meeting.start"]),
    );
  });

  test("opens a call while one is owed, and says who made it once it was made", () => {
    expect(nodesOf(tellingCard(report).card)).toContainEqual(
      expect.objectContaining({
        type: "Action.OpenUrl",
        url: "https://teams.microsoft.com/l/call/0/0?users=nadia.rahman%40ambershire.example",
      }),
    );
    const made = textOf(tellingCard(acknowledged).card);
    expect(made).toContain("Call made: Ana Whitlock spoke to Nadia Rahman, 5:35pm");
    expect(made).not.toContain("Call in Teams");
  });

  test("says who acknowledged and when", () => {
    expect(textOf(tellingCard(acknowledged).card)).toContain("Acknowledged by Nadia Rahman, 5:45pm");
  });

  test("keeps itself current for those it is told to, sixty at most", () => {
    const accounts = Array.from({ length: 70 }, (_, index) => `account-${String(index)}`);
    expect(tellingCard({ ...report, refreshFor: accounts }).card.refresh?.userIds).toHaveLength(60);
    expect(tellingCard({ ...report, refreshFor: [] }).card.refresh).toBeUndefined();
  });

  test("shows an answer that was not taken again, in its form, standing open", () => {
    const { card } = tellingCard(report, { text: "I couldn't read that.", typed: { spokeTo: "Nadia", calledAt: "x" } });
    const [, opened] = card.body;
    const inputs = nodesOf(opened).filter(({ type }) => type === "Input.Text");
    expect(inputs).toMatchObject([
      { id: "spokeTo", value: "Nadia" },
      { id: "calledAt", value: "x" },
    ]);
    expect(lintCard(card)).toEqual([]);
  });
});

describe("the receipt", () => {
  test.each([
    ["its reference", "NTK-2026-0042"],
    ["how many have been told", "2 of 5 told so far"],
    ["who could not be reached", "Not reached"],
    ["which post nobody holds", "Vacant"],
    ["who is told instead", "Told instead: Head of Service."],
    ["what is still needed", "2 sections of the briefing: What is being done and When to expect an update"],
    ["the question that waits", "Has the placing team told the parents?"],
  ])("says %s", (_, words) => {
    expect(textOf(receiptCard(receipt).card)).toContain(words);
  });

  test("lets the reporter answer, record the call and add details", () => {
    expect(verbsOf(receiptCard(receipt).card)).toEqual(
      expect.arrayContaining(["report.answer", "report.call", "report.brief"]),
    );
  });

  test("asks for no answer when no question waits", () => {
    expect(verbsOf(receiptCard({ ...receipt, questions: [] }).card)).not.toContain("report.answer");
  });
});

describe("the channel card", () => {
  test("has the reference, the category and the state, and a button", () => {
    const { card } = channelCard(channelView);
    expect(textOf(card)).toContain("NTK-2026-0042");
    expect(textOf(card)).toContain("Missing child");
    expect(verbsOf(card)).toEqual(["report.open"]);
  });

  test("has no personal detail, even of a view that carries the whole report", () => {
    const whole = { ...report, ...channelView };
    const { card, spoken } = channelCard(whole);
    const said = JSON.stringify(card) + spoken;
    for (const personal of ["AMB-1042", "13yo", "Ana Whitlock", "placement", "Looked after", "care order"]) {
      expect(said).not.toContain(personal);
    }
  });
});

describe("a late click", () => {
  test("is answered with who acted, and how things stand now", () => {
    const said = textOf(lateCard("Nadia Rahman acknowledged this at 5:45pm.", acknowledged).card);
    expect(said).toContain("Nadia Rahman acknowledged this at 5:45pm.");
    expect(said).toContain("Acknowledged");
  });
});

describe("a very long report", () => {
  const [firstLine] = receipt.ledger;
  if (firstLine === undefined) throw new Error("the sample has no ledger");
  const much = "A long word-for-word account, with *stars* and [links](x). ".repeat(400);
  const long: ReportView = {
    ...receipt,
    may: ["see", "acknowledge", "ask", "close", "call", "answer", "brief"],
    what: much,
    briefing: (report.briefing ?? []).map((part) => ({ ...part, text: much })),
    questions: Array.from({ length: 20 }, (_, index) => ({ by: "Nadia Rahman", at: index, question: much })),
    ledger: Array.from({ length: 80 }, (_, index) => ({
      ...firstLine,
      telling: `t${String(index)}`,
      note: "Teams could not deliver it.",
    })),
    timeline: Array.from({ length: 300 }, (_, index) => ({ at: report.reportedAt + index, text: much })),
  };

  test.each([
    ["telling", tellingCard(long)],
    ["receipt", receiptCard(long)],
    ["timeline", timelineCard(long)],
    ["late", lateCard("Too late.", long)],
  ])("fits as a %s, and says that there is more", (_, { card }) => {
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(cardLimit);
    expect(textOf(card)).toContain("open the report for the rest");
    expect(lintCard(card)).toEqual([]);
  });
});
