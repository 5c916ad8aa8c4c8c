import type { KeptCase } from "../../domain/case/fold.ts";
import { decideMeeting, type MeetingCommand } from "../../domain/meeting/decide.ts";
import type { MeetingDecision } from "../../domain/meeting/decision.ts";
import type { Attendee, MeetingFact, Slot } from "../../domain/meeting/facts.ts";
import { keyOf } from "../../domain/meeting/meeting.ts";
import { meetingRefusals } from "../../domain/meeting/permissions.ts";
import type { Meeting } from "../../domain/meeting/state.ts";
import { personalDetail, personalWords } from "../../domain/personal.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { londonDate, minuteMs } from "../../time/london.ts";
import { readWhen } from "../../time/read.ts";
import { inWords } from "../../time/say.ts";
import { readCase } from "../cases/kept.ts";
import type { Held } from "../kept/facts.ts";
import type { MeetingAnswer, MeetingWish } from "../meeting.ts";
import type { MeetWorld } from "./deps.ts";
import { refKey } from "./kept.ts";
import { rolesAt } from "./people.ts";
import { meetingView, nameOf } from "./view.ts";

export type Now = Held<MeetingFact, Meeting>;

/** A meeting with the case it is about, where the caseload has it. */
export interface Found {
  readonly now: Now;
  readonly one: KeptCase | undefined;
}

/** By id, or by the reference that people quote. */
export const findMeeting = async (world: MeetWorld, id: string): Promise<Found | undefined> => {
  const now = (await world.kept.read(id)) ?? (await world.kept.find(refKey(id)))[0];
  if (now === undefined) return undefined;
  return { now, one: (await readCase(world.records, now.state.caseRef))?.state };
};

export const refused = (why: string = meetingRefusals.see) => ({ outcome: "refused", why }) as const;

/** What somebody gets back, with the meeting as it stands. */
export const shown = (world: MeetWorld, { now: { state }, one }: Found, by: PersonId) => {
  const roles = rolesAt(world, state, one, by);
  return { roles, view: meetingView(world, state, roles) };
};

export const openMeeting = async (world: MeetWorld, id: string, by: PersonId): Promise<MeetingAnswer> => {
  const found = await findMeeting(world, id);
  if (found === undefined) return refused();
  const { view } = shown(world, found, by);
  return view.may.includes("see") ? { outcome: "done", view } : refused();
};

type Read = { readonly command: MeetingCommand } | { readonly why: string };

const readPerson = ({ directory }: MeetWorld, typed: string): PersonId | { readonly why: string } => {
  const asked = typed.trim().toLowerCase();
  const found = directory.people().filter(({ id, name }) => id === asked || name.toLowerCase() === asked);
  const near =
    found.length > 0 ? found : directory.people().filter(({ name }) => name.toLowerCase().split(" ").includes(asked));
  const [first, ...more] = near;
  if (first === undefined) return { why: `I don't find “${typed.trim()}” on the staff list. Write the whole name.` };
  return more.length === 0
    ? first.id
    : { why: `More than one person answers to “${typed.trim()}”. Write the whole name.` };
};

const readAdded = (world: MeetWorld, typed: string): readonly Attendee[] | { readonly why: string } => {
  const attendees: Attendee[] = [];
  for (const one of typed
    .split(/[,;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== "")) {
    const contact = world.agencies
      .contacts()
      .find(({ email, name }) => email === one.toLowerCase() || name.toLowerCase() === one.toLowerCase());
    if (contact !== undefined) {
      const { agency, name, email } = contact;
      attendees.push({ kind: "agency", agency, name, email });
      continue;
    }
    const person = readPerson(world, one);
    if (typeof person !== "string") return person;
    attendees.push({ kind: "person", id: person });
  }
  return attendees;
};

/** "tomorrow 2pm", of the usual length. */
const readSlot = (
  { houseRules }: MeetWorld,
  when: string,
  asOf: Instant,
): { readonly slot: Slot } | { readonly why: string } => {
  const read = readWhen(when, asOf, "ahead");
  if (!read.ok) return { why: "I couldn't read that as a date and time. Try: tomorrow 2pm." };
  const from = Math.floor(read.at / minuteMs) * minuteMs;
  return { slot: { from, to: from + houseRules.lengthMinutes * minuteMs } };
};

const readWish = (world: MeetWorld, wish: MeetingWish, state: Meeting, by: PersonId, asOf: Instant): Read => {
  switch (wish.do) {
    case "time":
      return { command: { do: "time", by, slot: wish.slot, reason: wish.reason } };
    case "when": {
      const read = readSlot(world, wish.when, asOf);
      return "why" in read ? read : { command: { do: "time", by, slot: read.slot, reason: wish.reason } };
    }
    case "chair": {
      const to = readPerson(world, wish.to);
      return typeof to === "string" ? { command: { do: "chair", by, to, why: wish.reason } } : to;
    }
    case "people": {
      if (wish.remove.length > 0) return { command: { do: "uninvite", by, keys: wish.remove } };
      const attendees = readAdded(world, wish.add);
      return "why" in attendees ? attendees : { command: { do: "invite", by, attendees } };
    }
    case "circulate":
      return { command: { do: "circulate", by, to: partiesOf(state) } };
    case "cancel":
    case "cannotCome":
    case "telephone":
    case "authorise":
    case "refuse":
      return { command: { do: wish.do, by, reason: wish.reason } };
  }
};

/** Everybody who has to have the record: who was there, and who was invited (WQ-10.7, "all parties"). */
export const partiesOf = ({ recorded, chair, attendees }: Meeting): readonly string[] => [
  ...new Set([chair, ...attendees.map(keyOf), ...(recorded?.attended ?? [])]),
];

const reasonOf = (wish: MeetingWish): string => ("reason" in wish ? wish.reason : "");

/** Why a text that somebody typed is not taken: it would tell who the child is. */
export const personalIn = (text: string, asOf: Instant): string | null => {
  const found = personalDetail(text, Number(londonDate(asOf).slice(0, 4)));
  return found === null ? null : personalWords[found];
};

const lateWords = (
  world: MeetWorld,
  { by, at, did }: Extract<MeetingDecision, { outcome: "late" }>,
  viewer: PersonId,
) => `${by === viewer ? "You" : nameOf(world, by)} ${did} ${inWords(at, world.clock.now())}.`;

/** One command of one person; what comes of it is durable before it is answered. */
export const decideOn = async (
  world: MeetWorld,
  id: string,
  by: PersonId,
  commandOf: (state: Meeting, at: Instant) => Read,
): Promise<MeetingAnswer> => {
  const before = await findMeeting(world, id);
  if (before === undefined) return refused();
  const said: { decision: MeetingDecision } = { decision: refused() };
  const now = await world.kept.amend(before.now.id, ({ state }) => {
    const at = world.clock.now();
    const roles = rolesAt(world, state, before.one, by);
    const read = commandOf(state, at);
    said.decision = "why" in read ? unclear(read.why) : decideMeeting(state, roles, read.command, at);
    return said.decision.outcome === "facts" ? { facts: said.decision.facts } : null;
  });
  if (now === undefined) return refused();
  const { view } = shown(world, { now, one: before.one }, by);
  world.nudge();
  return view.may.includes("see") ? answered(world, said.decision, view, by) : refused();
};

const unclear = (why: string): MeetingDecision => ({ outcome: "unclear", why });

const answered = (
  world: MeetWorld,
  decision: MeetingDecision,
  view: ReturnType<typeof meetingView>,
  by: PersonId,
): MeetingAnswer => {
  switch (decision.outcome) {
    case "facts":
      return { outcome: "done", view };
    case "late":
      return { outcome: "late", why: lateWords(world, decision, by), view };
    case "unclear":
      return { outcome: "unclear", why: decision.why, view };
    case "refused":
      world.log.warn("refused on a meeting");
      return { outcome: "refused", why: decision.why };
  }
};

export const actOnMeeting = (world: MeetWorld, id: string, by: PersonId, wish: MeetingWish): Promise<MeetingAnswer> =>
  decideOn(world, id, by, (state, at) => {
    const personal = personalIn(reasonOf(wish), at);
    return personal === null ? readWish(world, wish, state, by, at) : { why: personal };
  });
