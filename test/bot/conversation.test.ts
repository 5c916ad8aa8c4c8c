import { startService, type Service } from "./support/service.ts";

let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.stop());

/** Ana's report, made by the shortest way there is. */
const report = async (): Promise<string> => {
  const { ana } = service;
  await ana.says("report somebody is missing");
  await ana.clicks(ana.latest(), "Next");
  await ana.clicks(ana.latest(), "Send");
  return /NTK-\d{4}-\d{4}/.exec(ana.latest().words)?.[0] ?? "";
};

describe("what somebody types is understood generously", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["help", "What I can do"],
    ["Help!", "What I can do"],
    ["?", "What I can do"],
    ["what can you do", "What I can do"],
    ["hello", "Hello, I'm Watchful"],
    ["Good morning", "Hello, I'm Watchful"],
    ["report", "What happened?"],
    ["Report.", "What happened?"],
    ["report it", "What happened?"],
    ["my reports", "You have not made any reports"],
    ["cancel", "Nothing has been sent"],
    ["never mind", "Nothing has been sent"],
    ["13yo CLA missing since fri tea time", "13yo CLA missing since fri tea time"],
    ["report 13yo CLA missing", "13yo CLA missing"],
    ["report NTK-2026-0042", "You can't open this report"],
  ];
  test.each(cases)("“%s”", async (typed, answered) => {
    const [answer, ...more] = await service.ana.says(typed);
    expect(answer?.words).toContain(answered);
    expect(more).toEqual([]);
  });

  test("the word “report” is not part of what happened", async () => {
    const [answer] = await service.ana.says("report 13yo CLA missing");
    expect(answer?.words).not.toContain("report 13yo");
  });

  test("what fits nothing is kept, and can be reported with one press", async () => {
    const { ana } = service;
    const [answer] = await ana.says("the *lift* is stuck");
    expect(answer?.words).toContain("What I can do");
    expect(answer && (await ana.clicks(answer, "Report it")).words).toContain("the *lift* is stuck");
  });

  test("“my reports” and the reference bring a report back", async () => {
    const ref = await report();
    const [list] = await service.ana.says("my reports");
    expect(list?.words).toContain(ref);
    const [one] = await service.ana.says(`report ${ref.toLowerCase()}`);
    expect(one?.words).toContain("What happened when");
    expect((await service.ana.says(ref))[0]?.words).toContain("What happened when");
  });

  test("somebody who has nothing to do with it reads the same as if it did not exist", async () => {
    const ref = await report();
    const [existing] = await service.bo.says(`report ${ref}`);
    const [imagined] = await service.bo.says("report NTK-2026-9999");
    expect(existing?.words).toBe(imagined?.words);
  });
});

describe("it introduces itself", () => {
  test("once, in four lines, when it is installed", async () => {
    const seen = await service.ana.installs();
    expect(seen).toHaveLength(1);
    expect(seen[0]?.words).toContain("Hello, I'm Watchful");
  });

  test("to nobody when somebody else joins", async () => {
    const { ana } = service;
    await ana.post(ana.activity(ana.chat, { type: "conversationUpdate", membersAdded: [{ id: "29:account-bo" }] }));
    expect(ana.sees()).toEqual([]);
  });
});

describe("who is not ours is refused with a sentence, and nothing happens", () => {
  const noEffect = async (): Promise<void> => {
    expect([await service.records.count("draft"), await service.records.count("report")]).toEqual([0, 0]);
  };

  test("somebody the staff list does not know", async () => {
    const zed = service.teams.person("account-zed", "Zed");
    expect((await zed.says("report a missing child"))[0]?.words).toContain("I don't know you yet");
    await noEffect();
  });

  test("somebody of another organisation, even with a known account", async () => {
    const outsider = service.teams.person("account-ana", "Ana", "another-tenant");
    expect((await outsider.says("report a missing child"))[0]?.words).toContain("another organisation");
    expect(service.log.entries).toContainEqual(
      expect.objectContaining({ level: "warn", what: "another tenant refused" }),
    );
    await noEffect();
  });

  test("somebody of another organisation, whose words in the wrong place are not logged", async () => {
    const outsider = service.teams.person("account-ana", "Ana", "another-tenant");
    await outsider.post(outsider.activity(outsider.chat, { type: "Zebedee Quillfeather" }));
    expect(service.log.entries).toContainEqual(expect.objectContaining({ fields: { type: "other" } }));
    expect(JSON.stringify(service.log.entries)).not.toContain("Quillfeather");
  });

  test("an activity that names no tenant, or two", async () => {
    const { ana } = service;
    const base = ana.activity(ana.chat, { type: "message", text: "report" });
    await ana.post({ ...base, channelData: {}, conversation: { id: ana.chat.conversation } });
    await ana.post({ ...base, id: "two", channelData: { tenant: { id: "elsewhere" } } });
    expect(ana.sees().every(({ words }) => words.includes("another organisation"))).toBe(true);
    await noEffect();
  });

  test("an account named in a card's data instead of by Teams", async () => {
    const zed = service.teams.person("account-zed", "Zed");
    const [card] = await service.ana.says("report");
    if (!card) throw new Error("no card");
    const answer = await zed.forges(card, "draft.start", { aadObjectId: "account-ana", by: "ana@ambershire.example" });
    expect(answer.words).toContain("I don't know you yet");
  });
});

describe("in a channel the room reads along", () => {
  test("a report is not taken there", async () => {
    const [answer] = await service.ana.saysIn(service.room, "report 13yo missing");
    expect(answer?.words).toContain("private chat");
    expect(await service.records.count("draft")).toBe(0);
  });

  test("help is given there", async () => {
    expect((await service.ana.saysIn(service.room, "help"))[0]?.words).toContain("What I can do");
  });
});
