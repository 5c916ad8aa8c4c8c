import { caseActions, mayOnCase, type CaseAction } from "../../domain/case/permissions.ts";
import type { DutyView } from "../../domain/case/view.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { WorkFact } from "../../domain/case/work.ts";
import type { Duty } from "../../rules/duty/types.ts";
import { recordMeeting } from "../../rules/record/form.ts";
import { clause } from "../../rules/rulebook.ts";
import { daysBetween, londonDate } from "../../time/london.ts";
import { dayInWords, inWords } from "../../time/say.ts";
import type { RemindDeps } from "./deps.ts";
import { caseStateOf } from "./found.ts";
import type { Item } from "./items.ts";
import { offered, reportFor } from "./offered.ts";
import { rolesOn } from "./owner.ts";

const days = (n: number): string => `${String(n)} ${n === 1 ? "day" : "days"}`;

/** "11 days late", "due today by 5pm", "due Thursday 3 December". */
export const timingOf = ({ dueAt, state }: Pick<Duty, "dueAt" | "state">, asOf: Instant): string => {
  if (dueAt === null) return "no limit stated: do it now";
  const [due, today] = [londonDate(dueAt), londonDate(asOf)];
  if (state === "overdue") return due === today ? "late since earlier today" : `${days(daysBetween(due, today))} late`;
  const words = inWords(dueAt, asOf);
  if (due !== today) return `due ${dayInWords(due, asOf)}`;
  const at = words.startsWith("by ") ? "" : ` by ${words.slice(words.lastIndexOf(", ") + 2)}`;
  return `due today${at}`;
};

const nameOf = ({ directory }: Pick<RemindDeps, "directory">, id: PersonId): string => directory.person(id)?.name ?? id;

/** Whether a breach of it interrupts, by the council's house rule. */
export const interrupts = (
  { council }: Pick<RemindDeps, "council">,
  facts: Readonly<Record<string, unknown>>,
): boolean =>
  Object.entries(council.houseRules.reminders.interrupts).some(([name, values]) =>
    (values as readonly unknown[]).includes(facts[name]),
  );

/** The last thing that somebody did about a duty, in a sentence. */
const lastDone = (deps: RemindDeps, work: readonly WorkFact[], duty: string, asOf: Instant): string | null => {
  const about = work.findLast((fact) => (fact.kind === "snoozed" || fact.kind === "given") && fact.duty === duty);
  if (about?.kind === "snoozed")
    return `${nameOf(deps, about.by)} put it off to ${dayInWords(about.until, asOf)}: ${about.reason}`;
  if (about?.kind === "given")
    return `${nameOf(deps, about.by)} handed it to ${nameOf(deps, about.to)} ${inWords(about.at, asOf)}`;
  return null;
};

const meetsOf = ({ rulebook }: RemindDeps, duty: Duty, asOf: Instant): DutyView["meets"] => {
  const record = recordMeeting(rulebook, duty, asOf);
  const happening = record ?? duty.metBy[0];
  if (happening === undefined) return null;
  const { title = happening, record: written } = rulebook.vocabulary.happenings[happening] ?? {};
  return { happening, title: written?.title ?? title, records: record !== null };
};

/** What somebody may do about one of these duties. A duty of a post, or on a worker, is done by whoever owes it. */
const mayOf = (
  deps: RemindDeps,
  { duty, now, owners }: Item,
  viewer: PersonId,
  asOf: Instant,
): readonly CaseAction[] => {
  if (now === null) return owners.people.includes(viewer) ? ["see", "complete"] : ["see"];
  const roles = rolesOn(deps, viewer, now, duty, asOf);
  return caseActions.filter((action) => mayOnCase(roles, action, caseStateOf(now)) && offered(deps, duty, action));
};

/** One duty as this viewer reads it. `note`: what was told to whom, when it is more than what somebody did last. */
export const dutyView = (
  deps: RemindDeps,
  item: Item,
  viewer: PersonId,
  asOf: Instant,
  note: string | null = null,
): DutyView => {
  const { duty, now, owners } = item;
  const { id, caseRef, title, clause: clauseId, houseRule, dueAt, state, stage } = duty;
  const done = now === null ? null : lastDone(deps, now.work, id, asOf);
  return {
    ...{ id, caseRef, title, clause: clauseId, houseRule, dueAt, state, stage },
    words: clause(deps.rulebook, clauseId, asOf)?.words ?? "",
    worker: duty.worker === null ? null : nameOf(deps, duty.worker),
    owners: owners.people.map((one) => nameOf(deps, one)),
    timing: timingOf(duty, asOf),
    lastDone: duty.lastDone === null ? null : londonDate(duty.lastDone),
    urgent: now !== null && interrupts(deps, now.facts),
    note: [note ?? [], done ?? [], owners.why ?? []].flat().join(". ") || null,
    meets: meetsOf(deps, duty, asOf),
    reports: reportFor(deps, duty),
    may: mayOf(deps, item, viewer, asOf),
  };
};
