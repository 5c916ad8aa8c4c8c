import { movableClock } from "../../src/adapters/clock/movable.ts";
import { rosterDirectory } from "../../src/adapters/roster/directory.ts";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { coveredDirectory } from "../../src/app/cover/directory.ts";
import { createMetronome } from "../../src/app/deliver/metronome.ts";
import { deliverReport } from "../../src/app/deliver/report.ts";
import type { Log } from "../../src/app/ports/log.ts";
import type { Address, Message, Messenger, Sent } from "../../src/app/ports/messenger.ts";
import { readReport } from "../../src/app/report/document.ts";
import { createReporting } from "../../src/app/report/reporting.ts";
import type { Rules } from "../../src/app/report/rules.ts";
import type { Cover } from "../../src/domain/cover/cover.ts";
import { councilSchema } from "../../src/domain/council.ts";
import type { Draft } from "../../src/domain/draft.ts";
import type { Instant } from "../../src/domain/instants.ts";
import type { Person } from "../../src/domain/people.ts";
import type { Copy } from "../../src/domain/report/facts.ts";
import { createCalendar } from "../../src/time/calendar.ts";
import { failingStore } from "./failing-store.ts";
import type { Question } from "../../src/domain/vocabulary.ts";
import type { Applied, Assessment } from "../../src/rules/types.ts";

/** A small council for tests of the use cases, with a world that can be told to fail. No Teams, no files. */
export const noon: Instant = Date.UTC(2026, 3, 1, 11, 0, 0);
export const hour = 3_600_000;

export const person = (name: string, posts: readonly string[], manager: string | null = null): Person => ({
  id: `${name}@ambershire.example`,
  name: `${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`,
  posts: [...posts],
  team: null,
  manager,
  account: `account-${name}`,
  telephone: "01632 960001",
});

export const email = (name: string): string => `${name}@ambershire.example`;

export const people: readonly Person[] = [
  person("ana", ["social-worker"], email("hugh")),
  person("bo", ["social-worker"]),
  person("jo", ["social-worker"]),
  person("nadia", ["assistant-director"]),
  person("gwen", ["practice-group-lead"]),
  person("hugh", ["head-of-service"]),
  person("dee", ["director"]),
];

export const council = councilSchema.parse({
  id: "ambershire",
  name: "Ambershire Council",
  policies: ["made-up"],
  posts: {
    "assistant-director": {
      title: "Assistant Director",
      channel: "ad",
      otherwise: ["head-of-service"],
      oversees: true,
    },
    "head-of-service": { title: "Head of Service", otherwise: ["director"] },
    "practice-group-lead": { title: "Practice Group Lead", otherwise: ["head-of-service"] },
    director: { title: "Director", oversees: true },
    "social-worker": { title: "Social Worker" },
  },
  channels: { ad: { title: "AD: Need to Know", conversation: "19:ad" } },
  telephone: { label: "the duty desk", number: "01632 960100" },
  lastResort: "director",
});

export const clause = (id: string, more: Partial<Applied> = {}): Applied => ({
  id,
  policy: "made-up",
  title: `Title of ${id}`,
  words: `Words of ${id}`,
  maturesAt: null,
  dueAt: noon,
  houseRule: null,
  tell: [{ post: "assistant-director", how: "teams", leaveAt: noon, dueAt: noon }],
  phone: false,
  briefing: false,
  ...more,
});

export const assessment = (clauses: readonly Applied[], more: Partial<Assessment> = {}): Assessment => ({
  clauses,
  watch: [],
  phone: false,
  briefing: false,
  alsoConsider: [],
  ...more,
});

/** What ends the event "ongoing", asked after a day, two and three. */
const overAt: Question = {
  name: "overAt",
  type: "instant",
  asks: "When was it over?",
  later: {
    asks: "Does it still go on?",
    ended: "It is over",
    persists: "It goes on",
    afterHours: [24, 48, 72],
    heard: ["is over", "over"],
  },
};

export const rulesThat = (assess: Rules["assess"]): Rules => ({
  events: () => [
    { id: "thing", title: "A thing", group: "Children", category: "A thing happened", facts: ["awareAt"] },
    { id: "ongoing", title: "Goes on", group: "Children", category: "It goes on", facts: ["awareAt", "overAt"] },
  ],
  questions: (event) => [
    { name: "awareAt", type: "instant", asks: "When did you know?" },
    ...(event === "ongoing" ? [overAt] : []),
  ],
  assess,
  missing: ({ facts }) =>
    "awareAt" in facts ? [] : [{ name: "awareAt", type: "instant", asks: "When did you know?" }],
  judgement: () => null,
  passesLineManager: () => false,
  onDecision: (_policies, asOf) => [
    { id: "D-7", tell: [{ post: "director", how: "brief", leaveAt: asOf, dueAt: asOf }] },
  ],
  clause: (id) => ({ title: `Title of ${id}`, words: `Words of ${id}`, policy: "Made up", houseRule: null }),
  happens: () => [],
  suggest: () => [],
  policies: () => [{ id: "made-up", version: "1" }],
});

export interface SentMessage {
  readonly to: string;
  readonly message: Message;
  readonly activity: string;
  readonly update: boolean;
}

/** Keeps what was sent; `fault` decides what the other side answers instead of accepting. */
export const recordingMessenger = () => {
  const sent: SentMessage[] = [];
  let fault: (to: string, message: Message, update: boolean) => Sent | "crash" | undefined = () => undefined;
  const give = (to: string, message: Message, activity: string, update: boolean): Sent => {
    const answer = fault(to, message, update);
    if (answer === "crash") throw new Error("the process went down after Teams had accepted");
    if (answer !== undefined) return answer;
    sent.push({ to, message, activity, update });
    return { outcome: "accepted", conversation: `chat of ${to}`, activity };
  };
  const messenger: Messenger = {
    send: (to: Address, message) => {
      const name = "person" in to ? to.person : to.channel;
      return Promise.resolve(give(name, message, `m${String(sent.length + 1)}`, false));
    },
    reply: (under: Copy, message) =>
      Promise.resolve(give(`${under.where} under ${under.activity}`, message, `m${String(sent.length + 1)}`, false)),
    update: (copy: Copy, message) => Promise.resolve(give(copy.where, message, copy.activity, true)),
  };
  return {
    messenger,
    sent,
    to: (name: string) => sent.filter((each) => each.to === name),
    failing: (rule: typeof fault) => {
      fault = rule;
    },
  };
};

/** Somebody's draft, answered and ready to be confirmed. */
const draftOf = (id: string, by: string, asOf: Instant, more: Partial<Draft>): Draft => ({
  ...emptyDraft(id, by, asOf),
  ...more,
});

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const calendar = createCalendar({ closureDays: [], workingDay: { from: "09:00", to: "17:00" } });

/** What a test puts beside the small council's own: other rules, and who is away. */
interface Parts {
  readonly rules?: Partial<Rules>;
  readonly covers?: readonly Cover[];
}

/** A world that outlives restarts, and what a restart makes anew: everything but the store and the world outside. */
const outside = (assess: Rules["assess"], roster: readonly Person[], now: () => Instant, parts: Parts) => {
  const clock = movableClock({ now });
  const { records, ...store } = failingStore(openSqlite(":memory:"));
  const post = recordingMessenger();
  const deps = {
    clock,
    records,
    council,
    calendar,
    directory: coveredDirectory(rosterDirectory(roster, council), () => parts.covers ?? []),
    rules: { ...rulesThat(assess), ...parts.rules },
  };
  const deliver = { ...deps, messenger: post.messenger, log: silent };
  const start = () => ({
    metronome: createMetronome({
      records,
      clock,
      log: silent,
      handlers: { report: ({ id }) => deliverReport(deliver, id) },
    }),
    reporting: createReporting({ ...deps, nudge: () => undefined }),
  });
  return { post, records, store, start };
};

/** The use cases over a real store in memory, a clock that stands where it is put, and a recording messenger. */
export const house = (assess: Rules["assess"], roster: readonly Person[] = people, parts: Parts = {}) => {
  let now = noon;
  const { post, records, store, start } = outside(assess, roster, () => now, parts);
  let running = start();
  return {
    ...post,
    records,
    store,
    get reporting() {
      return running.reporting;
    },
    restart: () => {
      running = start();
    },
    settle: () => running.metronome.settle(),
    at: (instant: Instant) => {
      now = instant;
    },
    draft: (by = email("ana"), more: Partial<Draft> = {}, key = by) =>
      running.reporting.open(by, key, (id, asOf) => draftOf(id, by, asOf, more)),
    facts: async (id: string) => (await readReport(records, id))?.facts ?? [],
  };
};

const emptyDraft = (id: string, by: string, asOf: Instant): Draft => ({
  id,
  by,
  startedAt: asOf,
  screen: "preview",
  step: 1,
  trail: [],
  what: "Something happened",
  caseRef: "AMB-1042",
  event: "thing",
  picked: null,
  answers: { awareAt: noon },
  briefing: {},
  kept: {},
  refusals: {},
});
