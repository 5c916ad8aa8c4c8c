import type { PersonId } from "../../domain/people.ts";
import type { MeetingRow } from "../../domain/meeting/shown.ts";
import type { Meeting } from "../../domain/meeting/state.ts";
import { needsOf, recordDueAt } from "../../rules/meeting/deadlines.ts";
import type { MeetingDoor, OffersAnswer } from "../meeting.ts";
import { actOnMeeting, findMeeting, openMeeting, refused, shown } from "./act.ts";
import { askFor } from "./ask.ts";
import { caseOf, guideFor } from "./asking.ts";
import { coverChairs } from "./deliver.ts";
import type { MeetDeps, MeetWorld } from "./deps.ts";
import { chairKey, keptMeetings, personKey } from "./kept.ts";
import { offersFor } from "./offers.ts";
import { recordPart, writeRecord } from "./record.ts";
import { titleOf } from "./view.ts";

/** Everything that meeting needs, with the records it keeps. Build once. */
export const meetWorld = (deps: MeetDeps): MeetWorld => {
  const houseRules = deps.council.houseRules.meetings;
  const times = {
    rules: houseRules,
    recordDueAt: (of: string, ended: number) => recordDueAt(deps.rulebook, of, ended),
  };
  return { ...deps, houseRules, kept: keptMeetings(deps.records, times) };
};

/** "strategy meeting AMB-1042": the words of the happenings that call for one, and a reference after them. */
const heardIn = (world: MeetWorld, text: string): { readonly caseRef: string | null } | null => {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[.!?]+$/, "");
  const words = needsOf(world.rulebook, world.clock.now())
    .flatMap(({ heard }) => heard)
    // "… needed" only says that it is: what happened on the case, with no meeting arranged here.
    .filter((each) => !each.endsWith(" needed"))
    .toSorted((a, b) => b.length - a.length);
  const asked = said.replace(/^(?:(?:arrange|book|set up|ask for|i need|we need|need|new) )?(?:an? )?/, "");
  const start = words.find((each) => asked === each || asked.startsWith(`${each} `));
  if (start === undefined) return null;
  const rest = asked
    .slice(start.length)
    .trim()
    .replace(/^(?:for|on|about|:) ?/, "");
  if (rest === "") return { caseRef: null };
  const ref = /^([a-z]{2,6})[ -]?(\d{3,10})$/.exec(rest);
  return ref === null ? null : { caseRef: `${(ref[1] ?? "").toUpperCase()}-${ref[2] ?? ""}` };
};

const offersOf = async (world: MeetWorld, id: string, by: PersonId): Promise<OffersAnswer> => {
  const found = await findMeeting(world, id);
  if (found === undefined) return refused();
  const { view } = shown(world, found, by);
  if (!view.may.includes("see")) return refused();
  if (!view.may.includes("time")) return refused("The time of this meeting can't be chosen any more, or not by you.");
  return { outcome: "done", offers: await offersFor(world, found.now.state, view) };
};

const over: readonly Meeting["state"][] = ["circulated", "cancelled"];
const mostRows = 20;

const rowOf = (world: MeetWorld, { id, ref, caseRef, of, state, timed, dueAt }: Meeting): MeetingRow => ({
  ...{ id, ref, caseRef, state, dueAt, title: titleOf(world, of), from: timed?.slot.from ?? null },
});

const mine = async (world: MeetWorld, by: PersonId): Promise<readonly MeetingRow[]> => {
  const found = (await world.kept.find(personKey(by))).map(({ state }) => state);
  const when = ({ timed, dueAt, at }: Meeting): number => timed?.slot.from ?? dueAt ?? at;
  const isOver = ({ state }: Meeting): boolean => over.includes(state);
  return found
    .toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)) || when(a) - when(b))
    .slice(0, mostRows)
    .map((meeting) => rowOf(world, meeting));
};

/** The use cases of "meet", built once in the composition root. */
export const createMeeting = (world: MeetWorld): MeetingDoor => ({
  heard: (text) => heardIn(world, text),
  guide: async (draft, by) => guideFor(world, await caseOf(world, draft.caseRef, by), world.clock.now()),
  ask: (draft, by) => askFor(world, draft, by),
  open: (id, by) => openMeeting(world, id, by),
  mine: (by) => mine(world, by),
  offers: (id, by) => offersOf(world, id, by),
  act: (id, by, wish) => actOnMeeting(world, id, by, wish),
  form: (id, by, part) => recordPart(world, id, by, part),
  write: (id, by, part, typed, then) => writeRecord(world, id, by, part, typed, then),
});

/** Somebody's time away was confirmed: the meetings that they chair then are handed to whoever covers. */
export const moveChairs = async (world: MeetWorld, person: PersonId): Promise<void> => {
  for (const { id } of await world.kept.find(chairKey(person))) await coverChairs(world, id);
  world.nudge();
};
