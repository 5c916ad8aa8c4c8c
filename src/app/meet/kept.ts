import { createHash } from "node:crypto";
import { meetingFactSchema, type MeetingFact } from "../../domain/meeting/facts.ts";
import { meetingRulesSchema } from "../../domain/meeting/house-rules.ts";
import type { MeetingIntent, MeetingTimes } from "../../domain/meeting/intents.ts";
import { meetingFrom, ourPeople } from "../../domain/meeting/meeting.ts";
import { owedByMeeting, waitsFor } from "../../domain/meeting/owed.ts";
import type { Meeting } from "../../domain/meeting/state.ts";
import { keptFacts, nextStepBy, type Shape } from "../kept/facts.ts";
import type { Records } from "../ports/records.ts";

type MeetingShape = Shape<MeetingFact, Meeting, MeetingIntent>;

export const refKey = (ref: string): string => `ref:${ref.toUpperCase()}`;
export const caseKey = (ref: string): string => `case:${ref.toUpperCase()}`;
export const personKey = (id: string): string => `person:${id}`;
/** Those that somebody chairs and that are not over: what moves when they go on leave. */
export const chairKey = (id: string): string => `chair:${id}`;

const isAhead = ({ state }: Meeting): boolean => state === "asked" || state === "timed" || state === "ready";

const shapeOf = (owed: MeetingShape["owed"]): MeetingShape => ({
  kind: "meeting",
  fact: meetingFactSchema,
  evolve: meetingFrom,
  keys: (meeting) => [
    refKey(meeting.ref),
    caseKey(meeting.caseRef),
    ...[...new Set([meeting.by, ...ourPeople(meeting)])].map(personKey),
    ...(isAhead(meeting) ? [chairKey(meeting.chair)] : []),
  ],
  owed,
});

export const keptMeetings = (records: Records, times: MeetingTimes) =>
  keptFacts(
    records,
    shapeOf((meeting) => owedByMeeting(meeting, times)),
  );
export type KeptMeetings = ReturnType<typeof keptMeetings>;

/** Whatever the council's house rules are, these are owed: what calendars and cases have to be asked. */
const withoutRules: MeetingTimes = { rules: meetingRulesSchema.parse({}), recordDueAt: () => null };
const unruled = shapeOf((meeting) =>
  owedByMeeting(meeting, withoutRules).filter(({ kind }) => kind !== "tell" && kind !== "poll"),
);

/** For "store check": what is not booked, or not told to its case, must be listed as due. */
export const nextMeetingStep = nextStepBy(unruled, waitsFor);

/** The same draft always names the same meetings, so that asking twice asks once. */
export const meetingId = (draft: string, of: string): string =>
  createHash("sha256").update(`meeting\n${draft}\n${of}`).digest("base64url").slice(0, 22);
