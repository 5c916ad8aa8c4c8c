import { createCalendar } from "../../../src/time/calendar.ts";
import { atLondon } from "../../../src/time/london.ts";
import { inWords } from "../../../src/time/say.ts";
import { addWorkingMinutes } from "../../../src/time/working-time.ts";
import { assessment, clause, email, hour, house, noon, people } from "../../support/house.ts";

const minute = 60_000;
const immediate = () => assessment([clause("W-1")]);
const inTime = () =>
  assessment([
    clause("W-2", {
      dueAt: noon + 48 * hour,
      tell: [{ post: "assistant-director", how: "teams", leaveAt: noon, dueAt: noon + 48 * hour }],
    }),
  ]);

const sent = async (assess = immediate, roster = people) => {
  const world = house(assess, roster);
  const { id } = await world.draft();
  await world.reporting.confirm(id, email("ana"));
  await world.settle();
  const cards = (name: string): number =>
    world.to(email(name)).filter(({ update, message }) => !update && message.kind === "telling").length;
  const after = async (ms: number): Promise<void> => {
    world.at(noon + ms);
    await world.settle();
  };
  return { ...world, id, cards, after };
};

describe("nobody answers something immediate", () => {
  it.each([
    ["is not repeated before ten minutes", 10 * minute - 1, { nadia: 1, hugh: 0, dee: 0 }],
    ["is repeated after ten minutes", 10 * minute, { nadia: 2, hugh: 0, dee: 0 }],
  ])("it %s", async (_says, ms, expected) => {
    const { cards, after } = await sent();
    await after(ms);
    expect({ nadia: cards("nadia"), hugh: cards("hugh"), dee: cards("dee") }).toEqual(expected);
  });

  it("climbs minute by minute through the posts, and ends with named people asked to telephone", async () => {
    const { cards, after, facts, id, sent: messages } = await sent();
    for (let passed = 0; passed <= 24 * 60; passed += 5) await after(passed * minute);
    expect({ nadia: cards("nadia"), hugh: cards("hugh"), dee: cards("dee") }).toEqual({ nadia: 7, hugh: 5, dee: 3 });
    const handed = (await facts(id)).filter(({ kind }) => kind === "handed");
    expect(handed).toMatchObject([{ to: [email("ana")], at: noon + 90 * minute }]);
    const asked = messages.flatMap(({ to, message }) =>
      to === email("ana") && message.kind === "word" ? [message.text] : [],
    );
    expect(asked.at(-1)).toMatch(
      /Nobody has answered for the Assistant Director\. Please telephone now: Nadia on 01632 960001/,
    );
  });

  it("stops as soon as one of those told acknowledges", async () => {
    const { cards, after, reporting, id } = await sent();
    await after(30 * minute);
    await reporting.acknowledge(id, email("hugh"));
    await after(24 * hour);
    expect({ nadia: cards("nadia"), hugh: cards("hugh"), dee: cards("dee") }).toEqual({ nadia: 2, hugh: 1, dee: 0 });
  });

  it("is discharged by a telephone call that somebody records", async () => {
    const { after, reporting, id } = await sent();
    await after(24 * hour);
    await after(25 * hour);
    await after(26 * hour);
    await after(27 * hour);
    expect(await reporting.see(id, email("ana"))).toMatchObject({
      report: { may: expect.arrayContaining(["call"]) as string[] },
    });
    expect(await reporting.call(id, email("ana"), "Nadia", "")).toMatchObject({ outcome: "done" });
    const before = await reporting.see(id, email("ana"));
    await after(100 * hour);
    expect(await reporting.see(id, email("ana"))).toEqual(before);
  });

  it("asks the post of last resort to telephone when nobody else can be reached, and says so when they cannot either", async () => {
    const world = house(immediate);
    world.failing((_to, message) =>
      message.kind === "word" ? { outcome: "unreachable", why: "blocked the bot" } : undefined,
    );
    const { id } = await world.draft();
    await world.reporting.confirm(id, email("ana"));
    for (let passed = 0; passed <= 24 * 60; passed += 10) {
      world.at(noon + passed * minute);
      await world.settle();
    }
    const facts = await world.facts(id);
    expect(facts.flatMap((fact) => (fact.kind === "handed" ? [fact.to] : []))).toEqual([
      [email("ana")],
      [email("dee")],
    ]);
    expect(facts.filter(({ kind }) => kind === "unheard").length).toBeGreaterThanOrEqual(2);
    expect(facts.find(({ kind }) => kind === "gap")).toMatchObject({
      why: "Nobody can be asked in Teams. Telephone the duty desk: 01632 960100",
    });
  });

  it("is told once, not three times, by a machine that slept through the repeats", async () => {
    const { cards, after } = await sent();
    await after(25 * minute);
    expect(cards("nadia")).toBe(2);
  });

  it("passes on at the time set even when the message never got through", async () => {
    const world = house(immediate);
    world.failing((to) => (to === email("nadia") ? { outcome: "later", why: "busy", afterMs: 1000 } : undefined));
    const { id } = await world.draft();
    await world.reporting.confirm(id, email("ana"));
    for (let passed = 0; passed <= 40; passed += 2) {
      world.at(noon + passed * minute);
      await world.settle();
    }
    expect(world.to(email("hugh")).length).toBeGreaterThan(0);
  });
});

describe("nobody answers something that can wait", () => {
  it("counts in working time: nothing happens in the night", async () => {
    const { cards, after } = await sent(inTime);
    await after(4 * hour);
    expect(cards("nadia")).toBe(2);
    await after(18 * hour);
    expect({ nadia: cards("nadia"), hugh: cards("hugh") }).toEqual({ nadia: 2, hugh: 0 });
    await after(23 * hour);
    expect(cards("hugh")).toBe(1);
  });

  it.each([
    ["2026-04-02", "16:30", 60, "Tuesday 7 April 2026, 9:30am"],
    ["2026-04-02", "16:30", 30, "Thursday 2 April 2026, 5pm"],
    ["2026-04-02", "06:00", 60, "Thursday 2 April 2026, 10am"],
    ["2026-04-04", "12:00", 480, "Tuesday 7 April 2026, 5pm"],
    ["2026-12-24", "16:59", 2, "Tuesday 29 December 2026, 9:01am"],
  ])("from %s %s, %d working minutes end %s", (date, time, minutes, expected) => {
    const calendar = createCalendar({ closureDays: [], workingDay: { from: "09:00", to: "17:00" } });
    expect(inWords(addWorkingMinutes(calendar, atLondon(date, time), minutes))).toBe(expected);
  });
});
