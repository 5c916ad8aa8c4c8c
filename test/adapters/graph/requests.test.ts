import { callOf } from "../../contracts/meetings.ts";
import { graphBench, people } from "../../support/graph/bench.ts";

type Bench = Awaited<ReturnType<typeof graphBench>>;
const chair = people[0];

describe("what is asked of Graph", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await graphBench();
  });
  afterEach(() => bench.stop());

  it("is a private call that nobody forwards or proposes another time for, shown in London's time", async () => {
    await bench.meetings.book(callOf(chair));
    expect(bench.graph.calendars.live(chair)[0]).toMatchObject({
      sensitivity: "private",
      allowNewTimeProposals: false,
      onlineMeetingProvider: "teamsForBusiness",
      start: { dateTime: "2026-11-24T10:00:00", timeZone: "GMT Standard Time" },
      singleValueExtendedProperties: expect.arrayContaining([
        { id: "Boolean {00020329-0000-0000-C000-000000000046} Name DoNotForward", value: "true" },
      ]),
    });
  });

  it("never has more than four requests at once in one mailbox", async () => {
    const calls = Array.from({ length: 30 }, (_, index) => callOf(chair, { transaction: `t${String(index)}` }));
    await Promise.all(calls.map((call) => bench.meetings.book(call)));
    expect(bench.graph.mostAtOnce()).toBeLessThanOrEqual(4);
    expect(bench.graph.calendars.live(chair)).toHaveLength(30);
  });

  it("asks for at most twenty diaries at once, over less than 62 days", async () => {
    const many = Array.from({ length: 45 }, (_, index) => `worker${String(index)}@ambershire.example`);
    bench.graph.calendars.add(...many);
    const from = callOf(chair).slot.from;
    bench.graph.calendars.occupy(many[44] ?? "", from + 70 * 86_400_000, from + 71 * 86_400_000, "oof");
    const diaries = await bench.meetings.diaries(many, { from, to: from + 100 * 86_400_000 }, from);
    expect(diaries.every(({ known }) => known)).toBe(true);
    expect(diaries[44]?.busy).toEqual([{ from: from + 70 * 86_400_000, to: from + 71 * 86_400_000, kind: "away" }]);
    expect(bench.graph.requests).toHaveLength(6);
  });

  it("reads the others' diaries when the first mailbox is a leaver's", async () => {
    const diaries = await bench.meetings.diaries(["leaver@ambershire.example", chair], callOf(chair).slot, 0);
    expect(diaries.map(({ known }) => known)).toEqual([false, true]);
  });

  it.each([
    ["free", []],
    ["workingElsewhere", []],
    ["Tentative", ["tentative"]],
    ["busy", ["busy"]],
    ["oof", ["away"]],
    ["unknown", ["busy"]],
  ])("reads the status %s as %j", async (status, kinds) => {
    const { from, to } = callOf(chair).slot;
    bench.graph.calendars.occupy(chair, from, to, status);
    const [diary] = await bench.meetings.diaries([chair], { from, to }, 0);
    expect(diary?.busy.map(({ kind }) => kind)).toEqual(kinds);
  });

  it("says a diary is unknown when Graph fails for longer than its patience", async () => {
    bench.graph.faults.add({ status: 503 }, () => true, 9);
    expect(await bench.meetings.diaries([chair], callOf(chair).slot, 0)).toEqual([
      { email: chair, known: false, busy: [] },
    ]);
  });
});

describe("the lobby", () => {
  const withAccount = (): Promise<Bench> =>
    graphBench({ account: () => "account-1", log: { warn: (...said) => warned.push(said) } });
  const warned: unknown[] = [];
  beforeEach(() => {
    warned.length = 0;
  });

  it("is for everybody but the organiser where the application may say so", async () => {
    const bench = await withAccount();
    bench.graph.tenant.meetingAccounts.add("account-1");
    expect(await bench.meetings.book(callOf(chair))).toMatchObject({ outcome: "booked" });
    expect(bench.graph.tenant.lobbies).toEqual(["organizer"]);
    await bench.stop();
  });

  it("is left as the tenant has it where the application may not, and the call stands", async () => {
    const bench = await withAccount();
    expect(await bench.meetings.book(callOf(chair))).toMatchObject({ outcome: "booked" });
    expect(warned).toEqual([["the lobby of a call was left as the tenant has it", { status: 403 }]]);
    await bench.stop();
  });
});
