import { coverChair } from "../../domain/meeting/decide.ts";
import type { MeetingFact } from "../../domain/meeting/facts.ts";
import type { Audience, MeetingIntent, MeetingIntentOf } from "../../domain/meeting/intents.ts";
import type { Meeting } from "../../domain/meeting/state.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Answers } from "../../domain/report/facts.ts";
import { londonDate } from "../../time/london.ts";
import { recordHappened } from "../cases/cases.ts";
import { readCase } from "../cases/kept.ts";
import { deliverKept, type Settled } from "../kept/deliver.ts";
import type { Held } from "../kept/facts.ts";
import type { Messenger } from "../ports/messenger.ts";
import { coverInWords, resolvePost } from "../report/resolve.ts";
import { book, change, poll, settled, withdraw } from "./call.ts";
import type { MeetWorld } from "./deps.ts";
import { rolesAt } from "./people.ts";
import { meetingView } from "./view.ts";
import { leadFor } from "./words.ts";

type Done = Promise<Settled<MeetingFact>>;

export interface DeliverMeetingWorld extends MeetWorld {
  readonly messenger: Messenger;
}

const audienceOf = (world: MeetWorld, meeting: Meeting, to: Audience): readonly PersonId[] => {
  if ("people" in to) return to.people;
  const found = to.posts.flatMap((post) => {
    const resolved = resolvePost(world, post, world.clock.now(), { by: meeting.by, tried: [], because: "silent" });
    return resolved.outcome === "found" ? resolved.people : [];
  });
  return [...new Set(found)];
};

/** A card for each; one who cannot be reached is left out, and nobody is told twice of the same. */
const tell = async (
  world: DeliverMeetingWorld,
  { state }: Held<MeetingFact, Meeting>,
  { key, what, to }: MeetingIntentOf<"tell">,
): Done => {
  const one = (await readCase(world.records, state.caseRef))?.state;
  const asOf = world.clock.now();
  const reached: PersonId[] = [];
  for (const person of audienceOf(world, state, to)) {
    const meeting = meetingView(world, state, rolesAt(world, state, one, person));
    const lead = leadFor(world, state, what, asOf);
    const sent = await world.messenger.send({ person }, { kind: "meeting", meeting, lead });
    if (sent.outcome === "later" && reached.length === 0) return { outcome: "later", afterMs: sent.afterMs };
    if (sent.outcome === "accepted") reached.push(person);
  }
  return settled({ kind: "told", at: asOf, what: key, to: reached });
};

/** A case that no caseload has cannot be told; the meeting itself keeps what happened. */
const happen = async (world: MeetWorld, { caseRef }: Meeting, due: MeetingIntentOf<"happen">): Done => {
  const { id, happening, on, by } = due;
  const dates = Object.entries(due.dates).map(([name, at]) => [name, londonDate(at)] as const);
  const facts: Answers = { ...due.facts, ...Object.fromEntries(dates) };
  await recordHappened(world, caseRef, { id, happening, on, dateOnly: false, facts, by });
  world.nudge();
  return settled();
};

const perform = (world: DeliverMeetingWorld, now: Held<MeetingFact, Meeting>, due: MeetingIntent): Done => {
  switch (due.kind) {
    case "begin": {
      const { transaction, calendar, revision } = due;
      return Promise.resolve(settled({ kind: "booking", at: world.clock.now(), transaction, calendar, revision }));
    }
    case "book":
      return book(world, now.state, due);
    case "change":
      return change(world, now.state, due);
    case "withdraw":
      return withdraw(world, due);
    case "poll":
      return poll(world, now.state, due);
    case "tell":
      return tell(world, now, due);
    case "happen":
      return happen(world, now.state, due);
  }
};

/** A chair who is away when it is held, and is covered, is replaced by the cover; the invitation moves with the chair. */
export const coverChairs = async (world: MeetWorld, id: string): Promise<void> => {
  await world.kept.amend(id, ({ state }) => {
    const asOf = world.clock.now();
    const absence = world.directory.absence(state.chair, state.timed?.slot.from ?? asOf);
    if (absence?.instead == null) return null;
    const facts = coverChair(state, absence.instead.id, coverInWords(absence, asOf), asOf);
    return facts.length === 0 ? null : { facts };
  });
};

/** What a meeting owes by now is done: booked, told, looked up, passed to its case. */
export const deliverMeeting = async (world: DeliverMeetingWorld, id: string): Promise<void> => {
  await coverChairs(world, id);
  await deliverKept(world.kept, id, world.clock, (now, due) => perform(world, now, due));
};
