import type { DatedHappening } from "../../../app/ports/caseload.ts";
import type { FactValue } from "../../../domain/report/facts.ts";
import type { ReadOptions } from "../options.ts";
import type { CaseStatus, PlacementType } from "./codes.ts";
import type { ListNumber } from "./lists.ts";
import type { ListRecord } from "./records.ts";

/** What all lists together say of one child. */
export interface Merged {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly happened: readonly DatedHappening[];
}

const text = (record: ListRecord | undefined, name: string): string | undefined => {
  const value = record?.values[name];
  return typeof value === "string" ? value : undefined;
};

const latest = (records: readonly ListRecord[], by: string): ListRecord | undefined =>
  records.toSorted((a, b) => (text(b, by) ?? "").localeCompare(text(a, by) ?? ""))[0];

/** The newest of each list; of plans and periods of care, of those that have not ended. */
interface Newest {
  readonly referral?: ListRecord | undefined;
  readonly assessment?: ListRecord | undefined;
  readonly need?: ListRecord | undefined;
  readonly plan?: ListRecord | undefined;
  readonly care?: ListRecord | undefined;
  readonly leaver?: ListRecord | undefined;
}

const newestOf = (records: readonly ListRecord[]): Newest => {
  const on = (list: ListNumber): ListRecord[] => records.filter((record) => record.list === list);
  const without = (list: ListNumber, end: string): ListRecord[] =>
    on(list).filter((each) => text(each, end) === undefined);
  const open = on(6).filter((each) => text(each, "status") !== "closed");
  return {
    referral: latest(on(3), "referredOn"),
    assessment: latest(on(4), "startedOn"),
    need: latest(open.length > 0 ? open : on(6), "startedOn"),
    plan: latest(without(7, "planEnd"), "planStart"),
    care: latest(without(8, "ceasedOn"), "startedOn"),
    leaver: on(9)[0],
  };
};

type Status = CaseStatus | "care_leaver";

/** List 6, unless its status is closed or is contradicted by a plan or a period of care that has ended. */
const openNeed = ({ need }: Newest): CaseStatus | undefined => {
  const status = text(need, "status");
  return status === "cin" || status === "assessment" || status === "cp" || status === "cla" ? status : undefined;
};

const unfinished = ({ assessment, referral }: Newest): Status | undefined => {
  if (assessment && text(assessment, "authorisedOn") === undefined) return "assessment";
  // A referral that is taken further is assessed; until list 4 says so it waits for it.
  return assessment === undefined && referral?.values["nfa"] === false ? "assessment" : undefined;
};

/** Referrals, the last of which was taken no further, and nothing else. */
const onlyReferred = (records: readonly ListRecord[]): boolean =>
  records.every(({ list }) => list === 3) && latest(records, "referredOn")?.values["nfa"] === true;

/**
 * Where the child stands: in care before on a plan, as the duties for a child looked after are the closer ones; then what
 * list 6 says; then a care leaver; then an assessment or a referral that is open. Undefined when no list says.
 */
const statusOf = (newest: Newest, records: readonly ListRecord[]): Status | undefined => {
  if (newest.care) return "cla";
  if (newest.plan) return "cp";
  const open = openNeed(newest) ?? (newest.leaver ? "care_leaver" : unfinished(newest));
  if (open !== undefined) return open;
  // That a plan or a period of care has ended does not say that nobody works with the child any more.
  const closed = text(newest.need, "status") === "closed" || onlyReferred(records);
  return closed ? "closed" : undefined;
};

const since = (status: Status, { care, plan, need, assessment, referral }: Newest): string | undefined => {
  switch (status) {
    case "cla":
      return text(care, "startedOn");
    case "cp":
      return text(plan, "planStart");
    case "cin":
      return text(need, "startedOn");
    case "assessment":
      return text(assessment, "startedOn") ?? text(referral, "referredOn") ?? text(need, "startedOn");
    case "closed":
      return text(need, "closedOn");
    case "care_leaver":
      return undefined;
  }
};

const isPlacement = (value: unknown): value is PlacementType =>
  typeof value === "object" && value !== null && "placement" in value;

const placementOf = (care: ListRecord | undefined): string | undefined => {
  const type = care?.values["placement"];
  const legal = text(care, "legalStatus");
  if (!isPlacement(type) || type.placement === null) return undefined;
  if (type.placement !== "parents") return type.placement;
  if (legal === "interim") return "parents_ico";
  return legal === "full" ? "parents_care_order" : undefined;
};

const longTerm = (care: ListRecord | undefined): boolean | undefined => {
  const type = care?.values["placement"];
  return isPlacement(type) && type.longTerm ? true : undefined;
};

/** The later of two days, either of which may not be known. */
const later = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one;

/** A child last seen (list 6) is no visit under a plan or in care, so it counts for a child in need alone. */
const visitOf = (status: Status, { care, plan, need }: Newest): string | undefined => {
  if (status === "cla" || status === "cp") return later(text(care, "visitedOn"), text(plan, "visitedOn"));
  return text(need, "seenOn");
};

/** Whoever has the case now, by the list that says most about where it stands. */
const allocated = ({ care, plan, need, leaver, assessment, referral }: Newest, name: string): string | undefined =>
  [care, plan, need, leaver, assessment, referral]
    .map((record) => text(record, name))
    .find((value) => value !== undefined);

/**
 * A section 47 enquiry and its conference, as list 5 has them. An enquiry after which a conference was deemed unnecessary
 * starts nothing here: list 5 does not say when it was completed.
 */
const enquiries = (records: readonly ListRecord[], { happenings }: ReadOptions["vocabulary"]): DatedHappening[] =>
  records
    .filter(({ list }) => list === 5)
    .flatMap((record): DatedHappening[] => {
      const [discussed, held] = [text(record, "discussedOn"), text(record, "conferenceOn")];
      if (discussed === undefined || (record.values["unnecessary"] === true && held === undefined)) return [];
      const facts = { commencingDiscussionOn: discussed };
      const started = { happening: "section-47-started", on: discussed, facts };
      return held === undefined ? [started] : [started, { happening: "icpc-held", on: held, facts: {} }];
    })
    .filter(({ happening }) => Object.hasOwn(happenings, happening))
    .toSorted((a, b) => a.on.localeCompare(b.on));

const known = (facts: Record<string, FactValue | undefined>): Record<string, FactValue> => {
  const entries: [string, FactValue][] = [];
  for (const [name, value] of Object.entries(facts)) if (value !== undefined) entries.push([name, value]);
  return Object.fromEntries(entries);
};

/** Puts the records of one child together. A text instead says why nobody can tell where the child stands. */
export const merge = (records: readonly ListRecord[], options: ReadOptions): Merged | string => {
  const newest = newestOf(records);
  const status = statusOf(newest, records);
  if (status === undefined)
    return "no list says where the child stands now: add the child to list 6, with the case status";
  const { care, plan, referral, assessment } = newest;
  const worker = allocated(newest, "worker");
  const facts = {
    status,
    dateOfBirth: records.map((record) => text(record, "dateOfBirth")).find((date) => date !== undefined),
    unborn: records.some(({ values }) => values["age"] === true) ? true : undefined,
    team: allocated(newest, "team"),
    worker: worker === undefined ? undefined : (options.emailOf?.(worker) ?? worker),
    statusSince: since(status, newest),
    planStart: text(plan, "planStart"),
    placement: placementOf(care),
    placementStart: text(care, "placedOn"),
    longTermPlacement: longTerm(care),
    lastVisit: visitOf(status, newest),
    lastReview: status === "cla" ? text(care, "reviewedOn") : text(plan, "reviewedOn"),
    referredOn: text(referral, "referredOn"),
    assessmentStartedOn: text(assessment, "startedOn"),
    assessmentAuthorisedOn: text(assessment, "authorisedOn"),
  };
  return { facts: known(facts), happened: enquiries(records, options.vocabulary) };
};
