import { graphMeetings } from "../../../src/adapters/graph/meetings.ts";
import type { GraphOptions } from "../../../src/adapters/graph/options.ts";
import type { Booked, Call, Done, Meetings } from "../../../src/app/ports/meetings.ts";
import { callOf } from "../../contracts/meetings.ts";
import { people, type graphBench } from "./bench.ts";
import type { Joins } from "./calendars.ts";
import type { Fault } from "./faults.ts";

/** The same run each time: a small generator of Park and Miller's. */
export const chance = (seed: number) => (): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};

/** What becomes of one meeting: what whoever asks for it has written down. */
export interface Meeting {
  readonly name: string;
  /** Holds what would identify a child, and must be refused. */
  readonly personal: boolean;
  call: Call;
  event: string | null;
  state: "asked" | "booked" | "refused" | "cancelled";
}

export interface Bookings {
  readonly meetings: readonly Meeting[];
  readonly lives: number;
  readonly crashes: number;
  readonly spoilt: number;
}

export type Open = (options: GraphOptions) => Meetings;
export type Bench = Awaited<ReturnType<typeof graphBench>>;

/** One request in five goes wrong, in every way that a line and a service can. */
const faultBy = (random: () => number): Fault | null => {
  if (random() > 0.2) return null;
  const faults: readonly Fault[] = [
    { status: 429, retryAfter: 1 },
    { status: 503 },
    { status: 504 },
    { status: 504, committed: true },
    { status: 500, committed: true },
    { status: 401 },
    { reset: "before" },
    { reset: "after" },
    { silent: "before" },
    { silent: "after" },
    { garbage: true },
  ];
  return faults[Math.floor(random() * faults.length)] ?? null;
};

/** One meeting in ten gets its address late, one only when asked again, one never. */
const joinsBy = (subject: string): Joins => {
  const number = Number(/\d+$/.exec(subject)?.[0]) % 10;
  return number === 1 ? { afterReads: 2 } : number === 2 ? "when-patched" : number === 3 ? "never" : "at-once";
};

const meetingOf = (number: number, random: () => number): Meeting => {
  const name = `Strategy meeting, ref AMB-${String(1000 + number)}`;
  const personal = random() < 0.05;
  const chair = people[Math.floor(random() * people.length)] ?? people[0];
  const call = callOf(chair, {
    transaction: `SM-${String(number)}:1`,
    subject: name,
    ...(personal ? { agenda: "About Jamie Example, born 3/4/2014" } : {}),
  });
  return { name, personal, call, event: null, state: "asked" };
};

/**
 * Books, moves and cancels many meetings through a Graph that fails, by a process that dies between any two requests, or after the
 * last before it has written down what came of it, and then begins again with the same transaction.
 */
export const playBookings = async (bench: Bench, count: number, seed: number, open: Open = graphMeetings) => {
  const random = chance(seed);
  const totals = { lives: 0, crashes: 0, spoilt: 0 };
  bench.graph.calendars.joins(joinsBy);
  bench.graph.faults.byChance(() => {
    if (random() < 0.02) bench.graph.tenant.lag += 1;
    const fault = faultBy(random);
    if (fault !== null) totals.spoilt += 1;
    return fault;
  });
  const meetings = Array.from({ length: count }, (_, number) => meetingOf(number, random));
  const live = <T>(work: (adapter: Meetings) => Promise<T>): Promise<T> =>
    untilWrittenDown(bench, open, random, totals, work);
  const waiting = [...meetings];
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await playOne(next, random, live);
    }),
  );
  bench.graph.faults.clear();
  return { meetings, ...totals } satisfies Bookings;
};

type Live = <T>(work: (adapter: Meetings) => Promise<T>) => Promise<T>;

const playOne = async (meeting: Meeting, random: () => number, live: Live): Promise<void> => {
  note(meeting, await live((adapter) => untilSettled(() => adapter.book(meeting.call))));
  for (let revision = 2; meeting.state === "booked" && random() < 0.4; revision += 1) {
    meeting.call = revised(meeting.call, revision, random);
    const { event, call } = meeting;
    note(meeting, await live((adapter) => untilSettled(() => adapter.change(event ?? "", call))));
  }
  if (meeting.state !== "booked" || random() > 0.2) return;
  const { event, call } = meeting;
  await live((adapter) =>
    untilSettled(() => adapter.cancel(event ?? "", call.calendar, "The referral was withdrawn.")),
  );
  meeting.state = "cancelled";
};

const note = (meeting: Meeting, booked: Exclude<Booked, { outcome: "later" }>): void => {
  meeting.state = booked.outcome;
  if (booked.outcome === "booked") meeting.event = booked.event;
};

const revised = (call: Call, revision: number, random: () => number): Call => {
  const hours = Math.ceil(random() * 6) * 3_600_000;
  const school = { email: "dsl@ambershire-school.example", name: "Safeguarding lead", required: true };
  return {
    ...call,
    transaction: call.transaction.replace(/\d+$/, String(revision)),
    slot: { from: call.slot.from + hours, to: call.slot.to + hours },
    ...(random() < 0.5 ? { attendees: [...callOf("").attendees, school] } : {}),
    ...(random() < 0.5 ? { agenda: `1. Revision ${String(revision)} of the agenda` } : {}),
  };
};

/** As the metronome does: what is to be done later is done later, until something comes of it. */
const untilSettled = async <T extends Booked | Done>(
  work: () => Promise<T>,
): Promise<Exclude<T, { outcome: "later" }>> => {
  for (let tried = 0; tried < 500; tried += 1) {
    const outcome = await work();
    if (outcome.outcome !== "later") return outcome as Exclude<T, { outcome: "later" }>;
  }
  throw new Error("It was put off five hundred times.");
};

/** Begins again for as long as the process dies before it could write down what came of the work. */
const untilWrittenDown = async <T>(
  bench: Bench,
  open: Open,
  random: () => number,
  totals: { lives: number; crashes: number },
  work: (adapter: Meetings) => Promise<T>,
): Promise<T> => {
  for (;;) {
    totals.lives += 1;
    const dies = random() < 0.4 ? Math.floor(random() * 7) : Infinity;
    const { token, died } = mortal(bench.options.token, dies);
    const done = await Promise.race([died, work(open({ ...bench.options, token })).then((value) => ({ value }))]);
    if (done !== "died" && random() > 0.1) return done.value;
    totals.crashes += 1;
  }
};

/** The process ends when it is about to make a request: that one waits for ever, and so does whoever waits for it. */
const mortal = (token: () => Promise<string>, dies: number) => {
  let left = dies;
  let die: (how: "died") => void = () => undefined;
  const died = new Promise<"died">((resolve) => {
    die = resolve;
  });
  return {
    died,
    token: (): Promise<string> => {
      left -= 1;
      if (left >= 0) return token();
      die("died");
      return new Promise<string>(() => undefined);
    },
  };
};
