import type { Attendee } from "../../domain/meeting/facts.ts";
import { keyOf, rankOf, saidBy } from "../../domain/meeting/meeting.ts";
import type { MeetingOffers, OfferView } from "../../domain/meeting/shown.ts";
import type { Meeting } from "../../domain/meeting/state.ts";
import type { MeetingView } from "../../domain/meeting/view.ts";
import { findSlots } from "../../rules/meeting/slots.ts";
import type { Can, Guest, SlotOffer, SlotSearch, WhyLate } from "../../rules/meeting/types.ts";
import { dayMs } from "../../time/london.ts";
import type { MeetWorld } from "./deps.ts";
import { nameOf } from "./view.ts";

/** Nobody reads an agency's diary: what it answered, to this time and to others, is all that is known of it. */
const outside = (meeting: Meeting, attendee: Extract<Attendee, { kind: "agency" }>): Guest => ({
  id: keyOf(attendee),
  must: false,
  rank: rankOf(meeting, attendee),
  busy: null,
  said: saidBy(meeting, attendee),
});

/** The chair, who must be there; our own people, whose diaries are read; the agencies, who are asked. */
const guestsOf = async ({ meetings, clock, houseRules }: MeetWorld, meeting: Meeting): Promise<readonly Guest[]> => {
  const asOf = clock.now();
  const ours = [meeting.chair, ...meeting.attendees.flatMap((one) => (one.kind === "person" ? [one.id] : []))];
  const people = [...new Set(ours)];
  const diaries = await meetings.diaries(people, { from: asOf, to: asOf + houseRules.horizonDays * dayMs }, asOf);
  const theirs = meeting.attendees.flatMap((one) => (one.kind === "agency" ? [outside(meeting, one)] : []));
  return [
    ...people.map((id, index): Guest => {
      const diary = diaries[index];
      const busy = diary?.known === true ? diary.busy : null;
      return { id, must: id === meeting.chair, rank: 2, busy, said: [] };
    }),
    ...theirs,
  ];
};

const whyLate = {
  passed: "The deadline has passed.",
  notice: "There is no time left for a meeting before the deadline.",
  chair: "The chair has no time before the deadline.",
} as const satisfies Record<WhyLate, string>;

const whyOf = (search: SlotSearch): string | null => {
  switch (search.outcome) {
    case "in-time":
      return null;
    case "late":
      return `${whyLate[search.why]} These are the earliest times after it. They need a reason, and the service manager hears of it.`;
    case "none":
      return "The chair has no time at all in the next days. Hand the chair to somebody else, or write a time yourself.";
  }
};

const isOne = (can: Can, ...of: readonly Can[]): boolean => of.includes(can);

const offerView = (names: ReadonlyMap<string, string>, { slot, hours, late, short, guests }: SlotOffer): OfferView => {
  const named = (...of: readonly Can[]): readonly string[] =>
    guests.filter(({ can }) => isOne(can, ...of)).map(({ id }) => names.get(id) ?? id);
  return { slot, hours, late, short, free: named("yes"), busy: named("no", "tentative"), ask: named("ask") };
};

/** Times for a meeting, from diaries as they are now. */
export const offersFor = async (world: MeetWorld, meeting: Meeting, view: MeetingView): Promise<MeetingOffers> => {
  const guests = await guestsOf(world, meeting);
  const ask = { guests, dueAt: meeting.dueAt, now: meeting.timed?.slot ?? null };
  const search = findSlots(ask, world.houseRules, world.calendar, world.clock.now());
  const agencies = meeting.attendees.flatMap((one) => (one.kind === "agency" ? [[keyOf(one), one.name] as const] : []));
  const names = new Map([...guests.map(({ id }) => [id, nameOf(world, id)] as const), ...agencies]);
  const offers = search.outcome === "none" ? [] : search.offers;
  return { meeting: view, why: whyOf(search), offers: offers.map((offer) => offerView(names, offer)) };
};
