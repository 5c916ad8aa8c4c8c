import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import { facts, late, sentence, unclear, type MeetingDecision } from "./decision.ts";
import { byTelephone } from "./meeting.ts";
import { meetingRefusals } from "./permissions.ts";
import type { Meeting } from "./state.ts";

/** Telephone discussions instead of a call (PS-07): asked for by one, decided on by another. */
export type TelephoneCommand = {
  readonly by: PersonId;
  readonly do: "telephone" | "authorise" | "refuse";
  readonly reason: string;
};

const ask = (meeting: Meeting, { by, reason }: TelephoneCommand, at: Instant): MeetingDecision => {
  const { telephone, withoutMeeting } = meeting;
  if (withoutMeeting === null)
    return unclear("Your council's policies let nobody hold this meeting by telephone. Choose a time for the call.");
  if (telephone !== null && telephone.answer === null) return late(telephone, "asked for it");
  if (byTelephone(meeting) && telephone?.answer) return late(telephone.answer, "authorised it");
  return sentence(reason) === ""
    ? unclear("Why can't there be a call? Write a reason: whoever authorises it reads it.")
    : facts({ kind: "telephoneAsked", at, by, reason: sentence(reason) });
};

const answer = ({ telephone }: Meeting, command: TelephoneCommand, at: Instant): MeetingDecision => {
  if (telephone === null) return unclear("Nobody has asked to hold this meeting by telephone.");
  if (telephone.answer !== null)
    return late(telephone.answer, telephone.answer.kind === "telephoneAuthorised" ? "authorised it" : "refused it");
  if (telephone.by === command.by) return { outcome: "refused", why: meetingRefusals.authorise };
  const reason = sentence(command.reason);
  if (reason === "") return unclear("Write why, in a few words: it is kept with the decision.");
  const kind = command.do === "authorise" ? "telephoneAuthorised" : "telephoneRefused";
  return facts({ kind, at, by: command.by, reason });
};

export const onTelephone = (meeting: Meeting, command: TelephoneCommand, at: Instant): MeetingDecision =>
  command.do === "telephone" ? ask(meeting, command, at) : answer(meeting, command, at);
