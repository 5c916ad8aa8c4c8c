import { decideMeeting, type MeetingCommand, type MeetingDecision } from "../../../src/domain/meeting/decide.ts";
import { meetingFactSchema, type MeetingFact } from "../../../src/domain/meeting/facts.ts";
import { meetingRoles, type MeetingRole } from "../../../src/domain/meeting/permissions.ts";
import {
  alex,
  asked,
  booking,
  friday,
  hour,
  invited,
  meeting,
  minute,
  priya,
  record,
  sam,
  slot,
  timed,
} from "./support.ts";

export const everyRole: readonly MeetingRole[] = meetingRoles.filter((role) => role !== "colleague");
export const said = (decision: MeetingDecision): string => {
  switch (decision.outcome) {
    case "facts":
      for (const fact of decision.facts) meetingFactSchema.parse(fact);
      return decision.facts.map(({ kind }) => kind).join(", ");
    case "late":
      return `late: ${decision.by.split("@")[0] ?? ""} ${decision.did}`;
    case "unclear":
    case "refused":
      return `${decision.outcome}: ${decision.why}`;
  }
};
export const decided = (
  facts: readonly MeetingFact[],
  command: MeetingCommand,
  at = friday + 10 * minute,
  roles: readonly MeetingRole[] = everyRole,
): string => said(decideMeeting(meeting(asked(), ...facts), roles, command, at));

export const [asking, made] = booking();
export const ready = [invited, timed(), asking, made] as const;
export const telephoneAsked: MeetingFact = { kind: "telephoneAsked", at: friday + minute, by: sam, reason: "No line" };
export const authorised: MeetingFact = {
  kind: "telephoneAuthorised",
  at: friday + 2 * minute,
  by: alex,
  reason: "Yes",
};
export const cancelled: MeetingFact = { kind: "cancelled", at: friday + minute, by: priya, reason: "Held by others" };
export const circulated: MeetingFact = { kind: "circulated", at: slot.to + 2 * hour, by: priya, to: record.attended };
export const lateSlot = { from: friday + 24 * hour - 30 * minute, to: friday + 24 * hour + 30 * minute };
export const over = slot.to + hour;
