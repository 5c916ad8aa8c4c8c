import type { Message, TeamsPerson } from "../support/teams/index.ts";
import { startService, type Service } from "./support/service.ts";

let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.stop());

const begun = async (who: TeamsPerson = service.ana): Promise<Message> => {
  const [card] = await who.says("report somebody is missing");
  if (!card) throw new Error("no card");
  return card;
};

const confirmed = async (): Promise<Message> => {
  const card = await begun();
  await service.ana.clicks(card, "Next");
  await service.ana.clicks(service.ana.latest(), "Send");
  await service.settle();
  return service.ana.latest();
};

const drafts = (): Promise<number> => service.records.count("draft");
const reports = (): Promise<number> => service.records.count("report");

describe("a report is told on cards that replace each other", () => {
  test("from the first screen to the reference", async () => {
    await begun();
    const preview = await service.ana.clicks(service.ana.latest(), "Next");
    expect(preview.words).toContain("Ready to send");
    const receipt = await service.ana.clicks(service.ana.latest(), "Send");
    expect(receipt.words).toMatch(/NTK-2026-0001/);
    expect(service.ana.sees()).toHaveLength(1);
  });

  test("an answer that is refused keeps what was typed", async () => {
    await begun();
    const again = await service.ana.clicks(service.ana.latest(), "Next", { what: "" });
    expect(again.words).toContain("Say what happened.");
    expect(await drafts()).toBe(1);
  });

  test("the card that was confirmed is the receipt, kept current from then on", async () => {
    await confirmed();
    expect(service.ana.sees()).toHaveLength(1);
    await service.nadia.clicks(await service.nadia.finds("NTK-2026-0001"), "Acknowledge");
    await service.settle();
    expect(service.ana.sees()[0]?.words).toMatch(/acknowledged/i);
  });

  test("the Assistant Director is told in chat and the room by reference only", async () => {
    await confirmed();
    expect((await service.nadia.finds("NTK-2026-0001")).words).toContain("somebody is missing");
    const posted = await service.room.finds("NTK-2026-0001");
    expect(posted.words).not.toContain("somebody is missing");
    expect(posted.words).not.toContain("AMB-1042");
  });

  test("discarding sends nothing", async () => {
    await begun();
    await service.ana.clicks(service.ana.latest(), "Next");
    expect((await service.ana.clicks(service.ana.latest(), "Discard")).words).toContain("Nothing has been sent");
    expect(await reports()).toBe(0);
  });

  test("somebody in doubt hears that their line manager is asked (LCP-P10)", async () => {
    await begun();
    await service.ana.clicks(service.ana.latest(), "Next");
    expect((await service.ana.clicks(service.ana.latest(), "I'm in doubt")).words).toContain("I've asked Hugh");
  });
});

describe("a click that comes late or twice changes nothing", () => {
  test("on a screen that was left behind: the screen that counts is shown", async () => {
    const first = await begun();
    await service.ana.clicks(first, "Next");
    expect((await service.ana.clicks(first, "Next", { what: "something else" })).words).toContain("Ready to send");
  });

  test("two confirmations at the same moment make one report", async () => {
    await begun();
    await service.ana.clicks(service.ana.latest(), "Next");
    const preview = service.ana.latest();
    const answers = await Promise.all([1, 2, 3, 4].map(() => service.ana.clicks(preview, "Send")));
    expect(new Set(answers.map(({ words }) => /NTK-\d+-\d+/.exec(words)?.[0]))).toEqual(new Set(["NTK-2026-0001"]));
    expect(await reports()).toBe(1);
  });

  test("confirming again later shows the report", async () => {
    await begun();
    await service.ana.clicks(service.ana.latest(), "Next");
    const preview = service.ana.latest();
    await service.ana.clicks(preview, "Send");
    expect((await service.ana.clicks(preview, "Send")).words).toContain("NTK-2026-0001");
    expect((await service.ana.clicks(preview, "Discard")).words).toContain("NTK-2026-0001");
    expect(await reports()).toBe(1);
  });

  test("acknowledging twice says who did and when", async () => {
    await confirmed();
    const telling = await service.nadia.finds("NTK-2026-0001");
    await service.nadia.clicks(telling, "Acknowledge");
    expect((await service.nadia.clicks(telling, "Acknowledge")).words).toMatch(/already acknowledged/i);
  });
});

describe("a forged or stale card has no effect and a clear answer", () => {
  const forged: readonly (readonly [string, string, unknown])[] = [
    ["a verb that nobody knows", "report.delete", { report: "x" }],
    ["a verb that is an object's own", "constructor", {}],
    ["no data", "draft.answer", undefined],
    ["data that is a string", "draft.answer", "draft"],
    ["a draft that does not exist", "draft.answer", { draft: "none", screen: "what", step: 0, answer: "next" }],
    ["a step that is no number", "draft.answer", { draft: "none", screen: "what", step: "one" }],
    ["a report that does not exist", "report.acknowledge", { report: "none" }],
    ["a report that is an object", "report.acknowledge", { report: { $ne: "" } }],
    ["a face that does not exist", "report.refresh", { report: "none", face: "__proto__" }],
  ];
  test.each(forged)("%s", async (_, verb, data) => {
    const [card] = await service.ana.says("help");
    if (!card) throw new Error("no card");
    const answer = await service.ana.forges(card, verb, data);
    expect(answer.status).toBe(200);
    expect(answer.words.length).toBeGreaterThan(20);
    expect([await drafts(), await reports()]).toEqual([0, 0]);
  });

  test("somebody else's draft", async () => {
    const card = await begun();
    const answer = await service.bo.clicks(card, "Next");
    expect(answer.words).toContain("out of date");
    expect((await service.ana.clicks(card, "Next", { what: "Ana's own words" })).words).toContain("Ready to send");
  });

  test("somebody else's report", async () => {
    await confirmed();
    const telling = await service.nadia.finds("NTK-2026-0001");
    const answer = await service.bo.clicks(telling, "Acknowledge");
    expect(answer.words).toMatch(/only somebody who was told|can't open/i);
    expect(answer.words).not.toContain("somebody is missing");
  });

  test("the reporter cannot acknowledge their own", async () => {
    await confirmed();
    const telling = await service.nadia.finds("NTK-2026-0001");
    const answer = await service.ana.clicks(telling, "Acknowledge");
    expect(answer.status).toBe(200);
    expect(service.ana.latest().words).not.toMatch(/acknowledged by/i);
  });
});

describe("a client too old for Action.Execute", () => {
  test("has its card replaced all the same", async () => {
    await begun();
    await service.ana.clicksOnOldClient(service.ana.latest(), "Next");
    expect(service.ana.sees()).toHaveLength(1);
    expect(service.ana.latest().words).toContain("Ready to send");
    await service.ana.clicksOnOldClient(service.ana.latest(), "Send");
    expect(service.ana.latest().words).toContain("NTK-2026-0001");
    await service.settle();
    expect(service.ana.sees()).toHaveLength(1);
  });
});

describe("in the channel", () => {
  test("opening a report sends the detail to the one who may see it, and to nobody else", async () => {
    await confirmed();
    const posted = await service.room.finds("NTK-2026-0001");
    const answer = await service.nadia.clicks(posted, "Open");
    expect(answer.text).toContain("our own chat");
    expect((await service.nadia.finds("What happened when")).words).toContain("somebody is missing");
    expect((await service.bo.clicks(posted, "Open")).text).toContain("You can't open this report");
    expect(service.bo.sees()).toEqual([]);
    expect(
      service.room
        .sees()
        .map(({ words }) => words)
        .join(),
    ).not.toContain("somebody is missing");
  });
});

describe("“Report this” on a message", () => {
  test("opens the same screens in a dialog, with the message as what happened", async () => {
    const { ana } = service;
    const first = await ana.opensDialog("<p>13yo <b>missing</b> &amp; police aware</p>");
    if (typeof first === "string") throw new Error(first);
    expect(first.words).toContain("13yo missing & police aware");
    const preview = await ana.presses(first, "Next");
    if (typeof preview === "string") throw new Error(preview);
    const closing = await ana.presses(preview, "Send");
    expect(closing).toContain("NTK-2026-0001");
    await service.settle();
    expect((await ana.finds("NTK-2026-0001")).words).toContain("Saved Wednesday");
  });

  test("is refused to a stranger in words", async () => {
    expect(await service.teams.person("account-zed", "Zed").opensDialog("hello")).toContain("I don't know you yet");
  });

  test("a forged submit closes it with words", async () => {
    const { ana } = service;
    for (const value of [undefined, {}, { data: "x" }, { data: { verb: "draft.answer", draft: {} } }]) {
      const { status, body } = await ana.post(ana.activity(ana.chat, { type: "invoke", name: "task/submit", value }));
      expect([status, JSON.stringify(body)]).toEqual([200, expect.stringContaining("message")]);
    }
  });
});
