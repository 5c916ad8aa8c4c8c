import type { Instant } from "../instants.ts";
import type { MeetingIntent, MeetingTelling, MeetingTimes } from "./intents.ts";
import { ourPeople } from "./meeting.ts";
import type { Meeting } from "./state.ts";

const minuteMs = 60_000;

/** When it ended, or is to end; null while it has no time, and when it does not take place. */
const endOf = ({ held, timed, cancelled }: Meeting): Instant | null =>
  cancelled === null ? (held?.slot.to ?? timed?.slot.to ?? null) : null;

/** The chair is asked for the record when it ends, and again until it is with all parties (WQ-10.7). */
export const recordOwed = (meeting: Meeting, { rules, recordDueAt }: MeetingTimes): MeetingIntent[] => {
  const end = endOf(meeting);
  if (end === null || meeting.circulated !== null) return [];
  const tell = (what: MeetingTelling, leaveAt: Instant, late = false): MeetingIntent => ({
    kind: "tell",
    key: `tell:${what}:${late ? "late:" : ""}${String(leaveAt)}`,
    leaveAt,
    what,
    to: late ? { posts: [rules.lateTo] } : { people: [meeting.chair] },
  });
  const dueAt = recordDueAt(meeting.of, end);
  const reminders = [
    ...rules.recordAfterMinutes.map((minutes) => end + minutes * minuteMs),
    ...(dueAt === null ? [] : [dueAt - rules.recordBeforeDueMinutes * minuteMs]),
  ];
  return [
    ...(meeting.recorded === null ? [tell("record", end)] : []),
    ...[...new Set(reminders)]
      .filter((at) => at > end && (dueAt === null || at <= dueAt))
      .map((at) => tell("record-due", at)),
    ...(dueAt === null ? [] : [tell("record-overdue", dueAt + 1), tell("record-overdue", dueAt + 1, true)]),
  ];
};

/** Those of ours who were invited are given the record, and the chair is told with whom else it has to be. */
export const circulationOwed = (meeting: Meeting): MeetingIntent[] =>
  meeting.recorded === null
    ? []
    : [
        {
          kind: "tell",
          key: `tell:circulate:${String(meeting.recorded.at)}`,
          leaveAt: meeting.recorded.at,
          what: "circulate",
          to: { people: ourPeople(meeting) },
        },
      ];

/** The happening that section 47 enquiries are, and the fact from which the conference counts (WQ-12.2). */
const section47Started = "section-47-started";
const commencing = "commencingDiscussionOn";

/** What the case has to hear: that a meeting was needed, was held and was recorded, and that enquiries start. */
export const happeningsOwed = (meeting: Meeting): MeetingIntent[] => {
  const { id, need, of, held, recorded, circulated, recordedBy } = meeting;
  const happen = (what: string, happening: string, on: Instant, by: string) =>
    ({
      kind: "happen",
      key: `happen:${what}`,
      id: `meeting:${id}:${what}`,
      leaveAt: on,
      happening,
      on,
      by,
      facts: {},
      dates: {},
    }) as const satisfies MeetingIntent;
  return [
    ...(need === null ? [] : [{ ...happen("need", need, meeting.at, meeting.by), facts: meeting.answers }]),
    ...(held === null ? [] : [happen("held", of, held.slot.from, held.by)]),
    ...(recorded?.section47 === true
      ? [
          {
            ...happen("section-47", section47Started, recorded.held.to, recorded.by),
            dates: { [commencing]: recorded.held.from },
          },
        ]
      : []),
    ...(circulated === null || recordedBy === null
      ? []
      : [happen("recorded", recordedBy, circulated.at, circulated.by)]),
  ];
};
