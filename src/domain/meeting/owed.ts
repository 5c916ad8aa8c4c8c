import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { Audience, MeetingIntent, MeetingTelling, MeetingTimes } from "./intents.ts";
import { keyOf, ourPeople, standingOf } from "./meeting.ts";
import { callsOwed } from "./owed-calls.ts";
import { circulationOwed, happeningsOwed, recordOwed } from "./owed-record.ts";
import type { Meeting } from "./state.ts";

export type { MeetingIntent, MeetingIntentOf, MeetingTelling, MeetingTimes } from "./intents.ts";

const minuteMs = 60_000;

const tell = (what: MeetingTelling, about: string | number, leaveAt: Instant, to: Audience): MeetingIntent => ({
  kind: "tell",
  key: `tell:${what}:${String(about)}`,
  leaveAt,
  what,
  to,
});

const people = (...list: readonly PersonId[]): Audience => ({ people: [...new Set(list)] });

/** Whoever asked is reminded to choose a time; when the deadline passes without one, more people hear. */
const untimed = ({ timed, at, dueAt, by }: Meeting, { rules }: MeetingTimes): MeetingIntent[] => {
  if (timed !== null) return [];
  const times = rules.untimedAfterMinutes.map((minutes) => at + minutes * minuteMs);
  return [
    ...times.filter((time) => dueAt === null || time < dueAt).map((time) => tell("untimed", time, time, people(by))),
    ...(dueAt === null
      ? []
      : [
          tell("untimed", "due", Math.max(at, dueAt), people(by)),
          tell("untimed", "late", Math.max(at, dueAt), { posts: [rules.lateTo] }),
        ]),
  ];
};

/** Whoever chairs now, unless they asked for it or took the chair themselves. */
const chairing = ({ chair, chairs, at, by }: Meeting): MeetingIntent[] =>
  chairs.length === 0 && chair === by ? [] : [tell("chairs", chairs.length, chairs.at(-1)?.at ?? at, people(chair))];

const timing = (meeting: Meeting, { rules }: MeetingTimes): MeetingIntent[] => {
  const { timed, times, unbooked, chair, by, revision } = meeting;
  if (timed === null) return [];
  const others = ourPeople(meeting).filter((person) => person !== timed.by);
  return [
    ...(timed.late === null ? [] : [tell("late", times, timed.at, { posts: [rules.lateTo] })]),
    ...(times > 1 && others.length > 0 ? [tell("moved", times, timed.at, people(...others))] : []),
    ...(unbooked === null ? [] : [tell("unbooked", revision, unbooked.at, people(chair, by))]),
  ];
};

const telephoning = ({ telephone, withoutMeeting }: Meeting): MeetingIntent[] => {
  if (telephone === null || withoutMeeting === null) return [];
  const { answer, at, by } = telephone;
  if (answer === null) return [tell("authorise", at, at, { posts: withoutMeeting.posts })];
  return [tell(answer.kind === "telephoneAuthorised" ? "authorised" : "refused", at, answer.at, people(by))];
};

/** One that declines is told of at once; those that have not answered as the time comes near. */
const warnings = (meeting: Meeting, { rules }: MeetingTimes): MeetingIntent[] => {
  const { timed, times, chair, by } = meeting;
  if (timed === null) return [];
  const to = people(chair, by);
  const open = meeting.required.filter(({ agency }) => !comes(meeting, agency));
  const declined = open.filter(({ agency }) => standingOf(meeting, agency) === "declined");
  return [
    ...declined.map(({ agency }) =>
      tell("warning", `${String(times)}:${agency}`, declinedAt(meeting, agency, timed.at), to),
    ),
    ...(open.length === 0 ? [] : warnAt(timed.at, timed.slot.from, rules.warnBeforeMinutes)).map((time) =>
      tell("warning", `${String(times)}:${String(time)}`, time, to),
    ),
  ];
};

const comes = (meeting: Meeting, agency: string): boolean =>
  ["accepted", "tentative"].includes(standingOf(meeting, agency));

const declinedAt = ({ attendees, replies }: Meeting, agency: string, since: Instant): Instant =>
  Math.max(
    since,
    ...attendees.flatMap((each) =>
      each.kind === "agency" && each.agency === agency ? [replies.get(keyOf(each))?.at ?? since] : [],
    ),
  );

/** A meeting at short notice, for which every one of these has passed, is warned of half-way to its beginning. */
const warnAt = (since: Instant, from: Instant, before: readonly number[]): readonly Instant[] => {
  const times = before.map((minutes) => from - minutes * minuteMs).filter((time) => time > since);
  return times.length > 0 ? times : [since + Math.floor((from - since) / 2)];
};

/** Nobody is reminded of what they have heard just now. */
const reminders = (meeting: Meeting, { rules }: MeetingTimes): MeetingIntent[] => {
  const { timed, times } = meeting;
  const at = timed === null ? null : timed.slot.from - rules.remindBeforeMinutes * minuteMs;
  return timed === null || at === null || at <= timed.at
    ? []
    : [tell("reminder", times, at, people(...ourPeople(meeting)))];
};

const absences = ({ cannotCome, chair, by, times }: Meeting): MeetingIntent[] =>
  cannotCome.flatMap((fact) => {
    const to = [chair, by].filter((person) => person !== fact.by);
    return to.length === 0 ? [] : [tell("cannot-come", `${String(times)}:${fact.by}`, fact.at, people(...to))];
  });

const cancelled = (meeting: Meeting): MeetingIntent[] => {
  const { cancelled: fact } = meeting;
  if (fact === null) return [];
  const to = [...ourPeople(meeting), meeting.by].filter((person) => person !== fact.by);
  return to.length === 0 ? [] : [tell("cancelled", fact.at, fact.at, people(...to))];
};

/** What people are told before it is held. */
const before = (meeting: Meeting, times: MeetingTimes): MeetingIntent[] =>
  meeting.cancelled !== null || meeting.held !== null
    ? []
    : [
        ...untimed(meeting, times),
        ...chairing(meeting),
        ...timing(meeting, times),
        ...telephoning(meeting),
        ...warnings(meeting, times),
        ...reminders(meeting, times),
        ...absences(meeting),
      ];

/**
 * Everything that a meeting still owes: what was owed, less what was done. A telling that was kept as told is not owed again.
 * What took its time and is overtaken (another time was chosen, it was cancelled) is owed no more.
 */
export const owedByMeeting = (meeting: Meeting, times: MeetingTimes): readonly MeetingIntent[] => {
  const told = new Set(meeting.told.map(({ what }) => what));
  return [
    ...callsOwed(meeting, times),
    ...happeningsOwed(meeting),
    ...before(meeting, times),
    ...cancelled(meeting),
    ...recordOwed(meeting, times),
    ...circulationOwed(meeting),
  ].filter(({ key }) => !told.has(key));
};

/** What it waits for when it owes nothing, or how it ended, in words for whoever looks after Watchful. */
export const waitsFor = ({ state, ref }: Meeting): string => {
  switch (state) {
    case "asked":
      return `${ref} waits for a time.`;
    case "timed":
      return `${ref} has a time and no call: it is booked by hand.`;
    case "ready":
      return `${ref} waits for its time.`;
    case "held":
      return `${ref} waits for its record.`;
    case "recorded":
      return `${ref} waits for its record to be circulated.`;
    case "circulated":
      return `${ref} is circulated.`;
    case "cancelled":
      return `${ref} was cancelled.`;
  }
};
