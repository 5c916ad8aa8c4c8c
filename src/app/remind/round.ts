import { z } from "zod";
import type { Instant, LondonDate } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { digestId } from "../../domain/remind/digest.ts";
import { hasWorkerDuties } from "../../rules/duty/duties.ts";
import { atLondon, londonDate } from "../../time/london.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import { workerKey } from "../cases/kept.ts";
import type { RecordKey } from "../ports/records.ts";
import { hereFor } from "../report/line.ts";
import type { RemindDeps } from "./deps.ts";
import { keptDigests } from "./digest-kept.ts";
import { escalatedFor } from "./escalated.ts";
import { itemsOfCase, itemsOfWorker, type Item } from "./items.ts";
import { casesDue, casesWith } from "./look.ts";
import { managerless } from "./gaps.ts";
import { itemsByPost } from "./mine.ts";
import { ensureReminder } from "./overdue.ts";

/** The document whose due instant tells the metronome that the digests of a morning are to be made. */
export const roundKey: RecordKey = { kind: "setting", id: "round" };

const bodySchema = z.strictObject({
  /** The last morning whose digests were all made. */
  last: z.string().nullable(),
});

type Hours = Pick<RemindDeps, "council" | "calendar">;

const digestAt = ({ council }: Hours, date: LondonDate): Instant =>
  atLondon(date, council.houseRules.reminders.digestAt);

/** The next morning on which digests leave, after `asOf`. */
const nextMorning = (deps: Hours, asOf: Instant): Instant => {
  const today = londonDate(asOf);
  if (deps.calendar.isWorkingDay(today) && asOf < digestAt(deps, today)) return digestAt(deps, today);
  return digestAt(deps, deps.calendar.nextWorkingDay(today));
};

/** The morning whose digests may leave now: today's, on a working day, from its hour until the working day ends. */
const morningOf = (deps: Hours, asOf: Instant): LondonDate | null => {
  const today = londonDate(asOf);
  const { calendar } = deps;
  return calendar.isWorkingDay(today) && digestAt(deps, today) <= asOf && asOf < calendar.dayEnd(today) ? today : null;
};

/**
 * Makes sure that the next morning is waited for, and that of a day whose hour has passed is not lost. To be called at every
 * start and whenever the clock was moved; harmless when repeated. Nothing is due before there is a case.
 */
export const scheduleRound = async (deps: Pick<RemindDeps, "records"> & Hours, asOf: Instant): Promise<void> => {
  const stored = await deps.records.read(roundKey);
  const body = stored === undefined ? { last: null } : bodySchema.parse(stored.body);
  const today = morningOf(deps, asOf);
  const dueAt = today !== null && body.last !== today ? asOf : nextMorning(deps, asOf);
  if (stored?.dueAt != null && stored.dueAt <= dueAt) return;
  // A conflict means that somebody else has just scheduled or made it.
  await deps.records.commit({ ...roundKey, expectedVersion: stored?.version ?? 0, body, dueAt, keys: [] });
};

interface Group {
  readonly cases: Set<string>;
  readonly workers: Set<PersonId>;
}
type Groups = Map<PersonId, Group>;

const groupOf = (groups: Groups, person: PersonId): Group => {
  const known = groups.get(person) ?? { cases: new Set(), workers: new Set() };
  groups.set(person, known);
  return known;
};

/** Reminders opened side by side: what is written together is flushed to the disk together. */
const together = 64;

const addCases = async (deps: RemindDeps, groups: Groups, asOf: Instant): Promise<void> => {
  let opening: Promise<void>[] = [];
  for await (const one of casesDue(deps, asOf)) {
    for (const item of itemsOfCase(deps, one, asOf)) {
      opening.push(ensureReminder(deps, item, asOf));
      if (!item.snoozed) for (const person of item.owners.people) groupOf(groups, person).cases.add(one.ref);
    }
    if (opening.length < together) continue;
    await Promise.all(opening);
    opening = [];
  }
  await Promise.all(opening);
};

const addWorkers = async (deps: RemindDeps, groups: Groups, asOf: Instant): Promise<void> => {
  if (!hasWorkerDuties(deps.rulebook)) return;
  for (const { id } of deps.directory.people()) {
    const cases: KeptCase[] = [];
    for await (const one of casesWith(deps.records, workerKey(id))) cases.push(one);
    for (const { owners } of itemsOfWorker(deps, id, cases, asOf))
      for (const person of owners.people) groupOf(groups, person).workers.add(id);
  }
};

/** What is owed by a post, what was passed on, and gaps, name no case of their own. */
const addOthers = async (deps: RemindDeps, groups: Groups, asOf: Instant): Promise<void> => {
  const { directory } = deps;
  for (const person of directory.people()) {
    const here = hereFor(directory, person.id, asOf);
    const items: readonly Item[] = await itemsByPost(deps, [person], here, asOf);
    if (items.length > 0) groupOf(groups, here);
    const escalated = await escalatedFor(deps, person.id, asOf);
    for (const { item } of escalated) if (item.now !== null) groupOf(groups, person.id).cases.add(item.now.ref);
  }
  for (const { people } of await managerless(deps, asOf)) for (const person of people) groupOf(groups, person);
};

/** Who has anything to be told this morning, and where to look for it. */
export const groupsOf = async (deps: RemindDeps, asOf: Instant): Promise<Groups> => {
  const groups: Groups = new Map();
  await addCases(deps, groups, asOf);
  await addWorkers(deps, groups, asOf);
  await addOthers(deps, groups, asOf);
  return groups;
};

/** Makes the digests of a morning; each once, whoever else makes them meanwhile or has made some before. */
const makeDigests = async (deps: RemindDeps, on: LondonDate, asOf: Instant): Promise<void> => {
  const kept = keptDigests(deps.records);
  const groups = await groupsOf(deps, asOf);
  await Promise.all(
    [...groups].map(([person, { cases, workers }]) =>
      kept.create(digestId(on, person), [
        { kind: "made", at: asOf, on, person, cases: [...cases], workers: [...workers] },
      ]),
    ),
  );
  deps.log.info("digests made", { count: groups.size });
};

/**
 * What the metronome does when the round is due. A machine that slept makes the digests of the morning it wakes on, as long
 * as the working day lasts, and none for the mornings it missed: what was due then is in this one.
 */
export const runRound = async (deps: RemindDeps): Promise<void> => {
  const asOf = deps.clock.now();
  const stored = await deps.records.read(roundKey);
  const body = stored === undefined ? { last: null } : bodySchema.parse(stored.body);
  const today = morningOf(deps, asOf);
  const last = today !== null && (await deps.records.count("case")) > 0 ? today : body.last;
  if (today !== null && last === today && body.last !== today) await makeDigests(deps, today, asOf);
  const write = { ...roundKey, body: { last }, dueAt: nextMorning(deps, asOf), keys: [] };
  await deps.records.commit({ ...write, expectedVersion: stored?.version ?? 0 });
  deps.nudge();
};
