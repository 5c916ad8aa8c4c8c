import type { AttendeeReply } from "../../domain/meeting/facts.ts";
import { z } from "zod";
import type { Meetings } from "../../app/ports/meetings.ts";
import type { Asking } from "./asking.ts";
import { eventSchema, pathOf } from "./event.ts";
import { goneWords, refusalWords } from "./words.ts";

/** Graph's words for an answer; every other word (none, notResponded, organizer) is no answer. */
const answers: Readonly<Record<string, AttendeeReply>> = {
  accepted: "accepted",
  tentativelyAccepted: "tentative",
  declined: "declined",
};

const repliesSchema = z.object({ isCancelled: z.boolean().nullish(), attendees: eventSchema.shape.attendees });

export const readReplies = async (asking: Asking, event: string, calendar: string): ReturnType<Meetings["replies"]> => {
  const answer = await asking.ask({
    method: "GET",
    path: `${pathOf(calendar, event)}?$select=id,isCancelled,attendees`,
    mailbox: calendar,
    reads: repliesSchema,
  });
  if (answer.outcome === "later") return answer;
  if (answer.outcome === "refused")
    return { outcome: "refused", why: answer.status === 404 ? goneWords(calendar) : refusalWords(answer, calendar) };
  if (answer.body.isCancelled === true) return { outcome: "refused", why: goneWords(calendar) };
  const replies = (answer.body.attendees ?? []).flatMap(({ emailAddress, status }): [string, AttendeeReply][] => {
    const reply = answers[status?.response ?? ""];
    return reply === undefined || emailAddress?.address == null ? [] : [[emailAddress.address.toLowerCase(), reply]];
  });
  return { outcome: "read", replies: Object.fromEntries(replies) };
};
