import type { KeptCase } from "../../domain/case/fold.ts";
import type { RecordFormView } from "../../domain/case/view.ts";
import { mayOnCase } from "../../domain/case/permissions.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { dutiesOf } from "../../rules/duty/duties.ts";
import type { Duty } from "../../rules/duty/types.ts";
import { circumstancesOf, routineOf } from "../../rules/record/form.ts";
import { dayInWords } from "../../time/say.ts";
import { londonDate } from "../../time/london.ts";
import { casesBy } from "../cases/cases.ts";
import { workerKey } from "../cases/kept.ts";
import type { RecordAsked, RecordTyped } from "../reminding.ts";
import type { Wanted } from "./record-asked.ts";
import type { RemindDeps } from "./deps.ts";
import { caseStateOf } from "./found.ts";
import { rolesOn } from "./owner.ts";
import { timingOf } from "./shown.ts";
import { openSteps } from "./record-work.ts";
import { actionRows, inputOf } from "./record-typed.ts";
import type { Sitting } from "./sitting.ts";

/** As many children as one worker may have; more are recorded one by one. */
const mostOthers = 40;

const metBy = (deps: RemindDeps, now: KeptCase, happening: string, asOf: Instant): Duty | undefined =>
  dutiesOf(deps.rulebook, now, asOf).find((duty) => duty.metBy.includes(happening));

/** The worker's other cases for which the same is owed and this person may write it; worst first. */
const othersFor = async (deps: RemindDeps, { now, form }: Wanted, by: PersonId, asOf: Instant) => {
  const worker = now.facts["worker"];
  if (typeof worker !== "string" || routineOf(deps.rulebook, form.happening, asOf) !== form.happening) return [];
  const theirs = await casesBy(deps, workerKey(worker), { limit: mostOthers });
  const owed = theirs.flatMap((one) => {
    const duty = one.ref === now.ref ? undefined : metBy(deps, one, form.happening, asOf);
    if (duty === undefined || !mayOnCase(rolesOn(deps, by, one, duty, asOf), "record", caseStateOf(one))) return [];
    return [{ caseRef: one.ref, timing: timingOf(duty, asOf), dueAt: duty.dueAt ?? -Infinity }];
  });
  return owed
    .toSorted((a, b) => a.dueAt - b.dueAt || a.caseRef.localeCompare(b.caseRef, "en"))
    .map(({ caseRef, timing }) => ({ caseRef, timing }));
};

const circumstancesFor = (deps: RemindDeps, { now, form }: Wanted, asOf: Instant) => {
  const owed = dutiesOf(deps.rulebook, now, asOf).map(({ clause }) => clause);
  return circumstancesOf(deps.rulebook, form.happening, asOf)
    .map(({ clause, title }) => ({ clause, title, due: owed.includes(clause) }))
    .toSorted((a, b) => Number(b.due) - Number(a.due));
};

/** The day on which it is known to have been held, where only the record is missing (PS-14). */
const heldOn = (duty: Duty | null, happening: string, asOf: Instant): string =>
  duty?.startedBy === happening ? dayInWords(londonDate(duty.from), asOf) : "today";

/** What a form opens with: the day, and the actions that are still open where a heading asks for them (MO-T12). */
const opening = ({ now, duty, form }: Wanted, asOf: Instant): RecordTyped => {
  const open = openSteps(now).map(({ what, who, by }) => `${what} (${who}, by ${dayInWords(by, asOf)})`);
  const carrying = form.headings.filter(({ carries }) => carries);
  const text = open.length === 0 ? "None are outstanding." : open.join("\n");
  return {
    [inputOf.on]: heldOn(duty, form.happening, asOf),
    ...Object.fromEntries(carrying.map(({ id }) => [inputOf.heading(id), text])),
  };
};

const worker = ({ directory }: RemindDeps, { facts }: KeptCase): string | null => {
  const id = facts["worker"];
  return typeof id === "string" && id !== "" ? (directory.person(id)?.name ?? id) : null;
};

export interface FormParts {
  readonly wanted: Wanted;
  readonly asked: RecordAsked;
  readonly by: PersonId;
  readonly asOf: Instant;
  /** What was typed before; null when the form opens for the first time. */
  readonly typed: RecordTyped | null;
  readonly refusals: RecordTyped;
  readonly sitting: Sitting | undefined;
}

/** The form as it is shown. */
export const formView = async (deps: RemindDeps, parts: FormParts): Promise<RecordFormView> => {
  const { wanted, asked, by, asOf, typed, refusals, sitting } = parts;
  const { form, now } = wanted;
  const several = sitting !== undefined && sitting.refs.length > 1;
  const nth = several ? sitting.refs.indexOf(now.ref) + 1 : 0;
  return {
    caseRef: now.ref,
    duty: wanted.duty?.id ?? null,
    happening: form.happening,
    sitting: asked.sitting,
    title:
      deps.rulebook.vocabulary.happenings[routineOf(deps.rulebook, form.happening, asOf)]?.record?.title ?? form.title,
    worker: worker(deps, now),
    rules: form.rules,
    circumstances: circumstancesFor(deps, wanted, asOf),
    circumstance: wanted.circumstance,
    headings: form.headings.map(({ id, title, under, hint, optional }) => ({ id, title, under, hint, optional })),
    actionRows: form.actions === null ? 0 : actionRows,
    open: openSteps(now),
    others: asked.sitting === null ? await othersFor(deps, wanted, by, asOf) : [],
    place: several && nth > 0 ? { nth, of: sitting.refs.length } : null,
    typed: typed ?? opening(wanted, asOf),
    refusals,
  };
};
