import type { Call } from "../../../src/app/ports/meetings.ts";
import { openSqlite } from "../../../src/adapters/sqlite/open.ts";
import { atLondon } from "../../../src/time/london.ts";
import { callOf } from "../../contracts/meetings.ts";
import { localBench, nine, readIcs, staff } from "../../support/local-calendar.ts";

const [chair, second] = staff;
const police = "cait.desk@ambershire-police.example";

describe("the rehearsal's calendar", () => {
  let bench: ReturnType<typeof localBench>;
  beforeEach(() => {
    bench = localBench();
  });
  afterEach(() => bench.stop());

  const booked = async (call: Call = callOf(chair)): Promise<string> => {
    const outcome = await bench.meetings.book(call);
    if (outcome.outcome !== "booked") throw new Error(outcome.why);
    return outcome.event;
  };
  const file = async (id: string, number: number) => readIcs((await bench.calls.file(id, number)) ?? "");

  it("says that its calls are rehearsed", () => {
    expect(bench.meetings.rehearsed).toBe(true);
  });

  it("writes an invitation that another library reads back whole", async () => {
    const long =
      "A point that is longer than the seventy-five octets of a line; with, commas\\ and a “quotation” in ünïcødé. ";
    const call = callOf(chair, { agenda: `${long.repeat(4)}\n2. Decide` });
    const id = await booked(call);
    const read = await file(id, 1);
    expect(read).toMatchObject({
      ...{ method: "REQUEST", version: "2.0", sequence: 0, status: "CONFIRMED", class: "PRIVATE" },
      ...{ summary: call.subject, slot: call.slot, stamp: "2026-11-23T09:00:00Z" },
      organizer: `mailto:${chair}`,
      attendees: [{ mail: `mailto:${police}`, role: "REQ-PARTICIPANT" }],
    });
    expect(read.description).toContain(call.agenda);
    expect(read.description).toContain("No Teams call exists");
  });

  it("keeps to the lines of RFC 5545: CRLF, and no more than 75 octets", async () => {
    const id = await booked(callOf(chair, { agenda: "Übergabe ✓ ".repeat(60) }));
    const ics = (await bench.calls.file(id, 1)) ?? "";
    const lines = ics.split("\r\n");
    expect(ics.replaceAll("\r\n", "")).not.toContain("\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  it("sends a move under the same UID with a higher sequence, and a cancellation above that", async () => {
    const id = await booked();
    await bench.meetings.change(id, callOf(chair, { slot: { from: nine, to: nine + 3_600_000 } }));
    await bench.meetings.cancel(id, chair, "The referral was withdrawn.");
    const files = [await file(id, 1), await file(id, 2), await file(id, 3)];
    expect(files.map(({ method, sequence }) => [method, sequence])).toEqual([
      ["REQUEST", 0],
      ["REQUEST", 1],
      ["CANCEL", 2],
    ]);
    expect(new Set(files.map(({ uid }) => uid)).size).toBe(1);
    expect(files[2]).toMatchObject({ status: "CANCELLED", description: expect.stringContaining("withdrawn") });
    expect(await bench.calls.file(id, 4)).toBeNull();
  });

  it("books again under the same transaction after a cancellation, above it", async () => {
    const id = await booked();
    await bench.meetings.cancel(id, chair, "Off.");
    expect(await booked()).toBe(id);
    expect(await file(id, 3)).toMatchObject({ method: "REQUEST", sequence: 2 });
  });

  it("forgets the answers to a call that is moved", async () => {
    const id = await booked();
    await bench.calls.reply(id, police, "accepted");
    await bench.meetings.change(id, callOf(chair, { slot: { from: nine, to: nine + 3_600_000 } }));
    expect(await bench.meetings.replies(id, chair)).toEqual({ outcome: "read", replies: {} });
  });

  it("plays a call: those asked join and leave, and it ends for all", async () => {
    const id = await booked();
    expect(await bench.calls.join(id, chair)).toBe(true);
    expect(await bench.calls.join(id, police)).toBe(true);
    expect(await bench.calls.join(id, police)).toBe(true);
    expect(await bench.calls.join(id, second)).toBe(false);
    expect((await bench.calls.read(id))?.joined).toEqual([chair, police]);
    await bench.calls.leave(id, chair);
    expect((await bench.calls.read(id))?.joined).toEqual([police]);
    expect(await bench.calls.end(id)).toBe(true);
    expect(await bench.calls.read(id)).toMatchObject({ joined: [], state: "ended" });
    expect(await bench.calls.join(id, chair)).toBe(false);
  });

  it("knows nothing of a call that was never booked", async () => {
    expect(await bench.calls.read("nothing")).toBeNull();
    expect(await bench.calls.end("nothing")).toBe(false);
    expect(await bench.records.count("calendar")).toBe(0);
  });

  it("keeps a call over a restart", async () => {
    const records = openSqlite(":memory:");
    const first = localBench(records);
    await first.meetings.book(callOf(chair));
    const again = localBench(records);
    expect(await again.standing(chair)).toHaveLength(1);
    await records.close();
  });

  it("gives everybody engagements of their own, the same every week, at London's wall time over the change of the clocks", async () => {
    const weekOf = (date: string) => ({ from: atLondon(date, "00:00"), to: atLondon(date, "00:00") + 5 * 86_400_000 });
    const [before, after] = [weekOf("2026-10-19"), weekOf("2026-10-26")];
    const at = async (email: string, week: typeof before): Promise<number[]> =>
      (await bench.meetings.diaries([email], week, nine))[0]?.busy.map(({ from }) => from - week.from) ?? [];
    expect(await at(chair, before)).toEqual(await at(chair, after));
    expect(await at(chair, before)).not.toEqual([]);
    expect(await at(chair, before)).not.toEqual(await at(second, before));
  });

  it("frees the time of whoever declined", async () => {
    const quiet = { from: atLondon("2026-11-24", "20:00"), to: atLondon("2026-11-24", "21:00") };
    const id = await booked(callOf(chair, { slot: quiet, attendees: [{ email: second, name: "S", required: true }] }));
    await bench.calls.reply(id, second, "declined");
    expect((await bench.meetings.diaries([second], quiet, nine))[0]?.busy).toEqual([]);
  });
});
