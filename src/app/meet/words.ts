import type { MeetingTelling } from "../../domain/meeting/intents.ts";
import { standingOf } from "../../domain/meeting/meeting.ts";
import type { Meeting } from "../../domain/meeting/state.ts";
import type { Instant } from "../../domain/instants.ts";
import { inWords } from "../../time/say.ts";
import type { MeetDeps } from "./deps.ts";
import { agencyTitle, dueOf, nameOf, titleOf } from "./view.ts";

type World = Pick<MeetDeps, "rulebook" | "directory" | "council">;

const whenOf = ({ timed }: Meeting, asOf: Instant): string =>
  timed === null ? "no time yet" : inWords(timed.slot.from, asOf);

/** "Police has declined; Health has not answered". */
const missing = (world: World, meeting: Meeting): string => {
  const said = { declined: "has declined", unanswered: "has not answered", nobody: "has nobody invited" } as const;
  const open = meeting.required.flatMap(({ agency }) => {
    const standing = standingOf(meeting, agency);
    return standing === "accepted" || standing === "tentative"
      ? []
      : [`${agencyTitle(world, agency)} ${said[standing]}`];
  });
  return open.join("; ");
};

const cannotComeWords = (world: World, { cannotCome }: Meeting): string => {
  const last = cannotCome.at(-1);
  return last === undefined ? "Somebody can't come." : `${nameOf(world, last.by)} can't come: ${last.reason}`;
};

const recordWords = (world: World, meeting: Meeting, asOf: Instant): string => {
  const end = meeting.held?.slot.to ?? meeting.timed?.slot.to;
  const due = end === undefined ? null : dueOf(world.rulebook, meeting.of, end);
  return due === null ? "" : ` It has to be with all parties by ${inWords(due, asOf)} (WQ-10.7).`;
};

const named = (world: World, meeting: Meeting): string =>
  `${titleOf(world, meeting.of)} ${meeting.ref} (${meeting.caseRef})`;

/** What leads the card: why somebody is told now. A sentence or two, references only. */
export const leadFor = (world: World, meeting: Meeting, what: MeetingTelling, asOf: Instant): string => {
  const name = named(world, meeting);
  const due = meeting.dueAt === null ? "" : ` It must be over by ${inWords(meeting.dueAt, asOf)}.`;
  switch (what) {
    case "untimed":
      return `${name} has no time yet.${due}`;
    case "chairs":
      return `You chair ${name}: ${whenOf(meeting, asOf)}.${due}`;
    case "late":
      return `${name} is held after its deadline, ${whenOf(meeting, asOf)}. The reason: ${meeting.timed?.late?.reason ?? "none given"}`;
    case "unbooked":
      return `${name} could not be put into the calendar. Please do it by hand, and tell those invited: ${meeting.unbooked?.why ?? ""}`;
    case "authorise":
      return `${nameOf(world, meeting.telephone?.by ?? meeting.by)} asks to hold ${name} by telephone only. Please decide. The reason: ${meeting.telephone?.reason ?? ""}`;
    case "authorised":
      return `Telephone discussions are authorised for ${name}.`;
    case "refused":
      return `Telephone discussions are refused for ${name}. Choose a time for the call.`;
    case "warning":
      return `${name}, ${whenOf(meeting, asOf)}: ${missing(world, meeting)}.`;
    case "cannot-come":
      return `${name}: ${cannotComeWords(world, meeting)}`;
    case "moved":
      return `${name} has moved: ${whenOf(meeting, asOf)}.`;
    case "cancelled":
      return `${name} is cancelled: ${meeting.cancelled?.reason ?? ""}`;
    case "reminder":
      return `${name} begins soon: ${whenOf(meeting, asOf)}.`;
    case "record":
      return `${name} has ended. Please write its record.${recordWords(world, meeting, asOf)}`;
    case "record-due":
      return `The record of ${name} is not with all parties yet.${recordWords(world, meeting, asOf)}`;
    case "record-overdue":
      return `The record of ${name} is overdue.${recordWords(world, meeting, asOf)}`;
    case "circulate":
      return `The record of ${name} is complete.`;
  }
};
