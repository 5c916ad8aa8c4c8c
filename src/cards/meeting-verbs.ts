import { act } from "./kit.ts";
import type { CardData, Execute } from "./schema.ts";

export const meetingVerbs = [
  "meeting.start",
  "meeting.answer",
  "meeting.list",
  "meeting.open",
  "meeting.offers",
  "meeting.time",
  "meeting.when",
  "meeting.invite",
  "meeting.uninvite",
  "meeting.absent",
  "meeting.chair",
  "meeting.cancel",
  "meeting.telephone",
  "meeting.authorise",
  "meeting.refuse",
  "meeting.form",
  "meeting.save",
  "meeting.complete",
  "meeting.circulate",
] as const;
export type MeetingVerb = (typeof meetingVerbs)[number];

/** A button on a meeting. Its data: the verb, the meeting's id, and instants; never what anybody wrote. */
export const onMeeting = (
  title: string,
  verb: MeetingVerb,
  meeting: string,
  more: Partial<Pick<Execute, "style" | "associatedInputs">> & { readonly data?: CardData } = {},
): Execute => {
  const { data = {}, ...look } = more;
  return act(title, verb, { meeting, ...data }, look);
};
