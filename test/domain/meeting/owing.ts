import type { MeetingFact } from "../../../src/domain/meeting/facts.ts";
import type { MeetingIntent } from "../../../src/domain/meeting/owed.ts";
import { alex, friday, keysOf, minute, owed, priya, sam } from "./support.ts";

export const tellings = (...facts: readonly MeetingFact[]): readonly string[] =>
  owed(...facts).flatMap((intent) =>
    intent.kind === "tell"
      ? [`${intent.what} ${String(Math.round((intent.leaveAt - friday) / minute))} ${toWhom(intent)}`]
      : [],
  );
const toWhom = ({ to }: Extract<MeetingIntent, { kind: "tell" }>): string =>
  "people" in to ? to.people.map((id) => id.split("@")[0]).join(",") : to.posts.join(",");
export const happenings = (...facts: readonly MeetingFact[]): readonly string[] =>
  owed(...facts).flatMap((intent) =>
    intent.kind === "happen" ? [`${intent.happening} ${String((intent.on - friday) / minute)}`] : [],
  );
export const replied = (attendee: string, reply: "accepted" | "tentative" | "declined", after = 10): MeetingFact => ({
  kind: "replied",
  at: friday + after * minute,
  attendee,
  reply,
});

export const call = (
  transaction: string,
  calendar: string,
  event: string,
  revision: number,
): readonly MeetingFact[] => [
  { kind: "booking", at: friday + 5 * minute, transaction, calendar, revision },
  {
    kind: "booked",
    at: friday + 6 * minute,
    transaction,
    event,
    calendar,
    joinUrl: "https://teams.example/join/1",
    revision,
  },
];
export const calendarKeys = (...facts: readonly MeetingFact[]): readonly string[] =>
  keysOf(owed(...facts)).filter((key) => /^(begin|book|change|withdraw)/.test(key));
export const handed: MeetingFact = {
  kind: "chairChanged",
  at: friday + 20 * minute,
  from: priya,
  to: alex,
  why: "On leave",
};
export const cancelled: MeetingFact = {
  kind: "cancelled",
  at: friday + 30 * minute,
  by: sam,
  reason: "Held by the police",
};
