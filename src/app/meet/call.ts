import type { Attendee, MeetingFact } from "../../domain/meeting/facts.ts";
import { keyOf } from "../../domain/meeting/meeting.ts";
import type { MeetingIntentOf } from "../../domain/meeting/intents.ts";
import { newReplies } from "../../domain/meeting/decide.ts";
import type { Meeting } from "../../domain/meeting/state.ts";
import { arrange } from "../../rules/meeting/arrange.ts";
import { needsOf } from "../../rules/meeting/deadlines.ts";
import type { Settled } from "../kept/deliver.ts";
import type { Booked, Call } from "../ports/meetings.ts";
import type { MeetWorld } from "./deps.ts";
import { nameOf } from "./view.ts";

type Done = Promise<Settled<MeetingFact>>;
export const settled = (...facts: readonly MeetingFact[]): Settled<MeetingFact> => ({ outcome: "settled", facts });

/** Neutral: a diary is read by many. */
const subjectOf = ({ caseRef }: Meeting): string => `Strategy meeting, ref ${caseRef}`;

/** The agenda of the clauses (WQ-10.4). Nothing that anybody has typed goes into a calendar. */
const agendaOf = ({ rulebook }: MeetWorld, meeting: Meeting): string => {
  // The second meeting of a complex case names no need of its own: any that calls for its kind has its agenda.
  const need = meeting.need ?? needsOf(rulebook, meeting.at)[0]?.need ?? "";
  const ask = { need, answers: meeting.answers, caseFacts: {}, chosen: null };
  const { meetings } = arrange(rulebook, ask, meeting.at);
  const agenda = (meetings.find(({ of }) => of === meeting.of) ?? meetings[0])?.agenda ?? [];
  return [
    `Reference ${meeting.ref}. Please do not forward this invitation.`,
    ...agenda.map((each, index) => `${String(index + 1)}. ${each}`),
  ].join("\n");
};

const attendeeOf = (world: MeetWorld, meeting: Meeting, attendee: Attendee): Call["attendees"][number] =>
  attendee.kind === "person"
    ? { email: attendee.id, name: nameOf(world, attendee.id), required: false }
    : {
        email: attendee.email,
        name: attendee.name,
        required: meeting.required.some(({ agency }) => agency === attendee.agency),
      };

const callOf = (
  world: MeetWorld,
  meeting: Meeting,
  due: Pick<MeetingIntentOf<"book">, "transaction" | "calendar" | "slot">,
): Call => ({
  ...{ calendar: due.calendar, transaction: due.transaction, slot: due.slot },
  subject: subjectOf(meeting),
  agenda: agendaOf(world, meeting),
  attendees: meeting.attendees
    .filter((each) => keyOf(each) !== due.calendar)
    .map((each) => attendeeOf(world, meeting, each)),
});

const booked = (
  world: MeetWorld,
  answer: Booked,
  { transaction, calendar, revision }: Pick<MeetingIntentOf<"book">, "transaction" | "calendar" | "revision">,
): Settled<MeetingFact> => {
  const at = world.clock.now();
  switch (answer.outcome) {
    case "later":
      return { outcome: "later", afterMs: answer.afterMs };
    case "refused":
      return settled({ kind: "unbooked", at, transaction, revision, why: answer.why });
    case "booked": {
      const { event, joinUrl } = answer;
      return settled({ kind: "booked", at, transaction, event, calendar, joinUrl, revision });
    }
  }
};

export const book = async (world: MeetWorld, meeting: Meeting, due: MeetingIntentOf<"book">): Done =>
  booked(world, await world.meetings.book(callOf(world, meeting, due)), due);

export const change = async (world: MeetWorld, meeting: Meeting, due: MeetingIntentOf<"change">): Done =>
  booked(world, await world.meetings.change(due.event, callOf(world, meeting, due)), due);

/** What a calendar will not take out is a person's to take out; it is not tried for ever. */
export const withdraw = async (world: MeetWorld, due: MeetingIntentOf<"withdraw">): Done => {
  const { event, calendar, why } = due;
  const answer = await world.meetings.cancel(event, calendar, why);
  if (answer.outcome === "later") return { outcome: "later", afterMs: answer.afterMs };
  if (answer.outcome === "refused") world.log.error("an old invitation could not be withdrawn");
  return settled({ kind: "withdrawn", at: world.clock.now(), event, calendar });
};

export const poll = async (world: MeetWorld, meeting: Meeting, { event, calendar }: MeetingIntentOf<"poll">): Done => {
  const answer = await world.meetings.replies(event, calendar);
  if (answer.outcome === "later") return { outcome: "later", afterMs: answer.afterMs };
  return answer.outcome === "refused" ? settled() : settled(...newReplies(meeting, answer.replies, world.clock.now()));
};
