import type { Booked } from "../../../src/app/ports/meetings.ts";
import { callOf } from "../../contracts/meetings.ts";
import { graphBench, people } from "../../support/graph/bench.ts";
import type { Fault, Request } from "../../support/graph/faults.ts";

type Bench = Awaited<ReturnType<typeof graphBench>>;
const chair = people[0];

const isCreate = ({ method, path }: Request): boolean => method === "POST" && path.endsWith("/events");
const isSearch = ({ method, path }: Request): boolean => method === "GET" && path.endsWith("/events");
const isPatch = ({ method }: Request): boolean => method === "PATCH";

describe("booking through a Graph that fails", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await graphBench();
  });
  afterEach(() => bench.stop());

  const book = (): Promise<Booked> => bench.meetings.book(callOf(chair));
  const standing = (): number => bench.graph.calendars.live(chair).length;
  const invitations = (): number => bench.graph.calendars.mails.filter(({ what }) => what === "invitation").length;

  it.each<[string, Fault]>([
    ["is busy (429) and says for how long", { status: 429, retryAfter: 2 }],
    ["is unavailable (503)", { status: 503 }],
    ["times out inside (504) after it had booked", { status: 504, committed: true }],
    ["breaks the line before it booked", { reset: "before" }],
    ["breaks the line after it booked", { reset: "after" }],
    ["falls silent before it booked", { silent: "before" }],
    ["falls silent after it booked", { silent: "after" }],
    ["answers half a sentence after it booked", { garbage: true }],
    ["no longer takes the token (401)", { status: 401 }],
  ])("books once when Graph %s", async (_, fault) => {
    bench.graph.faults.add(fault, isCreate);
    expect(await book()).toMatchObject({ outcome: "booked" });
    expect([standing(), invitations()]).toEqual([1, 1]);
  });

  it("looks for the event before it posts again", async () => {
    bench.graph.faults.add({ reset: "after" }, isCreate);
    await book();
    const asked = bench.graph.requests.map((request) =>
      isSearch(request) ? "look" : isCreate(request) ? "post" : "read",
    );
    expect(asked).toEqual(["look", "post", "look", "read"]);
  });

  it("books once when the search lags behind what was booked", async () => {
    bench.graph.faults.add({ reset: "after" }, isCreate);
    bench.graph.tenant.lag = 3;
    expect(await book()).toMatchObject({ outcome: "booked" });
    expect([standing(), invitations()]).toEqual([1, 1]);
  });

  it("books once when Graph answers a repeated transaction with a conflict (409)", async () => {
    bench.graph.faults.add({ reset: "after" }, isCreate);
    bench.graph.faults.add({ status: 409, code: "ErrorDuplicateTransactionId" }, isCreate);
    bench.graph.tenant.lag = 2;
    expect(await book()).toMatchObject({ outcome: "booked" });
    expect([standing(), invitations()]).toEqual([1, 1]);
  });

  it("waits as long as Retry-After says", async () => {
    bench.graph.faults.add({ status: 429, retryAfter: 7 }, isSearch);
    await book();
    expect(bench.slept).toContain(7_000);
  });

  it("hands a long Retry-After back instead of waiting", async () => {
    bench.graph.faults.add({ status: 429, retryAfter: 120 }, isSearch);
    expect(await book()).toEqual({
      outcome: "later",
      why: "Microsoft 365 answered 429 Fault",
      afterMs: 120_000,
    });
    expect(bench.slept).toEqual([]);
  });

  it("gives up for now when a fault outlasts its patience, and finds the event at the next try", async () => {
    bench.graph.faults.add({ silent: "after" }, isCreate, 1);
    bench.graph.faults.add({ status: 503 }, isSearch, 5);
    const seen = bench.graph.requests.length;
    bench.graph.faults.add({ status: 503 }, isCreate, 9);
    expect(await book()).toMatchObject({ outcome: "later" });
    expect(bench.graph.requests.length).toBeGreaterThan(seen);
    bench.graph.faults.clear();
    expect(await book()).toMatchObject({ outcome: "booked" });
    expect([standing(), invitations()]).toEqual([1, 1]);
  });

  it.each([
    [403, "permission Calendars.ReadWrite"],
    [404, "There is no calendar for"],
    [400, "refused the call (400 Fault)"],
  ])("says what to do when Graph refuses (%i)", async (status, words) => {
    bench.graph.faults.add({ status }, isCreate);
    expect(await book()).toMatchObject({ outcome: "refused", why: expect.stringContaining(words) });
    expect(standing()).toBe(0);
  });

  it("reads a mailbox that it may not touch, or that is not there, as refused", async () => {
    bench.graph.tenant.forbidden.add(chair);
    expect(await book()).toMatchObject({ outcome: "refused", why: expect.stringContaining("administrator") });
    expect(await bench.meetings.book(callOf("leaver@ambershire.example"))).toMatchObject({ outcome: "refused" });
  });

  it("waits for a join address that comes late", async () => {
    bench.graph.calendars.joins({ afterReads: 2 });
    expect(await book()).toMatchObject({ outcome: "booked" });
    expect(bench.graph.requests.filter(isPatch)).toHaveLength(0);
  });

  it("asks again for a join address that does not come", async () => {
    bench.graph.calendars.joins("when-patched");
    expect(await book()).toMatchObject({ outcome: "booked", joinUrl: expect.stringContaining("teams.microsoft.com") });
    expect([standing(), invitations()]).toEqual([1, 1]);
  });

  it("takes the event out and says so when it never gets a join address", async () => {
    bench.graph.calendars.joins("never");
    expect(await book()).toMatchObject({ outcome: "refused", why: expect.stringContaining("no address to join by") });
    expect(standing()).toBe(0);
    expect(bench.graph.calendars.mails.map(({ what }) => what)).toEqual(["invitation", "cancellation"]);
  });

  it("does not call a booking refused while the event could not be taken out", async () => {
    bench.graph.calendars.joins("never");
    bench.graph.faults.add({ status: 503 }, ({ path }) => path.endsWith("/cancel"), 5);
    expect(await book()).toMatchObject({ outcome: "later" });
    expect(await book()).toMatchObject({ outcome: "refused" });
    expect(standing()).toBe(0);
  });

  it("withdraws the second of two events of one transaction", async () => {
    await book();
    const [first] = bench.graph.calendars.live(chair);
    if (first === undefined) throw new Error("nothing was booked");
    bench.graph.calendars.events.set("twin", { ...first, id: "twin", createdDateTime: "2030-01-01T00:00:00Z" });
    expect(await book()).toMatchObject({ outcome: "booked", event: first.id });
    expect(bench.graph.calendars.live(chair).map(({ id }) => id)).toEqual([first.id]);
  });

  it("brings an event that an earlier try had booked to what is called for now", async () => {
    await book();
    const later = callOf(chair, {
      slot: { from: callOf(chair).slot.from + 3_600_000, to: callOf(chair).slot.to + 3_600_000 },
    });
    await bench.meetings.book(later);
    expect(await bench.standing(chair)).toMatchObject([{ slot: later.slot }]);
  });

  it("puts the new agenda above what somebody wrote in Outlook, and keeps the call", async () => {
    const outcome = await book();
    const [event] = bench.graph.calendars.live(chair);
    if (event === undefined) throw new Error("nothing was booked");
    event.html = event.html.replace("End of the agenda.", "Parking is behind the building.");
    if (outcome.outcome === "booked")
      await bench.meetings.change(outcome.event, callOf(chair, { agenda: "New agenda" }));
    expect(event.html).toMatch(/New agenda[\s\S]*Parking is behind the building[\s\S]*me-email-text/);
    expect(event.joinUrl).not.toBeNull();
  });
});
