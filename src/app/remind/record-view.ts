import type { KeptCase } from "../../domain/case/fold.ts";
import type { RecordView } from "../../domain/case/view.ts";
import type { Heading } from "../../rules/record/types.ts";
import { recordForm, routineOf } from "../../rules/record/form.ts";
import { dayInWords } from "../../time/say.ts";
import type { RemindDeps } from "./deps.ts";
import { confirmedAt, isDone, recordsOf, stepsOf, type Recorded } from "./record-work.ts";

type Deps = Pick<RemindDeps, "directory" | "rulebook">;

/** "Supervision", "Management oversight: after a transfer to the team (MO-T01)". */
export const titleOf = ({ rulebook }: Deps, { happenings, circumstance, at }: Recorded): string => {
  const [happening = ""] = happenings;
  const { vocabulary, clauses } = rulebook;
  const routine = vocabulary.happenings[routineOf(rulebook, happening, at)];
  const title = routine?.record?.title ?? routine?.title ?? happening;
  const clause = circumstance === null ? undefined : clauses.find(({ id }) => id === circumstance);
  if (circumstance === null) return title;
  return clause === undefined ? `${title} (${circumstance})` : `${title}: ${clause.title} (${circumstance})`;
};

/** The headings as they were asked for when it was written; one that no rule knows any more keeps its id for a title. */
const headingsOf = ({ rulebook }: Deps, now: KeptCase, record: Recorded): RecordView["headings"] => {
  const [happening = ""] = record.happenings;
  const asked = recordForm(rulebook, happening, now.facts, record.at)?.headings ?? [];
  const all = Object.keys(record.headings);
  const known: Pick<Heading, "id" | "title" | "under">[] = asked.filter(({ id }) => all.includes(id));
  const rest = all.filter((id) => !known.some((one) => one.id === id)).map((id) => anywhere(rulebook, id));
  return [...known, ...rest].map(({ id, title, under }) => ({ title, under, text: record.headings[id] ?? "" }));
};

const anywhere = ({ clauses, notInUse }: Deps["rulebook"], id: string): Pick<Heading, "id" | "title" | "under"> => {
  const every = [...clauses, ...notInUse.map(({ clause }) => clause)].flatMap(({ holds }) => holds?.headings ?? []);
  const found = every.find((heading) => heading.id === id);
  return { id, title: found?.title ?? id, under: found?.under ?? null };
};

const actionsOf = (now: KeptCase, record: Recorded): RecordView["actions"] => {
  const carried = stepsOf(now).filter(({ id }) => record.carried.includes(id));
  return [
    ...record.actions.map((step) => ({ ...step, done: isDone(now, step.id), carried: false })),
    ...carried.map((step) => ({ ...step, done: isDone(now, step.id), carried: true })),
  ];
};

const ended = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** The text as it goes into the case system (MO-02): the headings in their order, then the actions. Plain text. */
const pasteOf = (view: Omit<RecordView, "paste">): string => {
  const lines = [`${view.title}: ${view.caseRef}`, `Date: ${dayInWords(view.on)}`, `Recorded by: ${view.by}`];
  let under: string | null = null;
  for (const heading of view.headings) {
    if (heading.under !== null && heading.under !== under && heading.under !== heading.title)
      lines.push("", heading.under.toUpperCase());
    lines.push("", heading.title, heading.text);
    // What stands under a heading of its own name goes on under it.
    under = heading.under ?? heading.title;
  }
  const say = ({ what, who, by }: RecordView["actions"][number], index: number): string =>
    `${String(index + 1)}. ${ended(what)} Who: ${who}. By: ${dayInWords(by)}.`;
  const own = view.actions.filter(({ carried }) => !carried);
  const carried = view.actions.filter((action) => action.carried);
  if (own.length > 0) lines.push("", "Actions", ...own.map(say));
  if (carried.length > 0) lines.push("", "Still open from earlier records", ...carried.map(say));
  return lines.join("\n");
};

/** A record as somebody reads it who may see the case. Its words are the council's own and go nowhere else. */
export const recordView = (deps: Deps, now: KeptCase, record: Recorded, mayConfirm: boolean): RecordView => {
  const view = {
    id: record.id,
    caseRef: now.ref,
    title: titleOf(deps, record),
    on: record.on,
    by: deps.directory.person(record.by)?.name ?? record.by,
    headings: headingsOf(deps, now, record),
    actions: actionsOf(now, record),
    confirmedAt: confirmedAt(now, record.id),
    mayConfirm,
  };
  return { ...view, paste: pasteOf(view) };
};

/** Every record on a case, the newest first. */
export const recordViews = (deps: Deps, now: KeptCase, mayConfirm: boolean): readonly RecordView[] =>
  recordsOf(now)
    .map((record) => recordView(deps, now, record, mayConfirm))
    .reverse();
