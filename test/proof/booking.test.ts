import { graphMeetings } from "../../src/adapters/graph/meetings.ts";
import type { Meetings } from "../../src/app/ports/meetings.ts";
import { graphBench } from "../support/graph/bench.ts";
import { playBookings, type Bench, type Bookings } from "../support/graph/bookings.ts";
import { toInstant } from "../support/graph/zones.ts";

/** `RUNS=1000 npx jest test/proof/booking` for the whole proof. */
const runs = Number(process.env["RUNS"] ?? 40);

/** What stands in the calendars and does not agree with what was written down; empty when all is well. */
const faultsIn = ({ graph }: Bench, { meetings }: Bookings): string[] => {
  const events = [...graph.calendars.events.values()];
  return meetings.flatMap(({ name, call, state, event }) => {
    const mine = events.filter(({ subject }) => subject === name);
    const live = mine.filter(({ isCancelled }) => !isCancelled);
    if (state !== "booked") return live.length === 0 ? [] : [`${name}: ${state}, and ${String(live.length)} stand`];
    const [only, ...others] = live;
    if (only === undefined) return [`${name}: lost`];
    if (others.length > 0 || mine.length > 1) return [`${name}: booked ${String(mine.length)} times`];
    const right =
      only.id === event &&
      only.joinUrl !== null &&
      toInstant(only.start) === call.slot.from &&
      toInstant(only.end) === call.slot.to &&
      only.attendees?.length === call.attendees.length &&
      only.html.includes(call.agenda.split("\n").at(-1) ?? "");
    return right ? [] : [`${name}: stands otherwise than it was asked for`];
  });
};

/** Who was invited more often than once to the same meeting without having been taken off it. */
const invitedTwice = ({ graph }: Bench): string[] => {
  const standing = new Map<string, number>();
  for (const { to, what, event } of graph.calendars.mails) {
    const subject = graph.calendars.events.get(event)?.subject ?? "";
    const key = `${to} ${subject}`;
    if (what === "invitation") standing.set(key, (standing.get(key) ?? 0) + 1);
    if (what === "cancellation") standing.set(key, (standing.get(key) ?? 0) - 1);
  }
  return [...standing].filter(([, count]) => count > 1).map(([key]) => key);
};

const fast = { tries: 4, firstMs: 1, longestMs: 2_000, looks: 3, timeoutMs: 500 };

it(`books ${String(runs)} meetings through faults and crashes: none lost, none twice, none with a child's name`, async () => {
  const bench = await graphBench({ patience: fast });
  const played = await playBookings(bench, runs, 20_261_122);
  expect(faultsIn(bench, played)).toEqual([]);
  expect(invitedTwice(bench)).toEqual([]);
  expect(bench.graph.calendars.mails.filter(({ text }) => /Jamie|3\/4\/2014/.test(text))).toEqual([]);
  expect(played.meetings.filter(({ state }) => state === "asked")).toEqual([]);
  expect(played.meetings.filter(({ personal, state }) => personal && state !== "refused")).toEqual([]);
  // Otherwise the proof would have proved nothing.
  expect(played.crashes).toBeGreaterThan(runs / 4);
  expect(played.spoilt).toBeGreaterThan(runs);
  expect(played.meetings.filter(({ state }) => state === "booked").length).toBeGreaterThan(runs / 3);
  await bench.stop();
}, 600_000);

it("would find an adapter that gives each try a transaction of its own", async () => {
  let tries = 0;
  const careless = (options: Parameters<typeof graphMeetings>[0]): Meetings => {
    const adapter = graphMeetings(options);
    return {
      ...adapter,
      book: (call) => {
        tries += 1;
        return adapter.book({ ...call, transaction: `${call.transaction} try ${String(tries)}` });
      },
    };
  };
  const bench = await graphBench({ patience: fast });
  const played = await playBookings(bench, 30, 7, careless);
  expect(faultsIn(bench, played).join()).toMatch(/booked \d+ times|stand/);
  expect(invitedTwice(bench).length).toBeGreaterThan(0);
  await bench.stop();
}, 60_000);
