import type { MeetingIntent, MeetingTimes } from "./intents.ts";
import { byTelephone, liveCall } from "./meeting.ts";
import type { Meeting, MeetingCall } from "./state.ts";

const minuteMs = 60_000;

/** Whether a call has to stand in the chair's calendar. What took place stays where it is. */
const wantsCall = (meeting: Meeting): boolean =>
  meeting.timed !== null && meeting.cancelled === null && meeting.held === null && !byTelephone(meeting);

/** An asking that is not known to have failed is repeated whatever was planned since: what it made must be found. */
const books = (meeting: Meeting): MeetingIntent[] =>
  meeting.calls.flatMap(({ state, transaction, calendar, revision, at }) =>
    state !== "open" || meeting.timed === null
      ? []
      : [
          {
            kind: "book",
            key: `book:${transaction}`,
            leaveAt: at,
            transaction,
            calendar,
            slot: meeting.timed.slot,
            revision,
            wanted: wantsCall(meeting) && calendar === meeting.chair,
          } as const,
        ],
  );

/**
 * The old chair's event goes only when the new chair's is there, so that those invited always have one. One that could not be
 * changed goes when there is another plan, before another is made in the same calendar.
 */
const whyWithdrawn = (meeting: Meeting, call: MeetingCall): string | null => {
  const { calendar, state } = call;
  if (meeting.cancelled !== null) return "This meeting was cancelled.";
  if (meeting.held !== null) return null;
  if (byTelephone(meeting)) return "There will be telephone discussions instead of this call.";
  if (calendar === meeting.chair)
    return state === "stuck" && meeting.unbooked === null ? "Another invitation takes the place of this one." : null;
  return liveCall(meeting)?.state === "live"
    ? "Somebody else chairs this meeting: another invitation takes the place of this one."
    : null;
};

const withdrawals = (meeting: Meeting): MeetingIntent[] =>
  meeting.calls.flatMap((call) => {
    const why = whyWithdrawn(meeting, call);
    const { event, calendar } = call;
    if ((call.state !== "live" && call.state !== "stuck") || event === null || why === null) return [];
    const leaveAt = meeting.cancelled?.at ?? call.at;
    return [{ kind: "withdraw", key: `withdraw:${event}`, leaveAt, event, calendar, why } as const];
  });

/** The chair's event is made, or brought to what the meeting has become. One asking at a time. */
const next = (meeting: Meeting): MeetingIntent[] => {
  const { id, calls, chair: calendar, revision, revisedAt: leaveAt, timed } = meeting;
  if (!wantsCall(meeting) || timed === null || meeting.unbooked !== null) return [];
  if (calls.some(({ state }) => state === "open")) return [];
  const live = liveCall(meeting);
  if (live?.state === "stuck") return [];
  if (live === undefined) {
    const transaction = `${id}:${String(calls.length + 1)}`;
    return [{ kind: "begin", key: `begin:${transaction}`, leaveAt, transaction, calendar, revision }];
  }
  const { event, transaction } = live;
  if (event === null || live.revision >= revision) return [];
  const key = `change:${event}:${String(revision)}`;
  return [{ kind: "change", key, leaveAt, event, transaction, calendar, slot: timed.slot, revision }];
};

/** Shortly before anything is said of the answers, so that it is said of the newest. */
const aheadMs = 2 * minuteMs;

/** Answers are looked up a few times only: after the invitation, and before each warning and reminder. */
const polls = (meeting: Meeting, { rules }: MeetingTimes): MeetingIntent[] => {
  const call = liveCall(meeting);
  if (!wantsCall(meeting) || meeting.timed === null || call === undefined || call.event === null) return [];
  const { event, at, calendar } = call;
  const { from } = meeting.timed.slot;
  const times = [
    ...rules.pollAfterMinutes.map((minutes) => at + minutes * minuteMs),
    ...[...rules.warnBeforeMinutes, rules.remindBeforeMinutes].map((minutes) => from - minutes * minuteMs - aheadMs),
  ];
  return [...new Set(times)]
    .filter((time) => time > at && time < from)
    .sort((a, b) => a - b)
    .map((leaveAt) => ({ kind: "poll", key: `poll:${event}:${String(leaveAt)}`, leaveAt, event, calendar }));
};

/** Everything that a calendar still has to be asked. */
export const callsOwed = (meeting: Meeting, times: MeetingTimes): MeetingIntent[] => [
  ...books(meeting),
  ...next(meeting),
  ...withdrawals(meeting),
  ...polls(meeting, times),
];
