import { caseActions, caseRefusals, mayOnCase, type CaseRole } from "../../domain/case/permissions.ts";
import type { CaseView, DigestView, DutyView } from "../../domain/case/view.ts";
import type { KeptCase } from "../../domain/case/fold.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { recordsToWrite } from "../../rules/record/form.ts";
import { londonDate } from "../../time/london.ts";
import { readCase, workerKey } from "../cases/kept.ts";
import type { Acted, DueDoor, ListId } from "../reminding.ts";
import type { RemindDeps } from "./deps.ts";
import { keptDigests } from "./digest-kept.ts";
import { drawDigest } from "./digest.ts";
import { escalatedFor } from "./escalated.ts";
import { caseStateOf, dutyKey } from "./found.ts";
import { gapsFor } from "./gaps.ts";
import { itemsOfCase, itemsOfWorker, type Item } from "./items.ts";
import { digestView } from "./listing.ts";
import { casesWith } from "./look.ts";
import { itemsByPost, itemsFor, itemsOfTeam, standsFor } from "./mine.ts";
import { rolesOn } from "./owner.ts";
import { recordViews } from "./record-view.ts";
import { openSteps } from "./record-work.ts";
import { dutyView } from "./shown.ts";
import { everyoneUnder } from "./team.ts";

const refused = (why: string = caseRefusals.see) => ({ outcome: "refused", why }) as const;
const noList = "You can't open this list: it is for the person it was sent to. Type “due” to see what you have to do.";
const nobodyUnder = "Nobody on the staff list reports to you. Type “due” to see what you have to do yourself.";
const over = "That is done, or is owed no more. Type “due” to see what you have to do.";

const mine = async (deps: RemindDeps, page: number, by: PersonId): Promise<Acted<DigestView>> => {
  const asOf = deps.clock.now();
  const items = await itemsFor(deps, by, asOf);
  const escalated = await escalatedFor(deps, by, asOf);
  const gaps = await gapsFor(deps, by, asOf);
  const listing = { id: "mine", person: by, on: londonDate(asOf), items, escalated, gaps };
  return { outcome: "done", view: digestView(deps, listing, page, by, asOf) };
};

const team = async (deps: RemindDeps, page: number, by: PersonId): Promise<Acted<DigestView>> => {
  const asOf = deps.clock.now();
  const under = standsFor(deps, by, asOf).flatMap(({ id }) => everyoneUnder(deps.directory, id));
  if (under.length === 0) return refused(nobodyUnder);
  const items = await itemsOfTeam(deps, by, asOf);
  const listing = { id: "team", person: by, on: londonDate(asOf), items, escalated: [], gaps: [] };
  return { outcome: "done", view: digestView(deps, listing, page, by, asOf) };
};

/** A stored digest is for whoever it was sent to, wherever it was passed on; it says what is due now. */
const stored = async (deps: RemindDeps, id: string, page: number, by: PersonId): Promise<Acted<DigestView>> => {
  const kept = await keptDigests(deps.records).read(id);
  if (kept?.state.to.includes(by) !== true) return refused(noList);
  return { outcome: "done", view: await drawDigest(deps, kept.state, page, by) };
};

/** What somebody is to a case: by the case itself, or by any duty on it. */
const rolesAnyhow = (
  deps: RemindDeps,
  by: PersonId,
  now: KeptCase,
  items: readonly Item[],
  asOf: Instant,
): readonly CaseRole[] => [
  ...new Set([null, ...items.map(({ duty }) => duty)].flatMap((duty) => rolesOn(deps, by, now, duty, asOf))),
];

interface Seen {
  readonly now: KeptCase;
  readonly items: readonly Item[];
  readonly roles: readonly CaseRole[];
}

/** Undefined for no such case and for one that this person may not see: the same answer to both. */
const seeing = async (deps: RemindDeps, ref: string, by: PersonId, asOf: Instant): Promise<Seen | undefined> => {
  const held = await readCase(deps.records, ref);
  if (held === undefined) return undefined;
  const now = held.state;
  const items = itemsOfCase(deps, now, asOf);
  const roles = rolesAnyhow(deps, by, now, items, asOf);
  if (mayOnCase(roles, "see", caseStateOf(now))) return { now, items, roles };
  deps.log.warn("case refused", { case: now.ref });
  return undefined;
};

const ofCase = async (deps: RemindDeps, ref: string, by: PersonId): Promise<Acted<CaseView>> => {
  const asOf = deps.clock.now();
  const seen = await seeing(deps, ref, by, asOf);
  if (seen === undefined) return refused();
  const { now, items, roles } = seen;
  const state = caseStateOf(now);
  const worker = now.facts["worker"];
  const view: CaseView = {
    ...{ ref: now.ref, state },
    worker: typeof worker === "string" ? (deps.directory.person(worker)?.name ?? worker) : null,
    duties: items.map((item) => dutyView(deps, item, by, asOf)),
    records: recordViews(deps, now, mayOnCase(roles, "confirm", state)),
    steps: openSteps(now),
    writes: mayOnCase(roles, "record", state) ? recordsToWrite(deps.rulebook, asOf) : [],
    may: caseActions.filter((action) => mayOnCase(roles, action, state)),
  };
  return { outcome: "done", view };
};

const listOfCase = async (deps: RemindDeps, ref: string, page: number, by: PersonId): Promise<Acted<DigestView>> => {
  const asOf = deps.clock.now();
  const seen = await seeing(deps, ref, by, asOf);
  if (seen === undefined) return refused();
  const { now, items } = seen;
  const listing = { id: `case:${now.ref}`, person: by, on: londonDate(asOf), items, escalated: [], gaps: [] };
  return { outcome: "done", view: digestView(deps, listing, page, by, asOf) };
};

/** A duty of a post, or on a worker: found at whoever owes it. */
const ofPerson = async (deps: RemindDeps, id: string, whose: string, asOf: Instant): Promise<Item | undefined> => {
  const person = deps.directory.person(whose);
  const by = person === undefined ? undefined : (deps.directory.absence(person.id, asOf)?.instead?.id ?? person.id);
  if (person === undefined || by === undefined) return undefined;
  const owed = await itemsByPost(deps, [person], by, asOf);
  const cases: KeptCase[] = [];
  for await (const one of casesWith(deps.records, workerKey(person.id))) cases.push(one);
  return [...owed, ...itemsOfWorker(deps, person.id, cases, asOf)].find(({ duty }) => duty.id === id);
};

const openOfPerson = async (deps: RemindDeps, id: string, whose: string, by: PersonId): Promise<Acted<DutyView>> => {
  const asOf = deps.clock.now();
  const item = await ofPerson(deps, id, whose, asOf);
  if (item === undefined) return refused(over);
  const above = everyoneUnder(deps.directory, by).some((one) => item.owners.people.includes(one.id));
  if (!item.owners.people.includes(by) && !above) return refused();
  return { outcome: "done", view: dutyView(deps, item, by, asOf) };
};

const open = async (deps: RemindDeps, id: string, by: PersonId): Promise<Acted<DutyView>> => {
  const key = dutyKey(id);
  if (key === undefined) return refused(over);
  if (key.whose.includes("@")) return openOfPerson(deps, id, key.whose, by);
  const asOf = deps.clock.now();
  const seen = await seeing(deps, key.whose, by, asOf);
  if (seen === undefined) return refused();
  const item = seen.items.find(({ duty }) => duty.id === id);
  return item === undefined ? refused(over) : { outcome: "done", view: dutyView(deps, item, by, asOf) };
};

const list = (deps: RemindDeps, id: ListId, page: number, by: PersonId): Promise<Acted<DigestView>> => {
  if (id === "mine") return mine(deps, page, by);
  if (id === "team") return team(deps, page, by);
  if (id.startsWith("case:")) return listOfCase(deps, id.slice("case:".length), page, by);
  return stored(deps, id, page, by);
};

/** What is due, for the doors. */
export const createDue = (deps: RemindDeps): DueDoor => ({
  list: (id, page, by) => list(deps, id, page, by),
  case: (ref, by) => ofCase(deps, ref, by),
  open: (duty, by) => open(deps, duty, by),
});
