import type { Instant } from "../../../src/domain/instants.ts";
import {
  meetingFactSchema,
  type Attendee,
  type MeetingFact,
  type MeetingFactOf,
  type MeetingRecord,
} from "../../../src/domain/meeting/facts.ts";
import { meetingRulesSchema } from "../../../src/domain/meeting/house-rules.ts";
import type { MeetingIntent, MeetingTimes } from "../../../src/domain/meeting/intents.ts";
import { meetingFrom } from "../../../src/domain/meeting/meeting.ts";
import { owedByMeeting } from "../../../src/domain/meeting/owed.ts";
import type { Meeting } from "../../../src/domain/meeting/state.ts";

export const minute = 60_000;
export const hour = 60 * minute;
/** Friday 1 May 2026, 16:50 in London. */
export const friday: Instant = Date.UTC(2026, 4, 1, 15, 50);

export const [sam, priya, jo, alex] = ["sam", "priya", "jo", "alex"].map((name) => `${name}@ambershire.example`) as [
  string,
  string,
  string,
  string,
];
export const police: Attendee = {
  kind: "agency",
  agency: "police",
  name: "Police, referral desk",
  email: "desk@police.example",
};
export const health: Attendee = {
  kind: "agency",
  agency: "health",
  name: "Safeguarding nurses",
  email: "nurses@health.example",
};
export const own: Attendee = { kind: "person", id: jo };

export const asked = (other: Partial<MeetingFactOf<"asked">> = {}): MeetingFactOf<"asked"> => ({
  kind: "asked",
  at: friday,
  by: sam,
  ref: "SM-2026-0007",
  caseRef: "AMB-1042",
  need: "strategy-discussion-needed",
  of: "strategy-discussion-held",
  recordedBy: "strategy-discussion-recorded",
  answers: { seriousRisk: false },
  report: null,
  deadlines: [
    { clause: "PS-01", policy: "oversight-and-decisions", dueAt: friday + 24 * hour, chosen: null },
    { clause: "WQ-10.1a", policy: "manager-standards", dueAt: friday + 144 * hour, chosen: null },
  ],
  chairPost: "team-manager",
  chair: priya,
  withoutMeeting: { clause: "PS-07", posts: ["team-manager"] },
  required: [
    { agency: "police", clauses: ["PS-04", "WQ-10.2"], quorum: true },
    { agency: "health", clauses: ["PS-04"], quorum: false },
  ],
  arrangements: [],
  policies: [{ id: "oversight-and-decisions", version: "1" }],
  ...other,
});

/** Two hours after it was asked for, for an hour. */
export const slot = { from: friday + 2 * hour, to: friday + 3 * hour };
export const timed = (other: Partial<MeetingFactOf<"timed">> = {}): MeetingFactOf<"timed"> => ({
  kind: "timed",
  at: friday + 5 * minute,
  by: sam,
  slot,
  late: null,
  ...other,
});
export const invited: MeetingFactOf<"invited"> = {
  kind: "invited",
  at: friday + minute,
  by: sam,
  attendees: [police, health, own],
};
export const booking = (at = friday + 5 * minute): readonly [MeetingFactOf<"booking">, MeetingFactOf<"booked">] => [
  { kind: "booking", at, transaction: "m1:1", calendar: priya, revision: 1 },
  {
    kind: "booked",
    at: at + 1000,
    transaction: "m1:1",
    event: "event-1",
    calendar: priya,
    joinUrl: "https://teams.example/join/1",
    revision: 1,
  },
];
export const record: MeetingRecord = {
  headings: { strategyReason: "Bruising" },
  actions: [{ what: "Visit", who: "Jo", by: "2026-05-05" }],
  attended: [priya, "desk@police.example"],
  section47: true,
};
export const recorded = (other: Partial<MeetingFactOf<"recorded">> = {}): MeetingFactOf<"recorded"> => ({
  kind: "recorded",
  at: slot.to + hour,
  by: priya,
  ...record,
  section47: true,
  held: slot,
  ...other,
});

/** Facts as the store would give them back. */
export const meeting = (...facts: readonly MeetingFact[]): Meeting =>
  meetingFrom(
    "m1",
    facts.map((fact) => meetingFactSchema.parse(fact)),
  );

/** Due at the end of the third hour after it ended, so that a test can count. */
export const times: MeetingTimes = {
  rules: meetingRulesSchema.parse({}),
  recordDueAt: (_of, ended) => ended + 20 * hour,
};

export const owed = (...facts: readonly MeetingFact[]): readonly MeetingIntent[] =>
  owedByMeeting(meeting(...facts), times);
export const keysOf = (intents: readonly MeetingIntent[]): readonly string[] => intents.map(({ key }) => key);
