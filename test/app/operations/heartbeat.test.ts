import { openSqlite } from "../../../src/adapters/sqlite/open.ts";
import { beat, startHeartbeat } from "../../../src/app/operations/heartbeat.ts";
import { createCalendar } from "../../../src/time/calendar.ts";
import { atLondon } from "../../../src/time/london.ts";
import { memoryLog } from "../../support/memory-log.ts";
import { recordingMessenger } from "../../support/house.ts";

const minute = 60_000;
const monday = atLondon("2026-11-23", "08:00");

const heart = async (start = monday, council: { operations?: string } = { operations: "ops" }) => {
  let now = start;
  const records = openSqlite(":memory:");
  const post = recordingMessenger();
  const calendar = createCalendar({ closureDays: [], workingDay: { from: "09:00", to: "17:00" } });
  const deps = { records, clock: { now: () => now }, council, calendar, messenger: post.messenger, log: memoryLog() };
  await startHeartbeat(records, now);
  const at = async (instant: number): Promise<void> => {
    now = instant;
    await beat(deps);
  };
  const heard = () => post.to("ops").map(({ message }) => (message.kind === "word" ? message.text : ""));
  return { ...post, records, at, heard };
};

describe("the operations channel", () => {
  it("hears once each working day, from nine, that all is well", async () => {
    const { at, heard } = await heart();
    for (let passed = 0; passed < 26 * 60; passed += 4) await at(monday + passed * minute);
    expect(heard()).toEqual(["Watchful is running. 0 reports kept.", "Watchful is running. 0 reports kept."]);
  });

  it.each([
    ["a Saturday", "2026-11-28"],
    ["Christmas Day", "2026-12-25"],
  ])("hears nothing of that on %s", async (_day, date) => {
    const { at, heard } = await heart(atLondon(date, "11:00"));
    await at(atLondon(date, "11:01"));
    expect(heard()).toEqual([]);
  });

  it("hears of a silence when it ends, with how long it was", async () => {
    const { at, heard } = await heart();
    await at(monday);
    await at(monday + 50 * minute);
    expect(heard()).toEqual([
      "Watchful was silent from Monday 23 November 2026, 8am for 50 minutes. It is running again, and what fell due meanwhile is leaving now.",
    ]);
  });

  it("is not troubled by a clock that jumps back", async () => {
    const { at, heard } = await heart();
    await at(monday);
    await at(monday - 40 * minute);
    await at(monday - 39 * minute);
    expect(heard()).toEqual([]);
  });

  it("hears of what is stuck, again after an hour, and not when it has gone", async () => {
    const { at, heard, records } = await heart();
    const key = { kind: "report", id: "r1" } as const;
    await records.commit({ ...key, expectedVersion: 0, body: {}, dueAt: monday - 30 * minute, keys: [] });
    for (let passed = 0; passed <= 59; passed += 1) await at(monday + passed * minute);
    expect(heard()).toEqual([
      "One record has been waiting for more than 10 minutes. Run “watchful store check”, and see the log.",
    ]);
    await records.commit({ ...key, expectedVersion: 1, body: {}, dueAt: null, keys: [] });
    await at(monday + 60 * minute);
    expect(heard().filter((line) => line.includes("waiting"))).toHaveLength(1);
  });

  it("gets later what it could not be told, in order", async () => {
    const { at, heard, failing } = await heart();
    await at(monday);
    failing(() => ({ outcome: "later", why: "busy", afterMs: 1000 }));
    await at(monday + 20 * minute);
    await at(monday + 40 * minute);
    failing(() => undefined);
    await at(monday + 41 * minute);
    expect(heard().map((line) => line.slice(0, 52))).toEqual(
      [
        "Watchful was silent from Monday 23 November 2026, 8am",
        "Watchful was silent from Monday 23 November 2026, 8:",
      ].map((line) => line.slice(0, 52)),
    );
  });

  it("may be left out", async () => {
    const { at, sent } = await heart(monday, {});
    await at(monday);
    await at(monday + 50 * minute);
    expect(sent).toEqual([]);
  });
});
